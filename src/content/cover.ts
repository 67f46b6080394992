/** The image of the home page, a file beside `site.yaml` or in `theme`. */
import { basename, dirname, join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import { isPlainFile } from '../lib/publishable.ts';
import { resolveAttachment } from '../lib/paths.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { displayPath } from '../lib/user-folder.ts';
import { visibleEntries } from './files.ts';

export interface CoverFile {
  readonly source: string;
  /** Below the site's root, decoded. */
  readonly path: string;
}

/** @param cover value of the setting */
export function coverFile(
  cover: string | undefined,
  contentDir: string,
  problems: Problems,
): CoverFile | undefined {
  if (cover === undefined) return undefined;
  const source = join(contentDir, cover);
  const name = basename(source);
  const names = visibleEntries(dirname(source), problems)
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  if (names.includes(name) && isPlainFile(contentDir, cover)) return { source, path: `/${name}` };
  const meant = resolveAttachment(name, names).file ?? suggestName(name, names);
  problems.error({
    code: 'cover-missing',
    file: displayPath(join(contentDir, 'site.yaml')),
    field: 'cover',
    message:
      meant === undefined
        ? `\`cover\` names "${cover}", but there is no such file.`
        : `\`cover\` names "${cover}", but there is no such file; did you mean "${meant}"?`,
    hint: 'Put the image beside `site.yaml`, or correct the name.',
  });
  return undefined;
}
