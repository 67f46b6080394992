/** Highlights code blocks, and makes them scrollable by keyboard. */
import { Element, elementsOf, textOf } from '../lib/html.ts';
import type { Steps } from '../lib/time-limit.ts';
import type { BodyTree } from './body.ts';
import type { Progress } from './failures.ts';
import type { highlight as Highlight } from './highlighter.ts';

const PLAIN = new Set(['text', 'txt', 'plain', 'plaintext', 'console', 'output', 'none']);

/** Characters of code that tell it from other code. */
const MAX_NEAR = 500;

/** Not loaded until a block names a language, because Shiki is large. */
let highlight: typeof Highlight | undefined;

async function loadHighlighter(): Promise<void> {
  ({ highlight } = await import('./highlighter.ts'));
}

/** Highlights every `pre > code` that names a language. */
export function* highlightCode(body: BodyTree, progress: Progress): Steps<void> {
  for (const pre of elementsOf(body.tree)) {
    if (pre.name !== 'pre') continue;
    pre.attribs['tabindex'] = '0';
    const code = pre.children.find((child) => child instanceof Element && child.name === 'code');
    if (!(code instanceof Element)) continue;
    const [name = ''] = (code.attribs['class'] ?? '').split(/\s/);
    // Drops further classes, which an encoded line break in the name of a language would add.
    if (name !== '') code.attribs['class'] = name;
    const language = /^language-(.+)$/.exec(name)?.[1]?.toLowerCase();
    if (language === undefined || PLAIN.has(language)) continue;
    yield loadHighlighter();
    progress.near = textOf(code).trim().slice(0, MAX_NEAR);
    yield* highlight?.(code, language, body) ?? [];
    progress.near = undefined;
  }
}
