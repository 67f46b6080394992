/** Sets the text of a body as its language does, without its code. */
import { isTag, isText, type Element, type ParentNode, type Text } from '../lib/html.ts';
import { splitCode } from '../lib/code-in-text.ts';
import { isLanguage } from '../lib/language/tag.ts';
import { edited, type Edit } from '../lib/typography/edit.ts';
import { passesOf, type Pass } from '../lib/typography/typeset.ts';

/** Elements within a line of text; all others separate paragraphs. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|cite|data|del|dfn|em|font|i|ins|mark|q|rb|rt|ruby|s|small|span|strike|strong|time|u|wbr)$/;
/** They count as a word, and their text stays. */
const OPAQUE = /^(?:code|kbd|samp|var|tt|math|svg|img|audio|video|iframe|object|input)$/;
const CODE = /^(?:pre|textarea|script|style)$/;
/** Stands for what is no text. */
const OBJECT = '\ufffc';

/** Texts of a paragraph, and what stands for the elements between them. */
type Paragraph = readonly (Text | string)[];

/** @param language BCP 47; elements may have their own */
export function typesetTree(parent: ParentNode, language: string): void {
  let paragraph: (Text | string)[] = [];
  const endParagraph = (): void => {
    for (const pass of passesOf(language)) change(paragraph, pass);
    paragraph = [];
  };
  const visit = (node: ParentNode): void => {
    for (const child of node.children) {
      if (isText(child)) paragraph.push(splitCode(child.data).code === undefined ? child : OBJECT);
      if (!isTag(child)) continue;
      const { name, attribs } = child;
      if (name === 'br') paragraph.push('\n');
      else if (OPAQUE.test(name)) paragraph.push(OBJECT);
      else if (INLINE.test(name)) {
        const own = languageOf(child, language);
        // The sign beside a heading.
        if (attribs['class'] === 'anchor') continue;
        if (own === language) visit(child);
        else {
          paragraph.push(OBJECT);
          typesetTree(child, own);
        }
        // The number of a footnote is no part of the sentence.
      } else if (name !== 'sup' && name !== 'sub') {
        endParagraph();
        if (!CODE.test(name)) typesetTree(child, languageOf(child, language));
      }
    }
  };
  visit(parent);
  endParagraph();
}

function languageOf({ attribs }: Element, around: string): string {
  const { lang } = attribs;
  return lang !== undefined && isLanguage(lang) ? lang : around;
}

function change(paragraph: Paragraph, pass: Pass): void {
  const text = paragraph.map((part) => (typeof part === 'string' ? part : part.data)).join('');
  const edits = pass(text);
  if (edits.length === 0) return;
  let start = 0;
  let next = 0;
  for (const part of paragraph) {
    const length = typeof part === 'string' ? part.length : part.data.length;
    const end = start + length;
    const own: Edit[] = [];
    for (let edit = edits[next]; edit !== undefined && edit.start < end; edit = edits[++next]) {
      // What reaches into another element stays as it is.
      if (edit.start >= start && edit.end <= end)
        own.push({ ...edit, start: edit.start - start, end: edit.end - start });
    }
    if (typeof part !== 'string' && own.length > 0) part.data = edited(part.data, own);
    start = end;
  }
}
