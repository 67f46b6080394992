/** Shiki behind one function: code to pieces of text, each of a kind that the stylesheet colours. */
import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  guessEmbeddedLanguages,
  type BundledLanguage,
  type Highlighter,
} from 'shiki';

/** A piece of code. `kind` is `keyword`, `string`, `comment`, ...; absent for the rest. */
export interface CodeToken {
  readonly text: string;
  readonly kind: string | undefined;
}

// The theme answers with variables instead of colours: `var(--tok-keyword)`.
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--tok-' });

/** The pieces in order, or `undefined` for a language that shiki does not know. */
export async function tokenize(code: string, language: string): Promise<CodeToken[] | undefined> {
  if (!isKnown(language)) return undefined;
  const highlighter = await highlighterOf([
    language,
    ...guessEmbeddedLanguages(code, language).filter(isKnown),
  ]);
  // Milliseconds a line: on a busy machine the usual half a second would leave code half coloured.
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

/** By the languages that each knows. */
const highlighters = new Map<string, Promise<Highlighter>>();

/**
 * One that knows these languages and no others: whatever else it knew would
 * colour code of theirs too, so that a text would depend on those before it.
 */
function highlighterOf(languages: readonly BundledLanguage[]): Promise<Highlighter> {
  const langs = [...new Set(languages)].toSorted();
  const key = langs.join(' ');
  const known = highlighters.get(key);
  if (known !== undefined) return known;
  // Without the warning that there are many.
  const made = createHighlighter({ langs, themes: [theme], warnings: false });
  highlighters.set(key, made);
  return made;
}

function isKnown(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language);
}
