/** Compares what readers find in a body before and after: what is missing, and what has come. */
import { frameAddress, webUrl } from '../../markdown/embeds/player-addresses.ts';
import type { Facts, LinkFact } from './facts.ts';

export type FactKind = 'word' | 'line' | 'link' | 'picture' | 'frame' | 'code' | 'heading';

export interface Difference {
  readonly kind: FactKind;
  readonly change: 'missing' | 'gained';
  /** The word, line, code, heading or text of the link; the address of a picture or frame. */
  readonly text: string;
  /** Of a link: where it leads. */
  readonly address?: string;
}

export interface Equivalence {
  /** Name of what an address of the source leads to; equal names are the same target. */
  readonly sourceTarget?: (href: string) => string;
  /** The same for an address of the rendered body. */
  readonly renderedTarget?: (href: string) => string;
}

/** @returns nothing if readers find the same */
export function compareFacts(
  source: Facts,
  rendered: Facts,
  equivalence: Equivalence = {},
): Difference[] {
  const { sourceTarget = plainAddress, renderedTarget = plainAddress } = equivalence;
  const frames = compare('frame', source.frames, rendered.frames, plainFrame);
  const links = compareLinks(source.links, rendered.links, sourceTarget, renderedTarget);
  return [
    ...compare('word', source.words, rendered.words, (word) => word),
    ...compare('line', source.lines, rendered.lines, plainText),
    ...withoutReplacements(links, frames),
    ...comparePictures(source, rendered),
    ...frames.filter((frame) => !isLinked(frame, rendered.links)),
    ...compare('code', source.code, rendered.code, plainCode),
    ...compare('heading', source.headings, rendered.headings, plainText),
  ];
}

/** Compares two multisets, in the order of each. */
function compare(
  kind: FactKind,
  source: readonly string[],
  rendered: readonly string[],
  keyOf: (text: string) => string,
): Difference[] {
  return [
    ...without(source, rendered, keyOf).map((text): Difference => ({
      kind,
      change: 'missing',
      text,
    })),
    ...without(rendered, source, keyOf).map((text): Difference => ({
      kind,
      change: 'gained',
      text,
    })),
  ];
}

function without(
  texts: readonly string[],
  others: readonly string[],
  keyOf: (text: string) => string,
): string[] {
  const counts = new Map<string, number>();
  for (const other of others) {
    const key = keyOf(other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return texts.filter((text) => {
    const key = keyOf(text);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

function compareLinks(
  source: readonly LinkFact[],
  rendered: readonly LinkFact[],
  sourceTarget: (href: string) => string,
  renderedTarget: (href: string) => string,
): Difference[] {
  const written = source.map(({ href, text }) =>
    JSON.stringify([plainText(text), sourceTarget(href)]),
  );
  const shown = rendered.map(({ href, text }) =>
    JSON.stringify([plainText(text), renderedTarget(href)]),
  );
  const missing = indexesWithout(written, shown).map((index) =>
    linkDifference('missing', source[index]),
  );
  const gained = indexesWithout(shown, written)
    .map((index) => linkDifference('gained', rendered[index]))
    .filter((link) => !isBare(link));
  const split = splitLinks(missing, gained, sourceTarget, renderedTarget);
  const targets = new Set(source.map(({ href }) => sourceTarget(href)));
  // A picture of a link that was split.
  const isPart = ({ change, text, address = '' }: Difference): boolean =>
    change === 'gained' && text === '' && targets.has(renderedTarget(address));
  return [...missing, ...gained].filter((link) => !split.has(link) && !isPart(link));
}

/** Links that became several, one for each paragraph. */
function splitLinks(
  missing: readonly Difference[],
  gained: readonly Difference[],
  sourceTarget: (href: string) => string,
  renderedTarget: (href: string) => string,
): Set<Difference> {
  const textOf = (links: readonly Difference[]): string =>
    links
      .map(({ text }) => plainText(text))
      .join('')
      .replaceAll(' ', '');
  const before = byTarget(missing, sourceTarget);
  const after = byTarget(gained, renderedTarget);
  return new Set(
    [...before].flatMap(([target, links]) => {
      const others = after.get(target) ?? [];
      return textOf(links) === textOf(others) ? [...links, ...others] : [];
    }),
  );
}

function byTarget(
  links: readonly Difference[],
  targetOf: (href: string) => string,
): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const link of links) {
    const target = targetOf(link.address ?? '');
    const group = groups.get(target) ?? [];
    group.push(link);
    groups.set(target, group);
  }
  return groups;
}

function indexesWithout(keys: readonly string[], others: readonly string[]): number[] {
  const indexes = keys.map((_, index) => String(index));
  return without(
    indexes,
    others.map((key) => `:${key}`),
    (text) => (text.startsWith(':') ? text : `:${keys[Number(text)] ?? ''}`),
  ).map(Number);
}

function linkDifference(change: Difference['change'], link: LinkFact | undefined): Difference {
  return { kind: 'link', change, text: link?.text ?? '', address: link?.href ?? '' };
}

/** By number, since imported pictures have other addresses. */
function comparePictures(source: Facts, rendered: Facts): Difference[] {
  const count = source.pictures.length - rendered.pictures.length;
  const [longer, shorter] = count > 0 ? [source, rendered] : [rendered, source];
  const unlike = without(
    longer.pictures.map(({ src }) => src),
    shorter.pictures.map(({ src }) => src),
    nameOf,
  );
  const change = count > 0 ? 'missing' : 'gained';
  return unlike.slice(0, Math.abs(count)).map((text) => ({ kind: 'picture', change, text }));
}

/** Of a picture's file, without its ending. */
function nameOf(src: string): string {
  const segment = plainAddress(src).split('/').at(-1) ?? '';
  return segment.replace(/\.\w+$/, '').toLowerCase();
}

/** A link may stand for a frame that posts cannot have. */
function withoutReplacements(
  links: readonly Difference[],
  frames: readonly Difference[],
): Difference[] {
  const shown = new Set(frames.map(({ text }) => plainFrame(text)));
  return links.filter(
    ({ change, address = '' }) => change === 'missing' || !shown.has(plainFrame(address)),
  );
}

/** An address in the text, which became a link. */
function isBare({ text, address = '' }: Difference): boolean {
  return plainAddress(address.replace(/^mailto:/i, '')) === plainAddress(text);
}

function isLinked({ text }: Difference, links: readonly LinkFact[]): boolean {
  return links.some(({ href }) => plainFrame(href) === plainFrame(text));
}

/** Without what typographers change. */
function plainText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2026', '...')
    .replace(/\s+/g, ' ')
    .trim();
}

function plainCode(code: string): string {
  return code.replaceAll('\u00a0', ' ').replace(/(?<![\t ])[\t ]+(?=\n|$)/g, '');
}

/** The same for all ways to write an address. */
export function plainAddress(address: string): string {
  const url = address
    .trim()
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
  return url.replace(/(?:%[\da-f]{2})+/gi, decoded).normalize('NFC');
}

function decoded(sequences: string): string {
  try {
    return decodeURIComponent(sequences);
  } catch {
    return sequences;
  }
}

/** The same for a player, its page and its frame. */
function plainFrame(address: string): string {
  const url = webUrl(address);
  if (url === undefined) return plainAddress(address);
  const { hostname, pathname } = frameAddress(url) ?? url;
  return `${hostname.replace(/^www\./, '').replace('-nocookie', '')}${pathname.replace(/\/$/, '')}`;
}
