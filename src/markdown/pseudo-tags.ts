/** `<stdin>` and `<webmaster at python.org>` look like HTML and are text: they stay readable. */
import type { MarkedExtension, Tokens } from 'marked';
import { isHtmlName } from './html-elements.ts';

const TAG_START = /<(\/?)([a-zA-Z][^\s<>/]*)/g;

/** Makes marked leave tags alone that HTML does not know. */
export const pseudoTags: MarkedExtension = {
  tokenizer: {
    // `undefined` says "no such token here", `false` asks for marked's own reading.
    html: (source) => (opensPseudoTag(source) ? undefined : false),
    tag: (source) => (opensPseudoTag(source) ? undefined : false),
  },
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapePseudoTags(text),
  },
};

function opensPseudoTag(source: string): boolean {
  const name = /^ {0,3}<\/?([a-zA-Z][^\s<>/]*)/.exec(source)?.[1];
  return name !== undefined && !isHtmlName(name);
}

/** Inside a block of raw HTML, marked does not look for tags; a pseudo-tag is escaped there. */
function escapePseudoTags(html: string): string {
  // HTML has no such sections; its readers do not agree on where one ends, and drop the words in it.
  return html
    .replace(/<(?=!\[CDATA\[)/gi, '&lt;')
    .replace(TAG_START, (tag, slash: string, name: string) => {
      // `plaintext` has no end and would take the rest of the text with it; `xmp` is the same with an end.
      if (/^plaintext$/i.test(name)) return `<${slash}xmp`;
      return isHtmlName(name) ? tag : `&lt;${slash}${name}`;
    });
}
