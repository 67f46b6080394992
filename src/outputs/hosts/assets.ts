/** Files that are copied to where a host's configuration is written. */
import type { OwnFiles } from '../../content/own-files.ts';
import { foldFile } from '../../lib/paths.ts';
import type { Problems } from '../../lib/problem.ts';
import { displayPath } from '../../lib/user-folder.ts';
import type { Asset, OutputFile } from '../../site/model.ts';

/** The assets but those merged with a file of the host. Reports others at the path of one. */
export function withoutMerged(
  assets: readonly Asset[],
  hostFiles: readonly OutputFile[],
  own: OwnFiles,
  problems: Problems,
): Asset[] {
  const written = new Map(hostFiles.map(({ path }) => [foldFile(path), path]));
  return assets.filter(({ path, source, isOwn }) => {
    const taken = written.get(foldFile(path));
    if (taken === undefined) return true;
    if (taken === path && isOwn === true && own.has(path)) return false;
    problems.error({
      file: displayPath(source),
      code: 'address-taken',
      message: `The file needs ${path}, but the build writes ${taken} for the host, so one would overwrite the other.`,
      hint: 'Remove or rename the file; what the host should do besides belongs in its own settings.',
    });
    return true;
  });
}
