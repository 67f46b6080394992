/**
 * Redirects of a blog of Ghost: `redirects.yaml`, or `redirects.json` before 4.0. Their sources are regular
 * expressions, of which nearly all are plain addresses.
 * https://ghost.org/docs/themes/routing/#redirects
 */
import { parseYaml } from '../../../content/yaml.ts';
import { isObject } from '../../../lib/merge-json.ts';

export interface GhostRedirects {
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** Sources that are more than an address. */
  readonly patterns: readonly string[];
}

/** @returns `undefined` if the text is neither JSON nor YAML */
export function readRedirects(text: string): GhostRedirects | undefined {
  const parsed = parseYaml(text);
  if (!parsed.ok) return undefined;
  const redirects: { from: string; to: string }[] = [];
  const patterns: string[] = [];
  for (const { from, to } of rulesIn(parsed.value)) {
    const path = plainPath(from);
    if (path === undefined || /\$\d/.test(to)) patterns.push(from);
    else redirects.push({ from: path, to });
  }
  return { redirects, patterns };
}

interface Rule {
  readonly from: string;
  readonly to: string;
}

/** JSON is a list of rules; YAML has maps of them, by status. */
function rulesIn(value: unknown): Rule[] {
  if (Array.isArray(value)) return value.flatMap(ruleOf);
  if (!isObject(value)) return [];
  return Object.values(value).flatMap((rules) =>
    isObject(rules)
      ? Object.entries(rules).flatMap(([from, to]) =>
          typeof to === 'string' ? [{ from, to }] : [],
        )
      : [],
  );
}

function ruleOf(value: unknown): Rule[] {
  if (!isObject(value)) return [];
  const { from, to } = value;
  return typeof from === 'string' && typeof to === 'string' ? [{ from, to }] : [];
}

/** `^/old/?$` is the address `/old/`. */
function plainPath(pattern: string): string | undefined {
  const path = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replaceAll('\\/', '/')
    .replaceAll('\\.', '.')
    .replaceAll('\\-', '-')
    .replace(/\/\?$/, '/');
  const absolute = path.startsWith('/') ? path : `/${path}`;
  return /[\\^$*+?()[\]{}|]/.test(absolute) ? undefined : absolute;
}
