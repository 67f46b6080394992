/** What a writer's own HTML may not bring along, taken away before our passes add their part. */
import {
  decodeEntities,
  elementsOf,
  isInside,
  isTag,
  isText,
  textOf,
  type Element,
  type ParentNode,
} from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';

/** The classes that the Markdown parser and its extensions write, by element. */
const PARSER_CLASSES: Readonly<Record<string, RegExp>> = {
  code: /^language-\S+$/,
  div: /^markdown-alert markdown-alert-[a-z]+$/,
  h2: /^sr-only$/,
  p: /^markdown-alert-title$/,
  section: /^footnotes$/,
};
/** Id of the heading that the footnotes have for those who do not see the page. */
const FOOTNOTES_LABEL = 'footnote-label';

/** Elements of old that show what is in them as it is written. */
const PREFORMATTED: ReadonlySet<string> = new Set(['listing', 'xmp']);
/** Elements that are dropped although a reader may see the words in them. */
const DROPPED_WITH_WORDS: ReadonlySet<string> = new Set(['applet', 'math', 'object', 'svg']);

/**
 * Drops classes that only our own markup may carry, turns the elements of old
 * for preformatted text into `pre`, and reports words that will be lost.
 */
export function tidyWrittenHtml(body: BodyTree): void {
  for (const element of elementsOf(body.tree)) {
    dropClass(element);
    if (PREFORMATTED.has(element.name)) makePreformatted(element);
    else if (DROPPED_WITH_WORDS.has(element.name) || isUnclosedStyle(element)) {
      reportWords(element, body);
    }
  }
}

/** Elements whose content is no text for a reader; one that has no end takes the rest of the post. */
const TAKES_THE_REST = ['script', 'style', 'iframe', 'noembed', 'noframes', 'template'];

/**
 * Reports an element that is never closed and hides everything behind it.
 * @param html as the Markdown parser left it, so that code is escaped
 */
export function reportUnclosed(html: string, body: BodyTree): void {
  const tags = html.toLowerCase().replace(/<!--[^]*?-->/g, '');
  for (const name of TAKES_THE_REST) {
    const start = new RegExp(`<${name}[\\s/>]`).exec(tags.slice(tags.lastIndexOf(`</${name}`) + 1));
    if (start === null) continue;
    report(body, 'error', `<${name}`, {
      code: 'html-unclosed',
      message: `A \`<${name}>\` is never closed, so nobody would see the text behind it.`,
      hint: `Write \`</${name}>\` where it ends, or put the tag into backticks if it is meant to be read.`,
    });
  }
}

/** Whether this is the heading that the footnotes bring along. */
export function isFootnotesLabel({ attribs }: Element): boolean {
  return attribs['id'] === FOOTNOTES_LABEL && attribs['class'] === 'sr-only';
}

function dropClass(element: Element): void {
  const { name, attribs } = element;
  const isOurs = PARSER_CLASSES[name]?.test(attribs['class'] ?? '') ?? false;
  if (!isOurs || (name === 'h2' && !isFootnotesLabel(element))) delete attribs['class'];
}

/** The parser leaves the text of `xmp` as it stands, with the references that Markdown put into it. */
function makePreformatted(element: Element): void {
  if (element.name === 'xmp') {
    for (const child of element.children) {
      if (isText(child)) child.data = decodeEntities(child.data);
    }
  }
  element.name = 'pre';
}

/** Browsers find the end of a style within a formula, other readers do not, and take the text behind it. */
function isUnclosedStyle(element: Element): boolean {
  return element.name === 'style' && TAG.test(textOf(element));
}

function reportWords(element: Element, body: BodyTree): void {
  if ([...DROPPED_WITH_WORDS].some((name) => isInside(element, name))) return;
  const words = wordsOf(element);
  if (words === '') return;
  report(body, 'warning', `<${element.name}`, {
    code: 'html-dropped',
    message: `A \`<${element.name}>\` is left out with the words in it, "${words.slice(0, 40)}", since a post may not hold this element.`,
    hint: 'Write the words outside of it, or save what it shows as an image beside the post.',
  });
}

const CODE: ReadonlySet<string> = new Set(['script', 'style']);
/** Code that holds a tag was never closed, and has taken the text behind it. */
const TAG = /<\/?[a-z]/i;

/** The words below a node on one line. What is no HTML, such as `<path>`, has become text and counts not. */
function wordsOf(node: ParentNode): string {
  const parts = node.children.map((child) => {
    if (isText(child)) return child.data;
    if (!isTag(child)) return '';
    return CODE.has(child.name) && !TAG.test(textOf(child)) ? '' : wordsOf(child);
  });
  return parts
    .join(' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
