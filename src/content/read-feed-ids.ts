/** Reads `feed-ids.json` and checks it against the posts. */
import { join } from 'node:path';
import { foldAddress } from '../lib/paths.ts';
import type { Problem, Problems } from '../lib/problem.ts';
import type { PostEntry } from './entries.ts';
import { feedId, feedIdsSchema, oldPath, type FeedId } from './feed-ids-schema.ts';
import { lookUp } from './files.ts';
import { displayPath } from '../lib/user-folder.ts';
import { readText, type Limit } from './read-text.ts';
import { parseJson } from './read-settings.ts';

export const FEED_IDS = 'feed-ids.json';

/** Enough for 30,000 posts. */
const LIMIT: Limit = {
  size: 5_000_000,
  hint: 'Look for content that was pasted into it by mistake.',
};

/** Valid entries of the file; none if it does not exist. */
export function readFeedIds(contentDir: string, problems: Problems): FeedId[] {
  const path = join(contentDir, FEED_IDS);
  if (lookUp(path) === undefined) return [];
  const file = displayPath(path);
  const source = readText(path, LIMIT, problems);
  if (source === undefined) return [];
  const parsed = parseJson(source, { file, code: 'feed-ids-json' }, problems);
  if (!parsed.ok) return [];
  const { success, data } = feedIdsSchema.safeParse(parsed.value);
  if (!success) {
    problems.error({
      file,
      code: 'feed-ids-not-a-map',
      message: 'The file is not a map from old paths to ids.',
      hint: 'Write `{ "/2009/05/ten-years.html": "tag:blogger.com,1999:blog-1.post-2" }`, or import the ids again with `npm run import-feed-ids`.',
    });
    return [];
  }
  const paths = new Map<string, string>();
  const ids = new Map<string, string>();
  const report = (field: string, fault: Fault) => problems.error({ file, field, ...fault });
  for (const name of repeatedNames(source)) report(name, duplicatePath(name, name));
  return Object.entries(data).flatMap(([name, value]) => {
    const id = feedId.safeParse(value);
    if (!oldPath.safeParse(name).success) report(name, invalidPath(name));
    else if (!id.success) report(name, invalidId(name));
    else {
      const key = foldAddress(name);
      const samePath = paths.get(key);
      const sameId = ids.get(id.data);
      paths.set(key, samePath ?? name);
      ids.set(id.data, sameId ?? name);
      if (samePath !== undefined) report(name, duplicatePath(name, samePath));
      else if (sameId !== undefined) report(name, duplicateId(name, sameId, id.data));
      else return [{ path: name, id: id.data }];
    }
    return [];
  });
}

/** Warns about ids whose path is not the `legacyUrl` of a post. */
export function checkFeedIds(
  contentDir: string,
  feedIds: readonly FeedId[],
  posts: readonly PostEntry[],
  problems: Problems,
): void {
  if (posts.some(({ invalidFields }) => invalidFields?.includes('legacyUrl'))) return;
  const known = new Set(posts.flatMap(({ fields }) => fields.legacyUrl.map(foldAddress)));
  for (const { path } of feedIds) {
    if (known.has(foldAddress(path))) continue;
    problems.warn({
      file: displayPath(join(contentDir, FEED_IDS)),
      field: path,
      code: 'feed-ids-path-unknown',
      message: `No post has the old address "${path}", so its id is unused.`,
      hint: 'Add this `legacyUrl` to the post, or remove the line if the post is not on this site.',
    });
  }
}

/** Keys that occur more than once. `JSON.parse` silently keeps the last value. */
function repeatedNames(json: string): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [, literal = '', colon] of json.matchAll(/("(?:[^"\\]|\\.?)*(?:"|$))(\s*:)?/g)) {
    if (colon === undefined) continue;
    const name = String(JSON.parse(literal));
    (seen.has(name) ? repeated : seen).add(name);
  }
  return repeated;
}

type Fault = Pick<Problem, 'code' | 'message' | 'hint'>;

function invalidPath(path: string): Fault {
  return {
    code: 'feed-ids-path-invalid',
    message: `"${path}" is not the path of a page.`,
    hint: 'Write only the path, with its leading slash: `/2009/05/ten-years.html`.',
  };
}

function invalidId(path: string): Fault {
  return {
    code: 'feed-ids-id-invalid',
    message: `The id of "${path}" is empty or not text.`,
    hint: 'Write the id of the post in the old feed, in quotes, or remove the line.',
  };
}

function duplicatePath(path: string, other: string): Fault {
  const what =
    path === other
      ? `"${path}" occurs twice`
      : `"${path}" and "${other}" are two spellings of the same address`;
  return {
    code: 'feed-ids-path-duplicate',
    message: `${what}, so the id of the post is ambiguous.`,
    hint: 'Keep the line with the id that the post has in the old feed.',
  };
}

function duplicateId(path: string, other: string, id: string): Fault {
  return {
    code: 'feed-ids-id-duplicate',
    message: `"${path}" and "${other}" have the same id ${JSON.stringify(id)}, so feed readers would show only one of the two posts.`,
    hint: 'Keep the line of the post that has this id in the old feed.',
  };
}
