/** Renders a component tree as the content of a file. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** An HTML document. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}\n`;
}

/** An XML document. */
export function renderXml(root: VNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(root)}\n`;
}
