/** Reports CSS and JavaScript that old editors left in the visible text. */
import { splitCode } from '../lib/code-in-text.ts';
import { isTag, isText, type ParentNode } from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';

/** Elements for code, and elements that are never shown. */
const SKIPPED = /^(?:code|pre|kbd|samp|xmp|listing|script|style|template|svg)$/;

/** Adds one warning per body, which may be full of such code. */
export function reportCodeInText(body: BodyTree): void {
  const [first, ...others] = codeIn(body.tree);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and in ${others.length} other places`;
  report(body, 'warning', first.slice(0, 20), {
    code: 'code-in-text',
    message: `Readers see code that an editor left in the text, at "${first.slice(0, 40)}\u2026"${more}; summaries leave it out.`,
    hint: 'Remove it, or put it in backticks if it is meant to be read.',
  });
}

function codeIn(node: ParentNode): string[] {
  return node.children.flatMap((child) => {
    if (isText(child)) return splitCode(child.data).code || [];
    return isTag(child) && !SKIPPED.test(child.name) ? codeIn(child) : [];
  });
}
