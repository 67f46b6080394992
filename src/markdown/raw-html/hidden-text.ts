/** Reports text that the Markdown shows and the page does not. */
import { withoutTags } from '../../lib/html-tags.ts';
import { isInside, isTag, isText, textOf, type Element, type ParentNode } from '../../lib/html.ts';
import { report, type BodyTree } from '../body.ts';

/** Dropped with their content. */
const HIDING = ['math', 'svg', 'template'];

/** Reports the text of `element` if it is dropped with its content. */
export function reportHiddenText(element: Element, body: BodyTree): void {
  const { name } = element;
  if (!HIDING.includes(name) && !(name === 'style' && containsTag(element))) return;
  if (HIDING.some((outer) => isInside(element, outer))) return;
  const text = visibleText(element);
  if (text === '') return;
  report(body, 'warning', `<${name}`, {
    code: 'html-dropped',
    message: `Posts cannot contain \`<${name}>\`, so it is left out along with its text, "${text.slice(0, 40)}".`,
    hint: 'Write the text outside it, or save what it shows as an image beside the post.',
  });
}

/** Reports text inside an element that an embed replaces. */
export function reportFallback(text: string, name: string, body: BodyTree): void {
  if (text === '') return;
  report(body, 'warning', text.slice(0, 40), {
    code: 'html-dropped',
    message: `An embed replaces the \`<${name}>\`, so the text in it, "${text.slice(0, 40)}", is not shown.`,
    hint: 'Write the text before or after it.',
  });
}

/** Whether CSS or JavaScript contains a tag: it was never closed and includes the text after it. */
function containsTag(code: Element): boolean {
  return /<\/?[a-z]/i.test(textOf(code));
}

/** The text on one line; without tags that became text since HTML has none like them, such as `<path>`. */
export function visibleText(node: ParentNode): string {
  const parts = node.children.map((child) => {
    if (isText(child)) return child.data;
    if (!isTag(child)) return '';
    const isCode = child.name === 'script' || child.name === 'style';
    return isCode && !containsTag(child) ? '' : visibleText(child);
  });
  return withoutTags(parts.join(' ')).replace(/\s+/g, ' ').trim();
}
