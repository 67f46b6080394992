/** Finds words on pages that come from no table: content in these tests is written in Cyrillic. */
import { wordsIn } from '../../src/lib/language/language.ts';
import { elements, type Document, type Element } from './dom.ts';

/** A word in letters that have spaces between words; Japanese ones are of the table, or nobody's slip. */
const WORD = /(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{M}])+/gu;
const CONTENT = /\p{Script=Cyrillic}/u;

/** Attributes that a reader sees or hears. */
const READ = ['aria-label', 'aria-description', 'alt', 'title', 'placeholder', 'label'];
/** What scripts say is part of the page. */
const SAID = /^data-(?:done|failed|.*label|.*text|.*name)$/;
/** Text that is the same in every language: addresses, data, scripts. */
const NOT_READ = ['code', 'script', 'style'];

/** Words of a page that stand neither in the table of the language nor in `names`, sorted. */
export function strayWords(page: Document, language: string, names: readonly string[]): string[] {
  const known = new Set([...tableWords(language), ...names]);
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

const tables = new Map<string, ReadonlySet<string>>();

/** Every word that a table can say. */
function tableWords(language: string): ReadonlySet<string> {
  const known = tables.get(language) ?? new Set(said(wordsIn(language)).join(' ').match(WORD));
  tables.set(language, known);
  return known;
}

const DAY = { year: 2021, month: 1, day: 1 };

/** Has no words of its own, whether it is taken for a text or called for one. */
const BLANK = Object.assign((text: string) => text, { toString: () => '' });

function said(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(said);
  if (typeof value !== 'function') return [];
  const calls = [
    ['', '', ''],
    [BLANK],
    [DAY],
    ...Array.from({ length: 120 }, (_, number) => [number]),
  ];
  return calls.flatMap((parameters) => {
    try {
      return said(Reflect.apply(value, undefined, parameters));
    } catch {
      // A message that wants another kind of thing.
      return [];
    }
  });
}
