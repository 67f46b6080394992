/** Syntax highlighting by Shiki with classes, which a strict content security policy allows. */
import {
  bundledLanguages,
  bundledLanguagesInfo,
  createCssVariablesTheme,
  createHighlighter,
  guessEmbeddedLanguages,
  type BundledLanguage,
  type Highlighter,
} from 'shiki';
import { Element, Text, type ChildNode } from '../../lib/html.ts';
import type { Steps } from '../../lib/time-limit.ts';

// Yields variables instead of colours: `var(--tok-keyword)`.
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--tok-' });
/** By language names. */
const highlighters = new Map<string, Highlighter>();
/** By name and alias. */
const titles = new Map(
  bundledLanguagesInfo.flatMap(({ id, name, aliases = [] }) =>
    [id, ...aliases].map((key) => [key, name] as const),
  ),
);

/** The name of a language for readers; `undefined` if it is unknown. */
export function languageTitle(language: string): string | undefined {
  return titles.get(language);
}

/**
 * Splits code into tokens, whose classes name their kind: `tok-keyword`, `tok-string`, ...
 * @returns the nodes of each line; `undefined` for an unknown language
 */
export function* highlight(text: string, language: string): Steps<ChildNode[][] | undefined> {
  if (!isKnown(language)) return undefined;
  // Exactly these languages: a highlighter would highlight code in any others that it knows
  // too, so a body would depend on those rendered before it.
  const embedded = guessEmbeddedLanguages(text, language).filter(isKnown);
  const langs = [...new Set([language, ...embedded])].toSorted();
  const key = langs.join(' ');
  const highlighter = highlighters.get(key);
  if (highlighter === undefined) {
    yield load(key, langs);
    return yield* highlight(text, language);
  }
  // One that is ended while it reads its grammars would fail from then on.
  highlighters.delete(key);
  // Milliseconds per line; with the default of 500, a busy machine highlights code only in part.
  const options = { lang: language, theme, tokenizeTimeLimit: 3000 };
  const lines = highlighter.codeToTokensBase(text, options);
  highlighters.set(key, highlighter);
  return lines.map((line) =>
    line.map(({ content, color }) => {
      const kind = /^var\(--tok-token-([a-z-]+)\)$/.exec(color ?? '')?.[1];
      const token = new Text(content);
      return kind === undefined ? token : new Element('span', { class: `tok-${kind}` }, [token]);
    }),
  );
}

async function load(key: string, langs: BundledLanguage[]): Promise<void> {
  // Without Shiki's warning about many highlighters.
  highlighters.set(key, await createHighlighter({ langs, themes: [theme], warnings: false }));
}

function isKnown(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language);
}
