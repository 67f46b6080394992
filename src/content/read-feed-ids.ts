/** Reads `feed-ids.json`, and holds it against the posts. */
import { join } from 'node:path';
import { foldAddress } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { PostEntry } from './entries.ts';
import { feedId, feedIdsSchema, oldPath, type FeedId } from './feed-ids-schema.ts';
import { displayPath, lookUp } from './files.ts';
import { readText, type Limit } from './read-text.ts';
import { parseJson } from './read-settings.ts';

export const FEED_IDS = 'feed-ids.json';

/** Thirty thousand posts have room in it. */
const LIMIT: Limit = { size: 5_000_000, hint: 'Look for what has slipped into it.' };

/** Ids by the old paths of posts; none when there is no such file. What is wrong is left out. */
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
      message: 'The file does not hold an id for each path.',
      hint: 'Write `{ "/2009/05/ten-years.html": "tag:blogger.com,1999:blog-1.post-2" }`, or import the ids again with `npm run import-feed-ids`.',
    });
    return [];
  }
  const paths = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const name of repeatedNames(source)) reportPaths(file, name, name, problems);
  return Object.entries(data).flatMap(([name, value]) => {
    const id = feedId.safeParse(value);
    if (!oldPath.safeParse(name).success) reportPath(file, name, problems);
    else if (!id.success) reportId(file, name, problems);
    else {
      const key = foldAddress(name);
      const spelling = paths.get(key);
      const owner = ids.get(id.data);
      paths.set(key, spelling ?? name);
      ids.set(id.data, owner ?? name);
      if (spelling !== undefined) reportPaths(file, name, spelling, problems);
      else if (owner !== undefined) reportOwners(file, name, owner, id.data, problems);
      else return [{ path: name, id: id.data }];
    }
    return [];
  });
}

/** Warns of ids that no post has, which somebody may miss. */
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
      message: `No post has the old address "${path}", so its id is not used.`,
      hint: 'Give the post this `legacyUrl`, or remove the line if the post is not to be part of the site.',
    });
  }
}

/** Names that stand twice: of these a parser of JSON silently takes the last. */
function repeatedNames(json: string): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [, literal = '', colon] of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?/g)) {
    if (colon === undefined) continue;
    const name = String(JSON.parse(literal));
    (seen.has(name) ? repeated : seen).add(name);
  }
  return repeated;
}

function reportPath(file: string, name: string, problems: Problems): void {
  problems.error({
    file,
    field: name,
    code: 'feed-ids-path-invalid',
    message: `"${name}" is not the path of a page.`,
    hint: 'Write the path alone, from its first slash: `/2009/05/ten-years.html`.',
  });
}

function reportId(file: string, name: string, problems: Problems): void {
  problems.error({
    file,
    field: name,
    code: 'feed-ids-id-invalid',
    message: `The id of "${name}" is not text with something in it.`,
    hint: 'Write the id that the post has in the old feed, in quotes, or remove the line.',
  });
}

function reportPaths(file: string, name: string, other: string, problems: Problems): void {
  problems.error({
    file,
    field: name,
    code: 'feed-ids-path-duplicate',
    message:
      name === other
        ? `"${name}" stands twice, so the id of the post cannot be told.`
        : `"${name}" and "${other}" are the same address in two spellings, so the id of the post cannot be told.`,
    hint: 'Keep the line with the id that the post has in the old feed.',
  });
}

function reportOwners(
  file: string,
  name: string,
  other: string,
  id: string,
  problems: Problems,
): void {
  problems.error({
    file,
    field: name,
    code: 'feed-ids-id-duplicate',
    message: `"${name}" has the id ${JSON.stringify(id)}, which is that of "${other}" too, so readers of the feed would see only one of the two posts.`,
    hint: 'Keep the line of the post that has this id in the old feed.',
  });
}
