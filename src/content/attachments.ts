/** Files beside a text, divided into those that may be published and the others. */
import { endingOf, unpackedName } from '../lib/attachments.ts';
import type { Problems } from '../lib/problem.ts';
import { isPublishable } from '../lib/publishable.ts';
import type { PostEntry } from './entries.ts';
import { findAttachments } from './files.ts';

/** A name can look like a scheme or a fragment: `Garden: 1.jpg`, `#1.jpg`. */
const RELATIVE_ADDRESS =
  /srcset\s*=|(?:\]\(|\]:|\b(?:src|href|poster|data|value|flashvars|original|lazy)\s*=)(?![\s"'<]*(?:[a-z][a-z0-9+.-]*:(?! )|\/|#[^)"'>.\n]*[)"'>\n]))/i;

/** Whether a body may refer to files beside it. */
export function mayNameFiles(body: string): boolean {
  return RELATIVE_ADDRESS.test(body);
}

/**
 * Lists the folder only if the body may refer to a file in it.
 * @param allowed endings that `site.yaml` allows
 * @param image of the front matter
 */
export function attachments(
  folder: string,
  body: string,
  allowed: readonly string[],
  problems: Problems,
  image?: string,
): Pick<PostEntry, 'files' | 'withheld'> {
  if (image === undefined && !mayNameFiles(body)) return { files: [] };
  const all = findAttachments(folder, problems);
  const names = new Set(all.map((file) => file.toLowerCase()));
  const replaces = (file: string): boolean => {
    const unpacked = unpackedName(file.toLowerCase());
    return unpacked !== undefined && names.has(unpacked) && !allowed.includes(endingOf(file));
  };
  const files = all.filter((file) => isPublishable(folder, file, allowed) && !replaces(file));
  if (files.length === all.length) return { files };
  return { files, withheld: all.filter((file) => !files.includes(file)) };
}
