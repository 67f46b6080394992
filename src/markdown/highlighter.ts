/** Splits code into typed tokens with Shiki. */
import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  guessEmbeddedLanguages,
  type BundledLanguage,
  type Highlighter,
} from 'shiki';

export interface CodeToken {
  readonly text: string;
  /** `keyword`, `string`, `comment`, ...; absent for plain code. */
  readonly kind: string | undefined;
}

// Yields variables instead of colours: `var(--tok-keyword)`.
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--tok-' });

/** Tokens in order, or `undefined` for a language that Shiki does not know. */
export async function tokenize(code: string, language: string): Promise<CodeToken[] | undefined> {
  if (!isKnown(language)) return undefined;
  const embedded = guessEmbeddedLanguages(code, language).filter(isKnown);
  const highlighter = await highlighterOf([language, ...embedded]);
  // Milliseconds per line; with the default of 500, a busy machine highlights code only in part.
  const tokenizeTimeLimit = 3000;
  const { tokens } = highlighter.codeToTokens(code, { lang: language, theme, tokenizeTimeLimit });
  return tokens.flatMap((line, index) => [
    ...(index > 0 ? [{ text: '\n', kind: undefined }] : []),
    ...line.map(({ content, color }) => ({
      text: content,
      kind: /^var\(--tok-token-([a-z-]+)\)$/.exec(color ?? '')?.[1],
    })),
  ]);
}

/** By language names. */
const highlighters = new Map<string, Promise<Highlighter>>();

/**
 * A highlighter with exactly these languages: others would highlight code
 * embedded in them too, so a body would depend on those rendered before it.
 */
function highlighterOf(languages: readonly BundledLanguage[]): Promise<Highlighter> {
  const langs = [...new Set(languages)].toSorted();
  const key = langs.join(' ');
  // Without Shiki's warning about many highlighters.
  const highlighter =
    highlighters.get(key) ?? createHighlighter({ langs, themes: [theme], warnings: false });
  highlighters.set(key, highlighter);
  return highlighter;
}

function isKnown(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language);
}
