/** HTML put together from text, which is always escaped. */
import { escapeHtml } from '../../lib/html.ts';
import { visible } from '../code-frame.ts';

/** HTML that may stand as it is. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: `undefined` is nothing, a list its parts in a row. */
export type Part = string | number | Markup | undefined | readonly Part[];

/** A template of HTML: only what is `Markup` already goes into it unchanged. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => string + sourceOf(parts[index])).join(''));
}

function sourceOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string' || typeof part === 'number')
    return escapeHtml(visible(String(part).toWellFormed()));
  return part.map(sourceOf).join('');
}

/** A sentence of a problem: what stands between backticks is code. */
export function sentence(text: string): Part {
  return text
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}
