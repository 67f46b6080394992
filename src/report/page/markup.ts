/** Tagged template for HTML that escapes everything but `Markup`. */
import { escapeHtml } from '../../lib/html.ts';
import { visible } from '../visible.ts';

/** Trusted HTML. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** A value in a template. `undefined` renders as nothing, an array as its items. */
export type Part = string | number | Markup | undefined | readonly Part[];

/** Escapes all values except `Markup`. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => string + sourceOf(parts[index])).join(''));
}

function sourceOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string' || typeof part === 'number')
    return escapeHtml(visible(String(part)));
  return part.map(sourceOf).join('');
}

/** Renders text in backticks as `<code>`. */
export function sentence(text: string): Part {
  return text
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}
