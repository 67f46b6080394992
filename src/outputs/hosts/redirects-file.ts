/** The syntax of `_redirects` and `_headers`, which Netlify, Cloudflare and GitLab each read in a way of their own. */
import { encodePath } from '../../lib/paths.ts';
import { partsOf } from '../../lib/patterns.ts';
import type { OutputFile } from '../../site/model.ts';
import { percentEncode } from './encoding-variants.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import type { Deployment } from './host.ts';

/** @param status may end in `!` on Netlify */
export function redirectLine(from: string, to: string, status: number | string): string {
  return `${from} ${to} ${status}`;
}

/** The line of a pattern and its target, both decoded and without the base path. */
export function patternLine(basePath: string, from: string, to: string, status: number): string {
  return redirectLine(basePath + encodePattern(from), basePath + encodePattern(to), status);
}

/** A pattern, or its target, with the text between its names percent-encoded. */
export function encodePattern(pattern: string): string {
  const pieces = partsOf(pattern).map((part) => {
    if (part.kind === 'text') return encodePath(part.text);
    return part.kind === 'rest' ? '*' : `:${part.name}`;
  });
  return pieces.join('');
}

/** Whether every name of a pattern, and its star, stands alone between slashes. */
export function hasWholeSegments(pattern: string): boolean {
  return pattern
    .split('/')
    .map(partsOf)
    .every((parts) => parts.length === 1 || parts.every(({ kind }) => kind === 'text'));
}

/**
 * The ways in which a path is percent-encoded, for hosts that compare letter
 * by letter: browsers leave `'` and `&` as they are, others such as Blogger
 * leave only what RFC 3986 calls unreserved (section 2.3).
 * @param reserved what means something in a rule; a spelling with it is left out
 */
export function spellings(path: string, reserved: RegExp): string[] {
  const both = new Set([encodePath(path), encodeStrictly(path)]);
  return [...both].filter((spelling) => !reserved.test(spelling));
}

function encodeStrictly(path: string): string {
  const encoded = encodeURIComponent(path.toWellFormed()).replaceAll('%2F', '/');
  return encoded.replace(/[!'()*]/g, percentEncode);
}

/** The file, unless it would be empty. */
export function redirectsFile(lines: readonly string[]): OutputFile[] {
  return lines.length === 0 ? [] : [{ path: '/_redirects', content: textOf(lines) }];
}

/** @param detached names of headers that earlier rules have set and a rule takes back first */
export function headersFile(
  site: Deployment,
  detached: (rule: HeaderRule) => readonly string[] = () => [],
): OutputFile {
  const lines = [...headerRules(site), ...feedRules(site)].flatMap((rule) => [
    rule.path,
    ...detached(rule).map((name) => `  ! ${name}`),
    ...Object.entries(rule.headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return { path: '/_headers', content: textOf(lines) };
}

/** A star between slashes stands for one folder or more. */
function feedRules({ basePath, feeds }: Deployment): HeaderRule[] {
  return feeds.flatMap(({ name, type }) =>
    ['/', '/*/'].map((folder) => ({
      path: basePath + folder + name,
      headers: { 'Content-Type': type },
    })),
  );
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
