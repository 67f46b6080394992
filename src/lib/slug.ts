/** Slugs of tags and authors. The only importer of slugify. */
import slugify from 'slugify';

/**
 * Lower-case words joined by hyphens; `micro:bit` becomes `micro-bit`. Words
 * with letters that cannot be transliterated stay as they are: `Python\u5165\u9580`
 * becomes `python\u5165\u9580`. Empty for a name without letters or digits.
 */
export function slugOf(name: string): string {
  const words = name.normalize('NFC').split(/[^\p{L}\p{M}\p{N}+#&$%]+/u);
  const slug = words.map(wordSlug).filter(Boolean).join('-');
  return slug || lettersOf(name);
}

function wordSlug(word: string): string {
  if (isTransliterated(word)) return transliterate(word);
  const withoutMarks = word.normalize('NFD').replace(/\p{M}+/gu, '');
  return isTransliterated(withoutMarks) ? transliterate(withoutMarks) : lettersOf(word);
}

function transliterate(word: string): string {
  return slugify(word, { lower: true, strict: true });
}

/** The Cyrillic soft sign, which has no sound of its own, is rightly left out. */
const LETTER = /(?![\u042c\u044c])[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/gu;

function isTransliterated(word: string): boolean {
  return (word.match(LETTER) ?? []).every((letter) => transliterate(letter) !== '');
}

function lettersOf(name: string): string {
  const letters = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return letters?.join('-') ?? '';
}

/** Cuts after a whole word, or within the first word. */
export function shortSlug(slug: string, maxBytes: number): string {
  if (Buffer.byteLength(slug) <= maxBytes) return slug;
  const segments = [...new Intl.Segmenter('en').segment(slug)].map(({ segment }) => segment);
  let cut = '';
  for (const segment of segments) {
    if (Buffer.byteLength(cut + segment) > maxBytes) break;
    cut += segment;
  }
  return cut.replace(/-[^-]*$/, '');
}

/** `\u{1F40D}` becomes `u1f40d`. */
function codePointsOf(name: string): string {
  return [...name].map((character) => `u${character.codePointAt(0)?.toString(16) ?? ''}`).join('-');
}

/** File systems allow 255 bytes in a name, and `-2` may follow. */
const MAX_BYTES = 240;

/**
 * A unique slug for each name. Where slugs collide, a name that equals the slug keeps it, and the
 * others get `-2`, `-3`, in code point order. Names without letters or digits use code points.
 */
export function uniqueSlugs(names: Iterable<string>): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const byPrecedence = [...new Set(names)]
    .map((name) => ({ name, slug: shortSlug(slugOf(name) || codePointsOf(name), MAX_BYTES) }))
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
