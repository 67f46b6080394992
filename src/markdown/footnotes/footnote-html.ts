/** HTML of footnotes, as GitHub has it. */
import { escapeHtml } from '../../lib/html.ts';
import type { Words } from '../../lib/language/language.ts';

/** Of a reference. Both numbers start with 1. */
export interface Place {
  /** Of the footnote, in the order of first references. */
  readonly number: number;
  /** Which of the references to the same footnote this is. */
  readonly use: number;
}

/** The number in the text. */
export function footnoteMark(label: string, { number, use }: Place): string {
  const id = encodeURIComponent(label);
  return `<sup><a id="footnote-ref-${id}${suffix(use)}" href="#footnote-${id}" data-footnote-ref aria-describedby="footnote-label">${number}</a></sup>`;
}

/**
 * @param content HTML; links back to the references follow its last word
 * @param uses number of references
 */
export function footnoteItem(
  label: string,
  content: string,
  uses: number,
  words: Words['body'],
): string {
  const id = encodeURIComponent(label);
  const name = escapeHtml(words.backToReference(label));
  const links = Array.from({ length: uses }, (_, index) => {
    const arrow = index === 0 ? '\u21a9' : `\u21a9<sup>${index + 1}</sup>`;
    return ` <a href="#footnote-ref-${id}${suffix(index + 1)}" data-footnote-backref aria-label="${name}">${arrow}</a>`;
  }).join('');
  const text = content.endsWith('</p>')
    ? `${content.slice(0, -'</p>'.length)}${links}</p>`
    : `${content}${links}`;
  return `<li id="footnote-${id}">\n${text}\n</li>\n`;
}

export function footnoteSection(items: readonly string[], words: Words['body']): string {
  return `<section class="footnotes" data-footnotes>
<h2 id="footnote-label" class="sr-only">${words.footnotes}</h2>
<ol>
${items.join('')}</ol>
</section>
`;
}

function suffix(use: number): string {
  return use === 1 ? '' : `-${use}`;
}
