/** Writes addresses and titles of Markdown's links. */

export interface AddressPlace {
  /** In a table, where `|` ends a cell. */
  readonly isCell?: boolean;
  /** In emphasis, which a `*` would end. */
  readonly isMarked?: boolean;
}

/** The target of a link or picture, in angle brackets if it needs them. */
export function urlOf(url: string, { isCell = false, isMarked = false }: AddressPlace): string {
  const clean = url
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('\\', '%5C')
    .replace(/&(?=#?\w+;)/g, '&amp;');
  const unmarked = isMarked ? clean.replaceAll('*', '%2A') : clean;
  const written = isCell ? unmarked.replaceAll('|', '\\|') : unmarked;
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
export function titled(
  title: string | null | undefined,
  { isCell = false, isMarked = false }: AddressPlace,
): string {
  if (!title) return '';
  const escaped = title
    .replace(/["\\]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
  const unmarked = isMarked ? escaped.replaceAll('*', '&#42;') : escaped;
  return ` "${isCell ? unmarked.replaceAll('|', '\\|') : unmarked}"`;
}
