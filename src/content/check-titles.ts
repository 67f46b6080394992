/** Warns about titles that are too long or shared by several posts. */
import type { Problems } from '../lib/problem.ts';
import type { PostEntry } from './entries.ts';

/** In characters. Longer titles are most likely body text. */
const MAX_LENGTH = 300;

export function checkTitles(posts: readonly PostEntry[], problems: Problems): void {
  const byTitle = new Map<string, PostEntry[]>();
  for (const post of posts) {
    if (post.invalidFields?.includes('title') === true) continue;
    const { title } = post.fields;
    if (title.length > MAX_LENGTH) reportLong(post, problems);
    const key = title.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
    const sameTitle = byTitle.get(key);
    if (sameTitle === undefined) byTitle.set(key, [post]);
    else sameTitle.push(post);
  }
  for (const [first, second, ...rest] of byTitle.values())
    if (first !== undefined && second !== undefined)
      reportDuplicate(second, first, rest.length, problems);
}

function reportLong({ file, fields: { title } }: PostEntry, problems: Problems): void {
  problems.warn({
    file,
    field: 'title',
    code: 'post-title-long',
    message: `\`title\` has ${title.length} characters, which is too long for lists of posts.`,
    hint: 'Shorten it; part of the post may have been pasted into it.',
  });
}

/** @param more how many other posts have the title too */
function reportDuplicate(
  { file }: PostEntry,
  first: PostEntry,
  more: number,
  problems: Problems,
): void {
  const others = more === 0 ? 'has' : `and ${more} other ${more === 1 ? 'post' : 'posts'} have`;
  problems.warn({
    file,
    field: 'title',
    code: 'post-title-duplicate',
    message: `${first.file} ${others} the same title, so readers cannot tell the posts apart in a list.`,
    hint: 'Give each post a unique title, for example by adding the year.',
  });
}
