/** Ids that posts had on the earlier site, which they keep. */
import type { Plan } from '../addresses/plan.ts';
import type { PostEntry } from '../content/entries.ts';
import { foldPath } from '../lib/paths.ts';
import type { Problems, Severity } from '../lib/problem.ts';
import type { PostIds } from './post-ids.ts';
import type { Published, PublishedPage } from './published-model.ts';

/** By post. A post is found by its address, else by its text, if no other has the same. */
export function earlierIds(
  { posts }: Pick<Plan, 'posts'>,
  { pages }: Pick<Published, 'pages'>,
): Map<PostEntry, string> {
  const known = pages.filter(({ guid }) => guid !== undefined);
  const byPath = new Map(known.map((page) => [foldPath(page.path), page]));
  const atAddress = new Map<PostEntry, PublishedPage>();
  for (const { entry, address } of posts) {
    const page = byPath.get(foldPath(address.path));
    if (page !== undefined) atAddress.set(entry, page);
  }
  const found = new Set(atAddress.values());
  const moved = unique(
    known.filter((page) => !found.has(page)),
    ({ text = '' }) => text,
  );
  const added = unique(
    posts.map(({ entry }) => entry).filter((entry) => !atAddress.has(entry)),
    ({ textHash }) => textHash,
  );
  const pairs = [
    ...atAddress,
    ...[...added].map(([text, entry]) => [entry, moved.get(text)] as const),
  ];
  return new Map(
    pairs.flatMap(([entry, page]) => (page?.guid === undefined ? [] : [[entry, page.guid]])),
  );
}

/** Items by key; without those that share a key, or whose key is empty. */
function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const found = new Map<string, Item>();
  const shared = new Set(['']);
  for (const item of items) {
    const key = keyOf(item);
    if (found.has(key)) shared.add(key);
    found.set(key, item);
  }
  for (const key of shared) found.delete(key);
  return found;
}

/** Reports each post whose id differs from the earlier one, with the line that keeps it. */
export function checkEarlierIds(
  earlier: ReadonlyMap<PostEntry, string>,
  ids: PostIds,
  severity: Severity,
  problems: Problems,
): void {
  for (const [entry, id] of earlier) {
    const chosen = ids.chosen(entry);
    if ((chosen ?? ids.generated(entry)) === id || hasUnknownId(entry)) continue;
    const line = `guid: ${JSON.stringify(id)}`;
    problems.add([
      {
        severity,
        file: entry.file,
        field: 'guid',
        code: 'feed-id-changed',
        message:
          chosen === undefined
            ? `The folder, day or host of the post has changed, and with it the id in feeds. This build keeps the id that readers know, but a build without the earlier site cannot. Missing line: ${line}`
            : `The id of the post in feeds is now ${JSON.stringify(chosen)}, so every reader sees the post again as new. Earlier line: ${line}`,
        hint:
          chosen === undefined
            ? 'Copy the line, from `guid` on, into the front matter.'
            : 'Write the earlier line, unless no reader has seen the earlier site.',
      },
    ]);
  }
}

function hasUnknownId({ invalidFields = [] }: PostEntry): boolean {
  return ['publishDate', 'guid', 'legacyUrl'].some((field) => invalidFields.includes(field));
}
