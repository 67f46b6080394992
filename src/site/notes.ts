/** Notes of the migration report. */
import type { Plan } from '../addresses/plan.ts';
import type { PostEntry } from '../content/entries.ts';
import type { Problems } from '../lib/problem.ts';

export function noteSite(plan: Plan, problems: Problems): void {
  const entries = plan.posts.map(({ entry }) => entry);
  if (plan.links.legacyHosts.length > 0) noteLegacyUrls(entries, problems);
  noteDescriptions(entries, problems);
  noteCovers(entries, problems);
  noteTags(entries, problems);
}

/** Notes posts that no old address redirects to. */
function noteLegacyUrls(entries: readonly PostEntry[], problems: Problems): void {
  for (const { file, fields } of entries) {
    if (fields.legacyUrl.length > 0) continue;
    problems.note({
      file,
      field: 'legacyUrl',
      code: 'post-legacyUrl-none',
      message: 'The post has no `legacyUrl`, so no address of the old blog redirects to it.',
      hint: 'Add its old path as `legacyUrl`, such as `/2021/04/hello.html`, unless the post was never on the old blog.',
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
        'The post has no `description`, so lists, feeds and link previews show its first sentences.',
      hint: 'Add a `description` of one or two sentences, or leave it as it is.',
    });
  }
}

function noteCovers(entries: readonly PostEntry[], problems: Problems): void {
  for (const { file, fields } of entries) {
    if (fields.cover === undefined || fields.coverAlt !== undefined) continue;
    problems.note({
      file,
      field: 'cover',
      code: 'post-coverAlt-none',
      message:
        'The cover has no `coverAlt`, so those who cannot see it do not learn what it shows.',
      hint: 'Add a `coverAlt` that says what the cover shows, or leave it as it is if the cover only decorates the post.',
    });
  }
}

/** Notes the rarer spelling of tags that differ only in case and punctuation. */
function noteTags(entries: readonly PostEntry[], problems: Problems): void {
  const counts = new Map<string, number>();
  for (const tag of entries.flatMap(({ fields }) => fields.tags))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const preferred = new Map<string, string>();
  for (const tag of [...counts.keys()].toSorted(byUse(counts))) {
    const key = foldTag(tag);
    if (!preferred.has(key)) preferred.set(key, tag);
  }
  for (const { file, fields } of entries) {
    for (const [index, tag] of fields.tags.entries()) {
      const other = preferred.get(foldTag(tag)) ?? tag;
      if (other === tag) continue;
      problems.note({
        file,
        field: `tags[${index}]`,
        near: tag,
        replacement: other,
        code: 'post-tags-alike',
        message: `The tag "${tag}" looks like "${other}", which more posts have, so one topic may be split into two pages.`,
        hint: `Write "${other}" if both mean the same.`,
      });
    }
  }
}

/** The most used first. */
function byUse(counts: ReadonlyMap<string, number>): (a: string, b: string) => number {
  return (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
}

/** Ignores case and punctuation; a tag of punctuation alone is left unchanged. */
function foldTag(tag: string): string {
  return (
    tag
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}+#]/gu, '') || tag
  );
}
