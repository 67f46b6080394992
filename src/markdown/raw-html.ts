/** Cleans raw HTML before the other passes add classes and elements of their own. */
import {
  elementsOf,
  isInside,
  isTag,
  isText,
  textOf,
  type Element,
  type ParentNode,
} from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';

/** Classes that the Markdown parser and its extensions write, by element. */
const PARSER_CLASSES: Readonly<Record<string, RegExp>> = {
  code: /^language-\S+$/,
  div: /^markdown-alert markdown-alert-[a-z]+$/,
  p: /^markdown-alert-title$/,
  section: /^footnotes$/,
};

/** Dropped with content, although browsers may show text in them. */
const DROPPED_WITH_TEXT = ['applet', 'math', 'object', 'svg'];

/** Removes classes of the author, replaces obsolete elements, and reports text that will be dropped. */
export function cleanRawHtml(body: BodyTree): void {
  for (const element of elementsOf(body.tree)) {
    const { name, attribs } = element;
    if (!PARSER_CLASSES[name]?.test(attribs['class'] ?? '') && !isFootnotesLabel(element))
      delete attribs['class'];
    if (name === 'listing') element.name = 'pre';
    else if (DROPPED_WITH_TEXT.includes(name) || (name === 'style' && containsTag(element)))
      reportDropped(element, body);
  }
}

/** Whether this is the visually hidden heading of the footnotes. */
export function isFootnotesLabel({ name, attribs }: Element): boolean {
  return name === 'h2' && attribs['id'] === 'footnote-label' && attribs['class'] === 'sr-only';
}

function reportDropped(element: Element, body: BodyTree): void {
  if (DROPPED_WITH_TEXT.some((name) => isInside(element, name))) return;
  const text = visibleText(element);
  if (text === '') return;
  report(body, 'warning', `<${element.name}`, {
    code: 'html-dropped',
    message: `Posts cannot contain \`<${element.name}>\`, so it is left out along with its text, "${text.slice(0, 40)}".`,
    hint: 'Write the text outside it, or save what it shows as an image beside the post.',
  });
}

/** Whether CSS or JavaScript contains a tag: it was never closed and includes the text after it. */
function containsTag(code: Element): boolean {
  return /<\/?[a-z]/i.test(textOf(code));
}

/** On one line; without tags that became text since HTML has none like them, such as `<path>`. */
function visibleText(node: ParentNode): string {
  const parts = node.children.map((child) => {
    if (isText(child)) return child.data;
    if (!isTag(child)) return '';
    const isCode = child.name === 'script' || child.name === 'style';
    return isCode && !containsTag(child) ? '' : visibleText(child);
  });
  return parts
    .join(' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
