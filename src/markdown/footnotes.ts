/** Footnotes as GitHub writes them: `[^1]` in the text, `[^1]: ...` anywhere. */
import type { MarkedExtension, RendererExtension, Token, TokenizerExtension } from 'marked';
import type { Words } from '../lib/language/language.ts';
import markedFootnote, { type Footnotes } from 'marked-footnote';

/** A footnote that nothing refers to is listed all the same, so that its words are not lost. */
export const keepUnusedFootnotes: MarkedExtension = {
  walkTokens(token) {
    if (!isFootnotes(token)) return;
    token.items.push(...token.rawItems.filter((footnote) => !token.items.includes(footnote)));
  },
};

/** A footnote within a footnote, and so on. */
const DEEPEST = 10;

/** The extension; footnotes that are nested without end, which take very long to read, are text. */
export function footnotes(words: Words['body']): MarkedExtension {
  const extension = markedFootnote({
    description: words.footnotes,
    backRefLabel: words.backToReference('{0}'),
  });
  return { ...extension, extensions: (extension.extensions ?? []).map(bounded) };
}

function bounded(
  extension: TokenizerExtension | RendererExtension,
): TokenizerExtension | RendererExtension {
  if (!('tokenizer' in extension) || extension.name !== 'footnote') return extension;
  const { tokenizer } = extension;
  let depth = 0;
  return {
    ...extension,
    tokenizer(source, tokens) {
      if (depth >= DEEPEST) {
        const raw = /^\[\^[^\n]*/.exec(source)?.[0];
        if (raw === undefined) return undefined;
        return { type: 'paragraph', raw, text: raw, tokens: this.lexer.inline(raw) };
      }
      depth++;
      try {
        return tokenizer.call(this, source, tokens);
      } finally {
        depth--;
      }
    },
  };
}

function isFootnotes(token: Token | Footnotes): token is Footnotes {
  return token.type === 'footnotes';
}
