/** Slugs of tags and authors. The only importer of slugify. */
import slugify from 'slugify';
import { foldFile, shortHash } from './paths.ts';
import { ownValue } from './own-value.ts';

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
  // What comes after these is not needed, and to segment a megabyte takes gigabytes.
  const start = slug.slice(0, maxBytes + 1);
  let cut = '';
  for (const { segment } of new Intl.Segmenter('en').segment(start)) {
    if (Buffer.byteLength(cut + segment) > maxBytes) break;
    cut += segment;
  }
  return cut.replace(/-[^-]*$/, '');
}

/** `\u{1F40D}` becomes `u1f40d`. */
function codePointsOf(name: string): string {
  return [...name].map((character) => `u${character.codePointAt(0)?.toString(16) ?? ''}`).join('-');
}

/** Leaves room for `-2` in a part of a path. */
const MAX_BYTES = 190;

/** Signs that tell names apart: `C` from `C#`. */
const SIGNS: Readonly<Record<string, string>> = {
  '#': 'hash',
  '+': 'plus',
  '&': 'and',
  '*': 'star',
  '@': 'at',
  '=': 'equals',
  '\u20ac': 'euro',
  '\u00a3': 'pound',
};
const SIGN = new RegExp(`[${Object.keys(SIGNS).join('')}]`, 'g');

/**
 * The slug of a tag or author, never empty. Spells out signs, so that `C`, `C#` and `C++` differ.
 * Names without letters or digits use code points.
 */
export function slugOfName(name: string): string {
  const spelled = /[\p{L}\p{N}]/u.test(name) ? spellSigns(name) : name;
  const slug = slugOf(spelled) || codePointsOf(name);
  if (Buffer.byteLength(slug) <= MAX_BYTES) return slug;
  return `${shortSlug(slug, MAX_BYTES - 20)}-${shortHash(slug)}`;
}

/** `F#` becomes `F-sharp`, `.NET` becomes `dot-NET`. */
function spellSigns(name: string): string {
  return name
    .replace(/(?<=[\p{L}\p{N}])#/gu, '-sharp-')
    .replace(/(?<!\S)\.(?=[\p{L}\p{N}])/gu, 'dot-')
    .replace(SIGN, (sign) => `-${ownValue(SIGNS, sign) ?? ''}-`);
}

/**
 * A unique slug for each name, compared without case. Where slugs meet, the first name has the
 * plain one, and the others get `-2`, `-3`, so that a name added at the end changes none before it.
 * @param chosen slugs that are given, by name
 */
export function uniqueSlugs(
  names: Iterable<string>,
  chosen: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set([...chosen.values()].map(foldFile));
  const counts = new Map<string, number>();
  for (const name of new Set(names)) {
    const slug = slugOfName(name);
    let unique = chosen.get(name) ?? slug;
    if (!chosen.has(name)) {
      let count = counts.get(slug) ?? 1;
      while (taken.has(unique)) unique = `${slug}-${++count}`;
      counts.set(slug, count);
      taken.add(unique);
    }
    slugs.set(name, unique);
  }
  return slugs;
}
