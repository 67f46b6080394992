/** Slugs of tags and authors. The only importer of slugify. */
import slugify from 'slugify';

/**
 * Lower-case words joined by hyphens; `micro:bit` becomes `micro-bit`. Scripts that slugify cannot
 * transliterate keep their letters. Empty for a name without letters or digits.
 */
export function slugOf(name: string): string {
  const words = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}+#&$%]+/gu, ' ');
  const slug = slugify(words, { lower: true, strict: true });
  if (slug !== '') return slug;
  const letters = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return letters?.join('-') ?? '';
}

/** `\u{1F40D}` becomes `u1f40d`. */
function codePointsOf(name: string): string {
  return [...name].map((character) => `u${character.codePointAt(0)?.toString(16) ?? ''}`).join('-');
}

/**
 * A unique slug for each name. Where slugs collide, a name that equals the slug keeps it, and the
 * others get `-2`, `-3`, in code point order. Names without letters or digits use code points.
 */
export function uniqueSlugs(names: Iterable<string>): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const byPrecedence = [...new Set(names)]
    .map((name) => ({ name, slug: slugOf(name) || codePointsOf(name) }))
    .toSorted(
      (a, b) => Number(b.name === b.slug) - Number(a.name === a.slug) || (a.name < b.name ? -1 : 1),
    );
  for (const { name, slug } of byPrecedence) {
    let candidate = slug;
    let count = counts.get(slug) ?? 1;
    while (taken.has(candidate)) candidate = `${slug}-${++count}`;
    counts.set(slug, count);
    taken.add(candidate);
    slugs.set(name, candidate);
  }
  return slugs;
}
