/** GitHub's footnotes: `[^1]` in the text, `[^1]: ...` anywhere. */
import type { MarkedExtension, RendererExtension, Token, TokenizerExtension } from 'marked';
import markedFootnote, { type Footnotes } from 'marked-footnote';
import type { Words } from '../lib/language/language.ts';

/** Levels of footnotes within footnotes; deeper ones, which take very long to parse, are text. */
const MAX_DEPTH = 10;

/** Stateful: every body needs its own. */
export function footnotes(words: Words['body']): MarkedExtension[] {
  const extension = markedFootnote({
    description: words.footnotes,
    backRefLabel: words.backToReference('{0}'),
  });
  return [{ ...extension, extensions: extension.extensions?.map(limitDepth) ?? [] }, keepUnused];
}

/** Lists footnotes without a reference too, so that no text is lost. */
const keepUnused: MarkedExtension = {
  walkTokens(token) {
    if (!isFootnotes(token)) return;
    token.items.push(...token.rawItems.filter((footnote) => !token.items.includes(footnote)));
  },
};

function isFootnotes(token: Token | Footnotes): token is Footnotes {
  return token.type === 'footnotes';
}

type Extension = TokenizerExtension | RendererExtension;

function limitDepth(extension: Extension): Extension {
  if (!('tokenizer' in extension) || extension.name !== 'footnote') return extension;
  const { tokenizer } = extension;
  let depth = 0;
  return {
    ...extension,
    tokenizer(source, tokens) {
      if (depth >= MAX_DEPTH) {
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
