/** Makes players of addresses that stand alone in a paragraph. A link written as `[text](address)` stays one. */
import type { MarkedExtension } from 'marked';
import {
  createElement,
  elementsOf,
  isInside,
  isTag,
  setChildren,
  textOf,
  type Element,
} from '../../lib/html.ts';
import type { BodyTree } from '../body.ts';
import { isPlayerAddress } from './player-addresses.ts';

/** Attribute of a paragraph that is nothing but an address. */
export const LONE_ADDRESS = 'data-lone-address';

/** Marks these paragraphs: in HTML, a link with its address as text would look the same. */
export const loneAddresses: MarkedExtension = {
  renderer: {
    paragraph({ tokens }) {
      const [link, ...others] = tokens;
      if (link?.type !== 'link' || others.length > 0 || link.raw.startsWith('[')) return false;
      return `<p ${LONE_ADDRESS}>${this.parser.parseInline(tokens)}</p>\n`;
    },
  },
};

/** Replaces marked paragraphs. In a list or a footnote, an address is a source to look up. */
export function embedAddresses({ tree, source }: BodyTree): void {
  for (const element of elementsOf(tree)) {
    const { [LONE_ADDRESS]: mark, ...attributes } = element.attribs;
    if (mark === undefined) continue;
    element.attribs = attributes;
    const address = addressIn(element);
    if (source.embedAddresses === false || isInside(element, 'li') || address === undefined)
      continue;
    setChildren(element, [createElement('iframe', [], { src: address })]);
  }
}

/** Address of a player that is all that the paragraph says. */
function addressIn({ children }: Element): string | undefined {
  const [link, ...others] = children;
  if (link === undefined || others.length > 0 || !isTag(link)) return undefined;
  const { href = '' } = link.attribs;
  return href.endsWith(textOf(link)) && isPlayerAddress(href) ? href : undefined;
}
