/** Syntax highlighting by Shiki with classes, which a strict content security policy allows. */
import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  guessEmbeddedLanguages,
  type BundledLanguage,
  type Highlighter,
} from 'shiki';
import { Element, Text, setChildren, textOf } from '../lib/html.ts';
import type { Steps } from '../lib/time-limit.ts';
import { report, type BodyTree } from './body.ts';

// Yields variables instead of colours: `var(--tok-keyword)`.
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--tok-' });
/** By language names. */
const highlighters = new Map<string, Highlighter>();

/** Splits code into tokens, whose classes name their kind: `tok-keyword`, `tok-string`, ... */
export function* highlight(code: Element, language: string, body: BodyTree): Steps<void> {
  if (!isKnown(language)) {
    report(body, 'warning', language, {
      code: 'code-language-unknown',
      message: `The language "${language.slice(0, 40)}" of a code block is unknown, so the code is not highlighted.`,
      hint: 'Write a name such as `python`, `js` or `bash`, or none.',
    });
    return;
  }
  const text = textOf(code);
  // Exactly these languages: a highlighter would highlight code in any others that it knows
  // too, so a body would depend on those rendered before it.
  const embedded = guessEmbeddedLanguages(text, language).filter(isKnown);
  const langs = [...new Set([language, ...embedded])].toSorted();
  const key = langs.join(' ');
  const highlighter = highlighters.get(key);
  if (highlighter === undefined) {
    yield load(key, langs);
    yield* highlight(code, language, body);
    return;
  }
  // One that is ended while it reads its grammars would fail from then on.
  highlighters.delete(key);
  // Milliseconds per line; with the default of 500, a busy machine highlights code only in part.
  const options = { lang: language, theme, tokenizeTimeLimit: 3000 };
  const lines = highlighter.codeToTokensBase(text, options);
  highlighters.set(key, highlighter);
  const nodes = lines.flatMap((line, index) => [
    ...(index > 0 ? [new Text('\n')] : []),
    ...line.map(({ content, color }) => {
      const kind = /^var\(--tok-token-([a-z-]+)\)$/.exec(color ?? '')?.[1];
      const token = new Text(content);
      return kind === undefined ? token : new Element('span', { class: `tok-${kind}` }, [token]);
    }),
  ]);
  setChildren(code, nodes);
}

async function load(key: string, langs: BundledLanguage[]): Promise<void> {
  // Without Shiki's warning about many highlighters.
  highlighters.set(key, await createHighlighter({ langs, themes: [theme], warnings: false }));
}

function isKnown(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language);
}
