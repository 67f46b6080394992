/** Removes line breaks of the source between Chinese and Japanese characters; browsers would show spaces. */
import { isTag, isText, type ParentNode, type Text } from '../../lib/html.ts';
import type { BodyTree } from '../body.ts';
import { UNSPACED_CJK } from './cjk.ts';

/** Elements within a line of text; all others separate lines. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|cite|data|del|dfn|em|font|i|ins|mark|q|rb|rt|ruby|s|small|span|strike|strong|sub|sup|time|u|var)$/;

/** Quotation marks, dashes and dots that all scripts share. */
const SHARED_PUNCTUATION = '[\\u2018-\\u201d\\u2014\\u2026\\u00b7]{0,4}';
const BEFORE = new RegExp(`[${UNSPACED_CJK}]${SHARED_PUNCTUATION}$`, 'u');
const AFTER = new RegExp(`^${SHARED_PUNCTUATION}[${UNSPACED_CJK}]`, 'u');
/** The most that `BEFORE` and `AFTER` match, in UTF-16 units. */
const CONTEXT = 6;

/** In text and in alternative text, but not in code. */
export function joinCjkLines({ tree }: BodyTree): void {
  let line: Text[] = [];
  const endLine = (): void => {
    joinTexts(line);
    line = [];
  };
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (isText(child)) line.push(child);
      if (!isTag(child)) continue;
      const { name, attribs } = child;
      if (attribs['alt'] !== undefined) attribs['alt'] = joinedLines(attribs['alt']);
      const isInline = INLINE.test(name);
      if (!isInline) endLine();
      if (name !== 'pre' && name !== 'code') visit(child);
      if (!isInline) endLine();
    }
  };
  visit(tree);
  endLine();
}

function joinTexts(line: readonly Text[]): void {
  let before = '';
  for (const [index, text] of line.entries()) {
    const { data } = text;
    if (data.includes('\n')) {
      const next = line.slice(index + 1, index + 1 + CONTEXT).map((other) => other.data);
      text.data = joinedLines(data, before, next.join('').slice(0, CONTEXT));
    }
    before = (before + data).slice(-CONTEXT);
  }
}

/**
 * Between Hangul, which has spaces between words, the break stays a space:
 * https://drafts.csswg.org/css-text-4/#line-break-transform
 */
export function joinedLines(text: string, before = '', after = ''): string {
  const context = before + text + after;
  return text.replace(/(?<![ \t])[ \t]*\n\s*/g, (space, index: number) => {
    const start = before.length + index;
    const end = start + space.length;
    const isBetween =
      BEFORE.test(context.slice(Math.max(0, start - CONTEXT), start)) &&
      AFTER.test(context.slice(end, end + CONTEXT));
    return isBetween ? '' : space;
  });
}
