/** Relative addresses in a body: the files beside it. */
import { encodePath } from '../paths.ts';
import type { BodyTree } from './body.ts';

export type FileReference =
  | { readonly kind: 'found'; readonly url: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'outside'; readonly path: string };

/** Whether an address names a file beside the body: no scheme, no slash, query or fragment first. */
export function isRelative(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/?#\\])/i.test(address);
}

/** Looks a relative address up among the files beside the body, and marks it as used. */
export function resolveFile(address: string, body: BodyTree): FileReference {
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const path = normalize(decode(written));
  if (path === undefined) return { kind: 'outside', path: written };
  const file = body.source.files.find((name) => name.normalize('NFC') === path);
  if (file === undefined) return { kind: 'missing', path };
  body.used.add(file);
  return { kind: 'found', url: body.url + encodePath(file) + rest };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The path without `.` and `..`, or `undefined` when it leaves the folder. */
function normalize(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.normalize('NFC').replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '.' && part !== '..' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
