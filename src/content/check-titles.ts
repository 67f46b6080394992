/** Titles that are right one by one, but that readers cannot tell apart or not read. */
import type { Problems } from '../lib/problem.ts';
import type { PostEntry } from './entries.ts';

/** In characters: longer than any title, so rather text that has slipped into it. */
const LONG = 300;

/** Adds a warning for each title that is very long, and one for each that several posts share. */
export function checkTitles(posts: readonly PostEntry[], problems: Problems): void {
  const byTitle = new Map<string, PostEntry[]>();
  for (const post of posts) {
    if (post.invalidFields?.includes('title') === true) continue;
    const { title } = post.fields;
    if (title.length > LONG) reportLong(post, problems);
    const key = title.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
    const others = byTitle.get(key);
    if (others === undefined) byTitle.set(key, [post]);
    else others.push(post);
  }
  for (const [first, second, ...rest] of byTitle.values())
    if (first !== undefined && second !== undefined)
      reportShared(second, first, rest.length, problems);
}

function reportLong({ file, fields: { title } }: PostEntry, problems: Problems): void {
  problems.warn({
    file,
    field: 'title',
    code: 'post-title-long',
    message: `\`title\` has ${title.length} characters, and no list of posts has room for so many.`,
    hint: 'Shorten it; look for text of the post that has slipped into the title.',
  });
}

/** @param more how many further posts have the title */
function reportShared(
  { file }: PostEntry,
  first: PostEntry,
  more: number,
  problems: Problems,
): void {
  const further = more === 0 ? '' : ` and of ${more} further ${more === 1 ? 'post' : 'posts'}`;
  problems.warn({
    file,
    field: 'title',
    code: 'post-title-duplicate',
    message: `The title is also that of ${first.file}${further}, so readers cannot tell them apart in a list.`,
    hint: 'Give each post a title of its own, for example with the year.',
  });
}
