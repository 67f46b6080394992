/** Notes for the report that need the whole site. */
import type { Plan } from '../addresses/plan.ts';
import type { PostEntry } from '../content/entries.ts';
import { decodePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { BodyOf } from './posts.ts';

export function noteSite(plan: Plan, bodyOf: BodyOf, problems: Problems): void {
  const entries = plan.posts.map(({ entry }) => entry);
  if (plan.links.legacyHosts.length > 0) noteUnclaimed(entries, problems);
  noteDescriptions(entries, problems);
  noteTags(entries, problems);
  noteFragments(plan, bodyOf, problems);
}

/** Posts that nothing on the old blog leads to. */
function noteUnclaimed(entries: readonly PostEntry[], problems: Problems): void {
  for (const { file, fields } of entries) {
    if (fields.legacyUrl.length > 0) continue;
    problems.note({
      file,
      field: 'legacyUrl',
      code: 'post-legacyUrl-none',
      message: 'The post names no old address, so that nothing leads to it from the old blog.',
      hint: 'Write its path there as `legacyUrl`, such as `/2021/04/hello.html`; a post that never stood there needs none.',
    });
  }
}

function noteDescriptions(entries: readonly PostEntry[], problems: Problems): void {
  for (const { file, fields } of entries) {
    if (fields.description !== undefined) continue;
    problems.note({
      file,
      field: 'description',
      code: 'post-description-none',
      message:
        'The post has no `description`; its first sentences stand for it in lists, feeds and link previews.',
      hint: 'Write `description: ...` in one or two sentences, or leave it so.',
    });
  }
}

/** Tags that differ only in case and punctuation are most likely one; the rarer spelling is noted. */
function noteTags(entries: readonly PostEntry[], problems: Problems): void {
  const counts = new Map<string, number>();
  for (const tag of entries.flatMap(({ fields }) => fields.tags))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const usual = new Map<string, string>();
  for (const tag of [...counts.keys()].toSorted(byUse(counts))) {
    const key = withoutSigns(tag);
    if (!usual.has(key)) usual.set(key, tag);
  }
  for (const { file, fields } of entries) {
    for (const [index, tag] of fields.tags.entries()) {
      const other = usual.get(withoutSigns(tag)) ?? tag;
      if (other === tag) continue;
      problems.note({
        file,
        field: `tags[${index}]`,
        near: tag,
        replacement: other,
        code: 'post-tags-alike',
        message: `The tag "${tag}" reads like "${other}", which more posts have; each has a page of its own.`,
        hint: 'Write the one that more posts have, if the same is meant.',
      });
    }
  }
}

/** The most used first. */
function byUse(counts: ReadonlyMap<string, number>): (a: string, b: string) => number {
  return (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
}

/** Without letter case and punctuation; a tag of punctuation alone stays as it is. */
function withoutSigns(tag: string): string {
  return (
    tag
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}+#]/gu, '') || tag
  );
}

/** Fragments that lead to a place on every page. https://html.spec.whatwg.org/#find-a-potential-indicated-element */
const OF_EVERY_PAGE = ['', 'top', 'main'];

/** Notes links to an id that the post or page does not have. */
function noteFragments({ posts, pages }: Plan, bodyOf: BodyOf, problems: Problems): void {
  const places = [...posts, ...pages];
  const known = new Map<string, ReadonlySet<string>>();
  for (const place of places) {
    const { url, canonical } = place.address;
    const ids = new Set([...OF_EVERY_PAGE, ...bodyOf(place).ids]);
    known.set(url, ids).set(canonical, ids);
  }
  for (const place of places) {
    for (const part of bodyOf(place).parts) {
      if (part.kind !== 'address' || !part.address.includes('#')) continue;
      const [page = '', ...rest] = part.address.split('#');
      const id = rest.join('#');
      const ids = known.get(page || place.address.url);
      if (ids === undefined || ids.has(id) || ids.has(decodePath(id) ?? id)) continue;
      problems.note({
        file: place.entry.file,
        near: `#${id}`,
        code: 'link-fragment-missing',
        message: `The link leads to "${page}#${id}", but ${page === '' ? 'this post' : 'that page'} has no place of that name; readers arrive at its top.`,
        hint: 'Write the id of a heading there, as the link beside it has it, or leave out what follows the `#`.',
      });
    }
  }
}
