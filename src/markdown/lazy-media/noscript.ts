/** `<noscript>` beside a lazy image or frame, which has the same for browsers without scripts. */
import {
  elementsOf,
  isTag,
  isText,
  remove,
  textOf,
  unwrap,
  type ChildNode,
  type Element,
} from '../../lib/html.ts';
import { decodeLoosely } from '../../lib/paths.ts';
import { isPlaceholder } from './placeholder.ts';

/** Siblings to look at on each side. */
const REACH = 5;

/** @param lazy elements whose `src` is real by now */
export function removeDoubles(elements: readonly Element[], lazy: ReadonlySet<Element>): void {
  /** Those that belong to an earlier `noscript`. */
  const settled = new Set<Element>();
  for (const noscript of elements) {
    if (noscript.name !== 'noscript' || textOf(noscript).trim() !== '') continue;
    const [shown, ...others] = mediaIn(noscript);
    if (shown === undefined || others.length > 0) continue;
    const isDouble = (media: Element): boolean =>
      media.name === shown.name &&
      !settled.has(media) &&
      (lazy.has(media) || isPlaceholder(media.attribs['src']) || nameOf(media) === nameOf(shown));
    const before = doublesBeside(noscript, 'prev', isDouble);
    const doubles =
      before.length > 0 ? before : doublesBeside(noscript, 'next', isDouble).slice(0, 1);
    if (doubles.length === 0) continue;
    const kept = doubles.find((media) => lazy.has(media)) ?? shown;
    settled.add(kept);
    for (const media of doubles) if (media !== kept) remove(media);
    if (kept === shown) unwrap(noscript);
    else {
      if (!kept.attribs['alt']) kept.attribs['alt'] = shown.attribs['alt'] ?? '';
      remove(noscript);
    }
  }
}

/** The nearest first, up to words or media that are no double. */
function doublesBeside(
  noscript: Element,
  side: 'prev' | 'next',
  isDouble: (media: Element) => boolean,
): Element[] {
  const doubles: Element[] = [];
  let node: ChildNode | null = noscript[side];
  for (let step = 0; node !== null && step < REACH; step++, node = node[side]) {
    if ((isText(node) || isTag(node)) && textOf(node).trim() !== '') break;
    if (!isTag(node)) continue;
    const media = mediaIn(node);
    if (side === 'prev') media.reverse();
    for (const element of media) {
      if (!isDouble(element)) return doubles;
      doubles.push(element);
    }
  }
  return doubles;
}

function mediaIn(element: Element): Element[] {
  return [element, ...elementsOf(element)].filter(
    ({ name }) => name === 'img' || name === 'iframe',
  );
}

/** Name of the file without its size, which WordPress appends: `-300x200`. */
function nameOf({ attribs }: Element): string {
  const [path = ''] = (attribs['src'] ?? '').split(/[?#]/);
  const name = decodeLoosely(path).split('/').at(-1) ?? '';
  return name.replace(/-\d+x\d+(?=\.\w+$)/, '').toLowerCase();
}
