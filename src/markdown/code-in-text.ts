/** Reports CSS and JavaScript that old editors left in the visible text. */
import { splitCode } from '../lib/code-in-text.ts';
import { count } from '../lib/wording.ts';
import { isTag, isText, type ParentNode } from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';
import { foldLeakedCode } from './leaked-code.ts';

/** Elements for code, and elements that are never shown. */
const SKIPPED = /^(?:code|pre|kbd|samp|xmp|listing|script|style|template|svg)$/;

/** Folds code that is an editor's for certain. Adds one warning of each kind per body, which may be full of code. */
export function handleCodeInText(body: BodyTree): void {
  warn(body, foldLeakedCode(body.tree, body.words.leakedCode), {
    what: (code) =>
      `An editor left code in the text, ${code}; pages show it only on request, and summaries leave it out.`,
    hint: 'Run `npm run check -- --fix` to take it out, or put it in backticks if it is meant to be read.',
  });
  warn(body, codeIn(body.tree), {
    what: (code) =>
      `Readers see code that an editor left in the text, ${code}; summaries leave it out.`,
    hint: 'Remove it, or put it in backticks if it is meant to be read.',
  });
}

interface Warning {
  /** @param code where the code is, and how often */
  readonly what: (code: string) => string;
  readonly hint: string;
}

function warn(body: BodyTree, codes: readonly string[], { what, hint }: Warning): void {
  const [first, ...others] = codes;
  if (first === undefined) return;
  const start = first.trim();
  const more = others.length === 0 ? '' : ` and in ${count(others.length, 'other place')}`;
  const message = what(`at "${start.slice(0, 40)}\u2026"${more}`);
  report(body, 'warning', start.slice(0, 20), { code: 'code-in-text', message, hint });
}

function codeIn(node: ParentNode): string[] {
  return node.children.flatMap((child) => {
    if (isText(child)) return splitCode(child.data).code || [];
    return isTag(child) && !SKIPPED.test(child.name) ? codeIn(child) : [];
  });
}
