/** The files of posts and pages that are published. */
import { join } from 'node:path';
import type { Plan } from '../addresses/plan.ts';
import type { Planned } from '../addresses/plan-entries.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { isAllowedOnly, isReserved } from '../lib/attachments.ts';
import { folderOf, isPortable } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Asset } from './model.ts';
import { namedFiles } from './post-image.ts';
import type { BodyOf } from './posts.ts';

/**
 * The files used by posts and pages, each published beside its page. Reports those that cannot be.
 * @param allowed endings of `site.yaml`
 */
export function entryAssets(
  plan: Plan,
  bodyOf: BodyOf,
  allowed: readonly string[],
  problems: Problems,
): Asset[] {
  return plan.entries.flatMap((place) => {
    const { entry, address } = place;
    const { cover, preview } = namedFiles(entry);
    const files = new Set([...bodyOf(place).files, cover, preview]);
    return [...files].flatMap((file) => {
      if (file === undefined) return [];
      const path = folderOf(address.path) + file;
      if (!mayBeAt(path, entry, problems)) return [];
      const asset = {
        source: join(entry.folder, file),
        path,
        isPreview: file === preview,
        isCover: file === cover,
      };
      return [isAllowedOnly(file, allowed) ? { ...asset, isDownload: true } : asset];
    });
  });
}

function mayBeAt(
  path: string,
  { file }: Planned<PostEntry | PageEntry>['entry'],
  problems: Problems,
) {
  const isPath = isPortable(path);
  if (isPath && !isReserved(path)) return true;
  problems.error({
    file,
    code: 'attachment-address',
    message: isPath
      ? `A file beside this text would be at ${path}, where hosts or servers look for code or configuration.`
      : `A file beside this text would be at ${path.slice(0, 80)}..., which is too long for some file systems.`,
    hint: 'Give the text another address, or put the file into `public/` and link to it from the root.',
  });
  return false;
}
