/** A tree of components as the text of a file. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

const SELF_CLOSED_VOID =
  /<((?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)(?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*\/>/g;

/** An HTML document; void elements as HTML writes them, without a slash. */
export function renderPage(page: VNode): string {
  const html = renderToString(page).replace(SELF_CLOSED_VOID, '<$1>');
  return `<!DOCTYPE html>\n${html}\n`;
}

/** An XML document. */
export function renderXml(root: VNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(root)}\n`;
}
