/** The syntax of `_redirects` and `_headers`, shared by Netlify, Cloudflare and GitLab. */
import type { Source } from '../../addresses/redirect.ts';
import { encodePath } from '../../lib/paths.ts';
import { partsOf } from '../../lib/patterns.ts';
import type { OutputFile } from '../../site/model.ts';
import { percentEncode } from './encoding-variants.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import type { Deployment, HostReport } from './host.ts';
import { inherited, reportHeaders, sharedHeaders, withOwnHeaders } from './own-headers.ts';
import { linesIn, reportShadowed, rulesIn, type OwnRule } from './own-rules.ts';

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

export const REDIRECTS = '/_redirects';

/** No file if there are no lines. */
export function redirectsFile(lines: readonly string[]): OutputFile[] {
  return lines.length === 0 ? [] : [{ path: REDIRECTS, content: textOf(lines) }];
}

/**
 * Lines of the file in `public/`, to write before those of the site. Reports what they answer first.
 * @param isFirst whether a rule of the file comes before all rules of the site
 */
export function ownRedirects(
  site: Deployment,
  report: HostReport,
  isFirst: (rule: OwnRule) => boolean = () => true,
): string[] {
  const own = site.own.get(REDIRECTS);
  if (own === undefined) return [];
  const lines = linesIn(own.text);
  reportShadowed(site, own, rulesIn(lines).filter(isFirst), report);
  return lines;
}

const HEADERS = '/_headers';

/** @param appends whether the host appends to headers that earlier rules set, unless they are removed first */
export function headersFile(site: Deployment, report: HostReport, appends = false): OutputFile {
  const own = site.own.get(HEADERS);
  const text = own?.text ?? '';
  const built = [...headerRules(site), ...feedRules(site)];
  if (own !== undefined) reportHeaders(own, sharedHeaders(built, text), report);
  const rules = withOwnHeaders(built, text);
  const lines = rules.flatMap((rule, index) => [
    ...rule.above,
    rule.path,
    ...[
      ...(appends ? inherited(rule, rules.slice(0, index)).map((name) => `! ${name}`) : []),
      ...rule.own,
      ...Object.entries(rule.headers).map(([name, value]) => `${name}: ${value}`),
    ].map((line) => `  ${line}`),
  ]);
  return { path: HEADERS, content: textOf(lines) };
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
