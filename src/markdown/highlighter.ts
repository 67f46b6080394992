/** Shiki behind one function: code to pieces of text, each of a kind that the stylesheet colours. */
import { bundledLanguages, codeToTokens, createCssVariablesTheme } from 'shiki';

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
  // Milliseconds a line: on a busy machine the usual half a second would leave code half coloured.
  const tokenizeTimeLimit = 3000;
  const { tokens } = await codeToTokens(code, { lang: language, theme, tokenizeTimeLimit });
  return tokens.flatMap((line, index) => [
    ...(index > 0 ? [{ text: '\n', kind: undefined }] : []),
    ...line.map(({ content, color }) => ({
      text: content,
      kind: /^var\(--tok-token-([a-z-]+)\)$/.exec(color ?? '')?.[1],
    })),
  ]);
}

function isKnown(language: string): language is keyof typeof bundledLanguages {
  return Object.hasOwn(bundledLanguages, language);
}
