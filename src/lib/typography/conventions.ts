/** How languages write quotation marks, dashes and spaces. */
import { SHARED_SPACES, SPACES, type SpaceRule } from './spaces.ts';

export interface Marks {
  /** With the space between the mark and the words. */
  readonly open: string;
  readonly close: string;
}

export interface Conventions {
  /** For the straight `"`. */
  readonly double: Marks;
  /** For the straight `'`. */
  readonly single: Marks;
  /** For two hyphens between spaces. */
  readonly dash: string;
  /** For one hyphen between spaces. */
  readonly hyphen: string;
  /** For two hyphens between letters. */
  readonly joinedDash: string;
  /** Where lines do not break. */
  readonly spaces: readonly SpaceRule[];
}

/**
 * Languages, and regions that differ, with their quotation marks and those within quotations. Mostly the
 * delimiters of CLDR, https://cldr.unicode.org/; Spain has those of its Academy, Switzerland those of its
 * Federal Chancellery.
 */
const QUOTES: readonly (readonly [languages: string, double: string, single: string])[] = [
  ['af az cy da en es-419 ga gl id lv ms nl pt sq tr vi', '“…”', '‘…’'],
  ['eo', '“…”', '«…»'],
  ['bg cs de et hr is lt mk sk sl', '„…“', '‚…‘'],
  ['bs', '„…”', '‘…’'],
  ['sr', '„…”', '’…’'],
  ['pl ro', '„…”', '«…»'],
  ['hu', '„…”', '»…«'],
  ['fi sv', '”…”', '’…’'],
  ['ca el es eu it pt-PT', '«…»', '“…”'],
  ['nb nn no', '«…»', '‘…’'],
  ['be ru uk', '«…»', '„…“'],
  ['de-CH de-LI it-CH', '«…»', '‹…›'],
  ['fr', '«\u00a0…\u00a0»', '“…”'],
];

/** Countries where Spanish has the quotation marks of Spain. */
const LIKE_SPAIN: ReadonlySet<string | undefined> = new Set([
  ...[undefined, 'EA', 'ES', 'GQ', 'IC', 'PH'],
]);
/** Of English, the others have the short dash. */
const LONG_DASH: ReadonlySet<string> = new Set(['be', 'en', 'en-CA', 'en-US', 'es', 'ru', 'uk']);
const [EN_DASH, EM_DASH] = ['\u2013', '\u2014'];

const marksOf = new Map(
  QUOTES.flatMap(([languages, double, single]) =>
    languages.split(' ').map((tag) => [tag, [double, single].map(readMarks)] as const),
  ),
);

const cache = new Map<string, Conventions | undefined>();

/**
 * `undefined` for a language that is left as it is written, such as Japanese.
 * @param tag BCP 47
 */
export function conventionsOf(tag: string): Conventions | undefined {
  if (!cache.has(tag)) cache.set(tag, readConventions(tag));
  return cache.get(tag);
}

function readConventions(tag: string): Conventions | undefined {
  const { language, region } = new Intl.Locale(tag);
  const regional = region === undefined ? language : `${language}-${region}`;
  const isAmerican = language === 'es' && !LIKE_SPAIN.has(region);
  const [double, single] =
    marksOf.get(isAmerican ? 'es-419' : regional) ?? marksOf.get(language) ?? [];
  if (double === undefined || single === undefined) return undefined;
  const isLong = LONG_DASH.has(language === 'en' ? regional : language);
  return {
    double,
    single,
    dash: isLong ? EM_DASH : EN_DASH,
    hyphen: isLong && language !== 'en' ? EM_DASH : EN_DASH,
    joinedDash: isLong || language === 'en' ? EM_DASH : EN_DASH,
    spaces: [...SHARED_SPACES, ...(SPACES.get(language) ?? [])],
  };
}

function readMarks(written: string): Marks {
  const [open = '', close = ''] = written.split('…');
  return { open, close };
}
