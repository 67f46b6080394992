/** Code as Markdown, or as HTML if it is more than text. */
import type { Element } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { Code, InlineCode } from 'mdast';
import { htmlOf } from './raw.ts';
import { rawInline } from './raw-tag.ts';
import { attribute, codeOf, elementsOf, hasElement, textOf } from './tree.ts';

export const inlineCode: Handle = (state, element) => {
  // Markdown's code holds only text.
  if (hasElement(element, 'a', 'img', 'sub', 'sup')) return rawInline(state, element, undefined);
  const code: InlineCode = { type: 'inlineCode', value: textOf(element).replace(/\s+/g, ' ') };
  return code;
};

export const preformatted: Handle = (_state, element) => {
  const hasLinks = elementsOf(element).some(
    (part) => part.tagName === 'a' && textOf(part).trim() !== attribute(part, 'href'),
  );
  if (hasLinks || hasElement(element, 'img')) return { type: 'html', value: rawPre(element) };
  const lang = attribute(element, 'dataLanguage');
  const code: Code = {
    type: 'code',
    lang: lang || null,
    value: attribute(element, 'dataInItem') === '' ? codeOf(element) : withoutTabs(codeOf(element)),
  };
  return code;
};

/** In lists, Perennial's parser would replace each tab at the start of a line by three spaces. */
function withoutTabs(code: string): string {
  return code.replace(/^[\t ]+/gm, (indent) => indent.replaceAll('\t', '    '));
}

/** Perennial keeps blank lines in it. */
function rawPre(element: Element): string {
  return htmlOf({ ...element, properties: {} }).replaceAll('&#10;', '\n');
}
