/** Keeps unknown tags such as `<stdin>` and `<webmaster at python.org>` as text. */
import type { MarkedExtension } from 'marked';
import { isHtmlName } from './html-elements.ts';

const TAG_START = /<(\/?)([a-zA-Z][^\s<>/]*)/g;

export const unknownTags: MarkedExtension = {
  tokenizer: {
    html: skipUnknownTag,
    tag: skipUnknownTag,
  },
  renderer: {
    // Within a block of raw HTML, marked does not look for tags.
    html: ({ text }) => escapeUnknownTags(text),
  },
};

/** `undefined` means "no such token here", `false` falls back to marked's tokenizer. */
function skipUnknownTag(source: string): undefined | false {
  const name = /^ {0,3}<\/?([a-zA-Z][^\s<>/]*)/.exec(source)?.[1];
  return name !== undefined && !isHtmlName(name) ? undefined : false;
}

function escapeUnknownTags(html: string): string {
  return (
    html
      // HTML has no CDATA sections; parsers disagree on their end and drop the text in them.
      .replace(/<(?=!\[CDATA\[)/gi, '&lt;')
      .replace(TAG_START, (tag, slash: string, name: string) => {
        // `plaintext` is `xmp` without an end tag, so it would contain the rest of the body.
        if (/^plaintext$/i.test(name)) return `<${slash}xmp`;
        return isHtmlName(name) ? tag : `&lt;${slash}${name}`;
      })
  );
}
