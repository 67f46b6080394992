/** Whether the words of a text are on its page, in its feed and in its summary. */
import type { Problem } from '../../src/lib/problem.ts';
import { placedWords, placeOf, seenText } from './seen.ts';
import type { ExpectedWord, KnownText } from './known-text.ts';

/** What became of a text. */
export interface Rendering {
  readonly html: string;
  /** HTML of the post in a feed. */
  readonly feed: string;
  readonly summary: string;
  readonly problems: readonly Problem[];
}

/** What is wrong, each with the kind of its piece. */
export function knownTextFaults(known: KnownText, rendering: Rendering): string[] {
  const { words } = known;
  const error = rendering.problems.find(({ code }) => code === 'html-unclosed');
  if (error !== undefined) {
    // The build stops: who knows what the writer meant to be in the element.
    const isMeant = words.some(({ kind }) => kind.startsWith('unclosed'));
    return isMeant ? [] : [`an error stops the build: ${error.near?.slice(0, 20)}`];
  }
  const places = placesOf(rendering.html);
  const found = words.filter(({ word }) => places.has(word));
  return [
    // The words after the first one are often in the same place.
    ...words.flatMap((expected) => wordFaults(expected, places, known, rendering)).slice(0, 1),
    ...orderFaults(found, places),
    ...lineFaults(known, rendering),
    ...addressFaults(known, rendering),
    ...feedFaults(rendering, places),
    ...summaryFaults(found, rendering.summary),
  ];
}

/** What readers of a page cannot see, whatever is in it. */
const HIDDEN = /<!--[^]*?-->|<(iframe|script|style|template)\b[^]*?<\/\1/gi;
/** Nobody sees a page then, or a message tells what is not on it. */
const EXCUSES = ['body-too-nested', 'limit-exceeded', 'html-dropped', 'html-unclosed'];

/** Whether words that were put into paragraphs of any post are on its page. */
export function markerFaults(
  markers: readonly string[],
  markdown: string,
  { html, problems }: Pick<Rendering, 'html' | 'problems'>,
): string[] {
  if (markers.length === 0 || problems.some(({ code }) => EXCUSES.includes(code))) return [];
  const visible = markdown.replace(HIDDEN, ' ');
  const page = seenText(html);
  const isLost = markers.some((marker) => visible.includes(marker) && !page.includes(marker));
  return isLost ? ['a word is lost'] : [];
}

/** Around each word, for each time that it is there. In the order of the page. */
type Places = ReadonlyMap<string, readonly string[]>;

function placesOf(html: string): Places {
  const places = new Map<string, string[]>();
  // Words that have run into one another count as none.
  for (const { word, place } of placedWords(html, /[a-z]+/gi)) {
    if (!/^word[a-z]{2}$/.test(word)) continue;
    const known = places.get(word) ?? [];
    known.push(place);
    places.set(word, known);
  }
  return places;
}

function wordFaults(
  { word, kind, inside }: ExpectedWord,
  places: Places,
  known: KnownText,
  { problems }: Rendering,
): string[] {
  const [place, ...others] = places.get(word) ?? [];
  if (place === undefined)
    return isReported(word, known.markdown, problems) ? [] : [`a word is lost: ${kind}`];
  if (others.length > 0) return [`a word is there twice: ${kind}`];
  const wanted = placeOf(inside.split(' '));
  if (/\bany\b/.test(inside) || place === wanted) return [];
  return [`a word is in the wrong element: ${kind}`];
}

/** Codes of problems that say that something on their line is not shown. */
const LOSS = /dropped|extra|unused|twice|replaced/;

function isReported(word: string, markdown: string, problems: readonly Problem[]): boolean {
  const line = lineOf(markdown, word);
  return problems.some(({ code, severity, message, hint, near, bodyLine }) => {
    if (severity === 'note') return false;
    if (`${message} ${hint}`.includes(word)) return true;
    if (!LOSS.test(code)) return false;
    return line === (bodyLine ?? lineOf(markdown, near ?? ''));
  });
}

function lineOf(markdown: string, text: string): number {
  return markdown.slice(0, Math.max(0, markdown.indexOf(text))).split('\n').length;
}

function orderFaults(found: readonly ExpectedWord[], places: Places): string[] {
  const isBody = ({ word, inside }: ExpectedWord): boolean =>
    !/\bnote\b/.test(`${inside} ${places.get(word)?.[0]}`);
  const onPage = [...places.keys()];
  let last = -1;
  for (const expected of found.filter(isBody)) {
    const at = onPage.indexOf(expected.word);
    if (at < last) return [`a word is out of order: ${expected.kind}`];
    last = at;
  }
  return [];
}

function lineFaults({ lines, markdown }: KnownText, { html, problems }: Rendering): string[] {
  const page = oneLine(seenText(html));
  return lines
    .filter(({ text }) => !page.includes(oneLine(text)))
    .filter(({ text }) => !isReported(/word[a-z]{2}/.exec(text)?.[0] ?? text, markdown, problems))
    .map(({ kind }) => `a text is not shown as it is: ${kind}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function addressFaults({ addresses }: KnownText, { html, problems }: Rendering): string[] {
  return addresses
    .filter(
      ({ address }) =>
        !html.includes(address) && !problems.some(({ message }) => message.includes(address)),
    )
    .map(({ kind, address }) => `nothing tells the address ${address}: ${kind}`);
}

function feedFaults({ feed }: Rendering, places: Places): string[] {
  const isSame = [...places.keys()].join(' ') === [...placesOf(feed).keys()].join(' ');
  return isSame ? [] : ['the words of the feed are not those of the page'];
}

/** Characters of the shortest summary that ends before the text does. */
const SHORTEST_CUT = 80;
/** Where a summary may leave words out. */
const NO_PROSE = /\b(?:any|h|note|pre|td|sup|details|audio|video)\b/;

function summaryFaults(found: readonly ExpectedWord[], summary: string): string[] {
  if (/[a-z]word[a-z]{2}|word[a-z]{3}/i.test(summary)) return ['words run together in the summary'];
  const inSummary: readonly string[] = summary.match(/word[a-z]{2}/g) ?? [];
  const prose = found.filter(({ inside, isAside }) => !isAside && !NO_PROSE.test(inside));
  const shown = prose.filter(({ word }) => inSummary.includes(word));
  const isEarly = summary.length < SHORTEST_CUT;
  const missing = prose
    .slice(0, isEarly ? prose.length : shown.length)
    .find(({ word }) => !inSummary.includes(word));
  if (missing !== undefined) return [`a word is missing in the summary: ${missing.kind}`];
  const order = found.map(({ word }) => word);
  const isInOrder = inSummary
    .map((word) => order.indexOf(word))
    .filter((index) => index !== -1)
    .every((index, at, indexes) => index > (indexes[at - 1] ?? -1));
  if (!isInOrder) return ['the summary has another order'];
  return /^(?:\{\{.*\}\}|\{%.*%\}|\[(?:gallery|caption|embed))/.test(summary)
    ? ['a leftover opens the summary']
    : [];
}
