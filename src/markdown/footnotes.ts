/** Footnotes as GitHub writes them: `[^1]` in the text, `[^1]: ...` anywhere. */
import type { MarkedExtension, Token } from 'marked';
import markedFootnote, { type Footnotes } from 'marked-footnote';

/** A footnote that nothing refers to is listed all the same, so that its words are not lost. */
export const keepUnusedFootnotes: MarkedExtension = {
  walkTokens(token) {
    if (!isFootnotes(token)) return;
    token.items.push(...token.rawItems.filter((footnote) => !token.items.includes(footnote)));
  },
};

export { markedFootnote as footnotes };

function isFootnotes(token: Token | Footnotes): token is Footnotes {
  return token.type === 'footnotes';
}
