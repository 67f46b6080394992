/** Compares links by their text and target. */
import type { Difference } from './compare.ts';
import type { LinkFact } from './facts.ts';
import { plainAddress, plainText, without } from './plain.ts';

export function compareLinks(
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
  const before = byTarget(missing, sourceTarget);
  const after = byTarget(gained, renderedTarget);
  return new Set(
    [...before].flatMap(([target, links]) => {
      const others = after.get(target) ?? [];
      return textIn(links) === textIn(others) ? [...links, ...others] : [];
    }),
  );
}

/** All of their texts, without spaces. */
function textIn(links: readonly Difference[]): string {
  return links
    .map(({ text }) => plainText(text))
    .join('')
    .replaceAll(' ', '');
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

/** An address in the text, which became a link. */
function isBare({ text, address = '' }: Difference): boolean {
  return plainAddress(address.replace(/^mailto:/i, '')) === plainAddress(text);
}
