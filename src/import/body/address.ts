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

/**
 * An address as text that Perennial makes a link of, or `undefined` if it would take it for another one.
 * @param isApart whether nothing is beside it that it could run into
 */
export function bareAddress(url: string, isApart = true): string | undefined {
  if (!/^https?:\/\/[^\s<>]+$/i.test(url)) return undefined;
  const isPlain =
    /^https?:\/\/[\w.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#][\w/.?=&#%+@:,;~-]*)?$/i.test(url) &&
    /[\w/]$/.test(url) &&
    !/_(?!\w)|&\w+;|~/.test(url);
  if (isPlain && isApart) return url;
  return /[&\\|`]/.test(url) ? undefined : `<${url}>`;
}
