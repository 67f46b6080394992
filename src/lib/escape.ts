/** Escapes text for HTML. */
import { ownValue } from './own-value.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\u00A0': '&nbsp;',
};

/** Escapes text for use in elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ownValue(ESCAPES, character) ?? character);
}

/** https://html.spec.whatwg.org/#escapingString */
export function escapeText(text: string): string {
  if (!/[&<>\u00A0]/.test(text)) return text;
  return text.replace(/[&<>\u00A0]/g, (character) => ownValue(ESCAPES, character) ?? character);
}

export function escapeAttribute(text: string): string {
  if (!/[&<>"\u00A0]/.test(text)) return text;
  return text.replace(/[&<>"\u00A0]/g, (character) => ownValue(ESCAPES, character) ?? character);
}
