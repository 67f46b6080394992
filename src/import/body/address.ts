/** Writes addresses and titles of Markdown's links. */

/** The target of a link or picture, in angle brackets if it needs them. */
export function urlOf(url: string, isCell: boolean): string {
  const clean = url
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
  const escaped = clean.replaceAll('\\', '%5C').replace(/&(?=#?\w+;)/g, '&amp;');
  const written = isCell ? escaped.replaceAll('|', '\\|') : escaped;
  return written === '' || /\s/.test(written) || !hasPairs(written) ? `<${written}>` : written;
}

/** Whether parentheses are in pairs, without nesting. */
function hasPairs(url: string): boolean {
  let depth = 0;
  for (const sign of url.match(/[()]/g) ?? []) {
    depth += sign === '(' ? 1 : -1;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}

/** The title with the space before it, or nothing. */
export function titled(title: string | null | undefined, isCell: boolean): string {
  if (!title) return '';
  const escaped = title
    .replace(/["\\]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
  return ` "${isCell ? escaped.replaceAll('|', '\\|') : escaped}"`;
}
