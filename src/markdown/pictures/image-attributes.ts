/**
 * Attributes behind an image, as in Pandoc and kramdown: `![A garden](garden.jpg){.wide width=50%}`.
 * https://pandoc.org/MANUAL.html#extension-link_attributes
 * https://kramdown.gettalong.org/syntax.html#span-ials
 */
import { Renderer, type MarkedExtension, type Token, type Tokens } from 'marked';
import { escapeAttribute } from '../../lib/html.ts';
import { reachOf } from './reach.ts';

interface ImageWithAttributes extends Tokens.Image {
  readonly attributes: ReadonlyMap<string, string>;
}

const LIST = /^\{:?([^{}\n]*)\}/;
const SIZE = /^(width|height)=(["']?)(\d+(?:\.\d+)?(?:px|%)?)\2$/;

/** A list with anything unknown in it stays text. */
export const imageAttributes: MarkedExtension = {
  walkTokens(token) {
    for (const line of linesOf(token)) readAttributes(line);
  },
  renderer: {
    image(token) {
      const html = Renderer.prototype.image.call(this, token);
      if (!hasAttributes(token)) return html;
      const written = [...token.attributes].map(
        ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
      );
      return html.replace(/^<img/, `<img${written.join('')}`);
    },
  },
};

function linesOf(token: Token): readonly Token[][] {
  if (isTable(token)) return [...token.header, ...token.rows.flat()].map(({ tokens }) => tokens);
  return 'tokens' in token && token.tokens !== undefined ? [token.tokens] : [];
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table' && 'rows' in token;
}

/** Moves the attributes from the texts into the images before them. */
function readAttributes(line: Token[]): void {
  for (const [index, token] of line.entries()) {
    const next = line[index + 1];
    if (next?.type !== 'text' || !('text' in next)) continue;
    const image = imageIn(token);
    const [written, list] = LIST.exec(next.text) ?? [];
    const attributes = attributesOf(list);
    if (image === undefined || written === undefined || attributes === undefined) continue;
    Object.assign(image, { attributes });
    next.text = next.text.slice(written.length);
    next.raw = next.text;
  }
}

/** An image, or the only thing in a link. */
function imageIn(token: Token): Token | undefined {
  if (token.type === 'image') return token;
  if (token.type !== 'link' || !('tokens' in token) || token.tokens?.length !== 1) return undefined;
  const [only] = token.tokens;
  return only?.type === 'image' ? only : undefined;
}

function attributesOf(list = ''): Map<string, string> | undefined {
  const attributes = new Map<string, string>();
  for (const word of list.trim().split(/\s+/)) {
    const reach = word.startsWith('.') ? reachOf([word.slice(1)]) : undefined;
    const [, side, , length] = SIZE.exec(word) ?? [];
    if (reach !== undefined) attributes.set('class', reach);
    else if (side !== undefined && length !== undefined) attributes.set(side, length);
    else return undefined;
  }
  return attributes;
}

function hasAttributes(token: Tokens.Image): token is ImageWithAttributes {
  return 'attributes' in token;
}
