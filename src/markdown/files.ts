/** Relative addresses in a body: the files beside it. */
import { encodePath, resolveAttachment, folderOf } from '../lib/paths.ts';
import type { BodyTree } from './body.ts';

export { isRelative } from '../lib/paths.ts';

export type FileReference =
  | { readonly kind: 'found'; readonly url: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'outside'; readonly path: string };

/** Looks a relative address up among the files beside the body, and marks it as used. */
export function resolveFile(address: string, body: BodyTree): FileReference {
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const { path, file } = resolveAttachment(written, body.source.files);
  if (path === undefined) return { kind: 'outside', path: written };
  if (file === undefined) return { kind: 'missing', path };
  body.used.add(file);
  return { kind: 'found', url: folderOf(body.url) + encodePath(file) + rest };
}
