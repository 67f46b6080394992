/** Finds interface text that no translation contains; the content of these tests is Cyrillic. */
import { wordsIn } from '../../src/lib/language/language.ts';
import { elements, type Document, type Element } from './dom.ts';

/** A word of a script with spaces between words, so not Japanese. */
const WORD = /(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{M}])+/gu;
const CONTENT = /\p{Script=Cyrillic}/u;

/** Attributes that a reader sees or hears. */
const READ = ['aria-label', 'aria-description', 'alt', 'title', 'placeholder', 'label'];
/** What scripts say is part of the page. */
const SAID = /^data-(?:done|failed|.*label|.*text|.*name)$/;
/** Text that is the same in every language: addresses, data, scripts. */
const NOT_READ = ['code', 'script', 'style'];

/** Words of a page that are neither in the translation nor in `names`, sorted. */
export function strayWords(page: Document, language: string, names: readonly string[]): string[] {
  const known = new Set([...translatedWords(language), ...names]);
  const found = readTexts(page).flatMap((text) => text.match(WORD) ?? []);
  return [...new Set(found)].filter((word) => !known.has(word) && !CONTENT.test(word)).toSorted();
}

/** Every text of a page that somebody reads or hears. */
function readTexts(page: Document): string[] {
  const attributes = elements(page).flatMap((element) =>
    Object.entries(element.attribs)
      .filter(([name]) => READ.includes(name) || SAID.test(name))
      .map(([, value]) => value),
  );
  return [...attributes, ...elements(page, 'meta').flatMap(metaText), ...texts(page)];
}

function metaText({ attribs }: Element): string[] {
  const name = attribs['name'] ?? attribs['property'] ?? '';
  return /(?:description|title|alt)$/.test(name) ? [attribs['content'] ?? ''] : [];
}

function texts(page: Document): string[] {
  const skipped = new Set(elements(page, ...NOT_READ));
  const visit = (node: Document | Element): string[] =>
    node.children.flatMap((child) => {
      if (child.type === 'text') return [child.data];
      return 'attribs' in child && !skipped.has(child) ? visit(child) : [];
    });
  return visit(page);
}

const cache = new Map<string, ReadonlySet<string>>();

/** Every word of a translation. */
function translatedWords(language: string): ReadonlySet<string> {
  const known = cache.get(language) ?? new Set(textsOf(wordsIn(language)).join(' ').match(WORD));
  cache.set(language, known);
  return known;
}

const DAY = { year: 2021, month: 1, day: 1 };

/** An empty text, and a function that returns its argument. */
const BLANK = Object.assign((text: string) => text, { toString: () => '' });

/** Every text of some words, with messages called for values of each kind. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  if (typeof value !== 'function' || value === BLANK) return [];
  const calls = [
    ['', '', ''],
    [BLANK],
    [DAY],
    ...Array.from({ length: 120 }, (_, number) => [number]),
  ];
  return calls.flatMap((parameters) => {
    try {
      return textsOf(Reflect.apply(value, undefined, parameters));
    } catch {
      // A message that takes another kind of value.
      return [];
    }
  });
}
