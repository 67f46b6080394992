/** The running text of a body, from which summaries are made. */
import { isTag, isText, type ParentNode } from '../lib/html.ts';
import { splitCode } from '../lib/code-in-text.ts';
import { DROPPED_WITH_CONTENT } from './html-elements.ts';

/** No sentence of a summary stands in these. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...['pre', 'table', 'iframe', 'figcaption', 'sup', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...DROPPED_WITH_CONTENT,
]);
const BLOCKS: ReadonlySet<string> = new Set([
  ...['p', 'li', 'div', 'blockquote', 'br', 'dd', 'dt', 'section', 'hr', 'ul', 'ol'],
]);
const LONGEST = 2000;
/** What the page adds to the text, and what stands below it. */
const ASIDE: ReadonlySet<string | undefined> = new Set(['footnotes', 'markdown-alert-title']);

/** At most the first 2,000 characters, on one line, without headings, tables and code. */
export function proseOf(tree: ParentNode): string {
  let prose = '';
  const visit = (node: ParentNode): void => {
    for (const child of node.children) {
      if (prose.length > LONGEST) return;
      if (isText(child)) prose += splitCode(child.data).rest;
      if (!isTag(child) || SKIPPED.has(child.name) || ASIDE.has(child.attribs['class'])) continue;
      if (BLOCKS.has(child.name)) prose += ' ';
      visit(child);
      if (BLOCKS.has(child.name)) prose += ' ';
    }
  };
  visit(tree);
  // A single space, which most white space is, can stay as it is.
  return prose
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
