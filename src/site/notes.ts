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

/** Posts of the old blog that readers would no longer find. */
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

/** Tags that read alike are most likely one; what fewer posts write is noted. */
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

/** Letter case and signs aside; a tag of signs alone is itself. */
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
  const places = [...posts, ...pages].map((place) => {
    const { ids = [], links = [] } = bodyOf(place).fragments ?? {};
    return { file: place.entry.file, address: place.address, ids, links };
  });
  const known = new Map<string, ReadonlySet<string>>();
  for (const { address, ids } of places) {
    const own = new Set([...OF_EVERY_PAGE, ...ids]);
    known.set(address.url, own).set(address.canonical, own);
  }
  for (const { file, address, links } of places) {
    for (const link of links) {
      const [page = '', ...rest] = link.split('#');
      const id = rest.join('#');
      const ids = known.get(page === '' ? address.url : page);
      if (ids === undefined || ids.has(id) || ids.has(decodePath(id) ?? id)) continue;
      problems.note({
        file,
        near: `#${id}`,
        code: 'link-fragment-missing',
        message: `The link leads to "${page}#${id}", but ${page === '' ? 'this post' : 'that page'} has no place of that name; readers arrive at its top.`,
        hint: 'Write the id of a heading there, as the link beside it has it, or leave out what follows the `#`.',
      });
    }
  }
}
