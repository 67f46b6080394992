/** Line breaks of bodies that are text rather than HTML, as old blogs have them. */

/** Elements of bodies that say themselves where lines end. */
const LINES = /<(?:br|p|div|pre|table|ul|ol|dl|script|style)\b/i;

/** The body with its line feeds as breaks, if nothing else in it breaks lines. */
export function withLineBreaks(html: string): string {
  const text = html.trim();
  return !text.includes('\n') || LINES.test(text) ? html : text.replace(/\r?\n/g, '<br />\n');
}
