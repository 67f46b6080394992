/** Tells of style sheets and scripts that stand in the text as if they were a part of it. */
import { isTag, isText, type ParentNode } from '../lib/html.ts';
import { splitCode } from '../lib/code-in-text.ts';
import { report, type BodyTree } from './body.ts';

/** Code is meant to be read in these, and never read in the last ones. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...['code', 'pre', 'kbd', 'samp', 'xmp', 'listing', 'script', 'style', 'template', 'svg'],
]);

/** One warning a body, which an editor may have filled with such code from end to end. */
export function reportLeakedCode(body: BodyTree): void {
  const pieces: string[] = [];
  const visit = (node: ParentNode): void => {
    for (const child of node.children) {
      if (isText(child)) pieces.push(splitCode(child.data).code ?? '');
      else if (isTag(child) && !SKIPPED.has(child.name)) visit(child);
    }
  };
  visit(body.tree);
  const [first, ...others] = pieces.filter((piece) => piece !== '');
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `, and more of it in ${others.length} other places`;
  report(body, 'warning', first.slice(0, 20), {
    code: 'code-in-text',
    message: `The text holds code that an editor has left in it, "${first.slice(0, 40)}\u2026"${more}; readers see it, and no summary is made of it.`,
    hint: 'Remove it, or put it between backticks if it is meant to be read.',
  });
}
