/** URLs in bodies: their schemes, and the files they name. */
import { encodePath, folderOf, resolveAttachment } from '../lib/paths.ts';
import type { BodyTree } from './body.ts';

/** Schemes that open a page, an email or a call, and run no code. */
export const SAFE_SCHEMES: readonly string[] = [
  ...['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'ftps', 'sftp', 'git', 'irc', 'ircs'],
  ...['xmpp', 'matrix', 'news', 'nntp', 'geo', 'magnet', 'webcal', 'feed'],
];

/** The scheme as browsers see it: they ignore control characters and white space. */
export function schemeOf(url: string): string | undefined {
  const common = /^(https?|mailto):/.exec(url)?.[1];
  if (common !== undefined) return common;
  const compact = url.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
  return /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]?.toLowerCase();
}

export function isSafe(url: string): boolean {
  return SAFE_SCHEMES.includes(schemeOf(url) ?? 'https');
}

/** Whether a root-relative URL has a backslash, which browsers read as a slash. */
export function hasBackslash(url: string): boolean {
  return /^(?=[/\\])[^?#]*\\/.test(url);
}

/** Adds `https:` to a protocol-relative URL. */
export function withScheme(url: string): string {
  return url.startsWith('//') ? `https:${url}` : url;
}

/** The URL of a root-relative address or an absolute one on this site. */
export function ownUrl(address: string, { resolver }: BodyTree): string | undefined {
  const isRooted = address.startsWith('/') && !address.startsWith('//');
  return isRooted ? resolver.link(address) : resolver.own(address);
}

interface FileUrl {
  readonly isFound: boolean;
  /** Absent if the path leaves the folder of the body. */
  readonly url?: string;
}

/** Resolves a relative URL to the file it names and publishes that file. */
export function resolveFile(relative: string, { source, url, files }: BodyTree): FileUrl {
  const found = findFile(relative, source.files);
  if (found !== undefined) {
    files.add(found.file);
    return { isFound: true, url: folderOf(url) + encodePath(found.file) + found.suffix };
  }
  const { path } = resolveAttachment(relative.replace(/[?#].*/s, ''), []);
  return path === undefined
    ? { isFound: false }
    : { isFound: false, url: folderOf(url) + encodePath(path) };
}

interface FoundFile {
  readonly file: string;
  /** Query and fragment. */
  readonly suffix: string;
}

/** The file that a relative URL names. */
export function findFile(relative: string, files: readonly string[]): FoundFile | undefined {
  const { length } = relative;
  const end = /[?#]/.exec(relative)?.index ?? length;
  // A name may have these characters itself: `C# in a day.pdf#page=2`.
  for (const nameEnd of new Set([end, Math.max(end, relative.lastIndexOf('#')), length])) {
    const { file } = resolveAttachment(relative.slice(0, nameEnd), files);
    if (file !== undefined) return { file, suffix: relative.slice(nameEnd) };
  }
  return undefined;
}
