/** Lists of reStructuredText as HTML. */
import { indentOf, isBlank, outdented } from './lines.ts';

export const BULLET = /^[-*+•‣](?:\s+|$)/;
export const NUMBER = /^\(?(?:\d{1,9}|#|[a-zA-Z]|[ivxlcIVXLC]{2,6})[.)](?:\s+|$)/;

/** @param blocks HTML of the lines of an item */
export function listHtml(
  lines: readonly string[],
  start: number,
  blocks: (lines: readonly string[]) => string,
): { html: string; end: number } {
  const isBulleted = BULLET.test(lines[start] ?? '');
  const mark = isBulleted ? BULLET : NUMBER;
  const items: string[] = [];
  let at = start;
  while (at < lines.length) {
    const [found] = mark.exec(lines[at] ?? '') ?? [];
    if (found === undefined) break;
    const end = endOfItem(lines, at + 1);
    const first = ' '.repeat(found.length) + (lines[at] ?? '').slice(found.length);
    items.push(itemHtml(blocks(outdented([first, ...lines.slice(at + 1, end)]))));
    at = end;
    const next = lines.findIndex((line, index) => index >= at && !isBlank(line));
    if (next === -1 || !mark.test(lines[next] ?? '')) break;
    at = next;
  }
  const first = /^\(?(\d+)/.exec(lines[start] ?? '')?.[1];
  const attribute = first === undefined || first === '1' ? '' : ` start="${first}"`;
  const name = isBulleted ? 'ul' : 'ol';
  return { html: `<${name}${attribute}>${items.join('')}</${name}>`, end: at };
}

function endOfItem(lines: readonly string[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (indentOf(line) === 0) break;
    end = at + 1;
  }
  return end;
}

/** An item of one paragraph needs none. */
function itemHtml(html: string): string {
  const [, single] = /^<p>((?:(?!<p>)[^])*)<\/p>$/.exec(html) ?? [];
  return `<li>${single ?? html}</li>`;
}
