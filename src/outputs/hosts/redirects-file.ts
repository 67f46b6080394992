/** The syntax of `_redirects` and `_headers`, shared by Netlify, Cloudflare and GitLab. */
import type { Source } from '../../addresses/redirect.ts';
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

/** @param from pattern, decoded, without the base path; so is `to` */
export function patternLine(basePath: string, from: string, to: string, status: number): string {
  return redirectLine(basePath + encodePattern(from), basePath + encodePattern(to), status);
}

/** Percent-encodes the text of a pattern or target, but not its names. */
export function encodePattern(pattern: string): string {
  const parts = partsOf(pattern).map((part) => {
    if (part.kind === 'text') return encodePath(part.text);
    return part.kind === 'rest' ? '*' : `:${part.name}`;
  });
  return parts.join('');
}

/** Whether each name, and the star, fills a whole segment of the pattern. */
export function hasWholeSegments(pattern: string): boolean {
  return pattern
    .split('/')
    .map(partsOf)
    .every((parts) => parts.length === 1 || parts.every(({ kind }) => kind === 'text'));
}

/**
 * Percent-encodings of a source, for hosts that compare byte by byte: browsers
 * keep `'` and `&`, Blogger keeps only unreserved characters (RFC 3986, section
 * 2.3), WordPress writes hexadecimal digits in lower case, and the owner may
 * have another.
 * @param reserved syntax of the rules; encodings that contain it are left out
 */
export function encodings({ from, spellings = [] }: Source, reserved: RegExp): string[] {
  const typed = encodePath(from);
  const inLowerCase = typed.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const all = new Set([typed, encodeStrictly(from), inLowerCase, ...spellings]);
  return [...all].filter((encoded) => !reserved.test(encoded));
}

function encodeStrictly(path: string): string {
  const encoded = encodeURIComponent(path.toWellFormed()).replaceAll('%2F', '/');
  return encoded.replace(/[!'()*]/g, percentEncode);
}

/** No file if there are no lines. */
export function redirectsFile(lines: readonly string[]): OutputFile[] {
  return lines.length === 0 ? [] : [{ path: '/_redirects', content: textOf(lines) }];
}

/** @param detached headers set by earlier rules, which this rule removes first */
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

/** A star between slashes matches one or more folders. */
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
