/** Compares what readers find in a body before and after: what is missing, and what has come. */
import { frameAddress, webUrl } from '../../markdown/embeds/player-addresses.ts';
import type { Facts, LinkFact } from './facts.ts';
import { compareLinks } from './compare-links.ts';
import { plainAddress, plainText, without } from './plain.ts';

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
  // Nearly always.
  if (isSame(source, rendered)) return [];
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

function isSame(texts: readonly string[], others: readonly string[]): boolean {
  return texts.length === others.length && texts.every((text, index) => text === others[index]);
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

function isLinked({ text }: Difference, links: readonly LinkFact[]): boolean {
  return links.some(({ href }) => plainFrame(href) === plainFrame(text));
}

function plainCode(code: string): string {
  return code
    .replaceAll('\u00a0', ' ')
    .replace(/^[\t ]+/gm, (indent) => indent.replaceAll('\t', '    '))
    .replace(/(?<![\t ])[\t ]+(?=\n|$)/g, '');
}

/** The same for a player, its page and its frame. */
function plainFrame(address: string): string {
  const url = webUrl(address);
  if (url === undefined) return plainAddress(address);
  const { hostname, pathname } = frameAddress(url) ?? url;
  return `${hostname.replace(/^www\./, '').replace('-nocookie', '')}${pathname.replace(/\/$/, '')}`;
}
