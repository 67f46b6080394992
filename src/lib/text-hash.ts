/** Tells whether two posts have the same text. */
import { hash } from 'node:crypto';

/** Of a Markdown text; empty for a blank one, which says nothing about the page. */
export function textHash(markdown: string): string {
  const text = markdown.trim();
  return text === '' ? '' : hash('sha1', text, 'base64url');
}
