/** Archives within a folder or an archive, one level deep. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ContainedFile, Container } from './container.ts';
import { checkCount, TooManyFiles } from './limits.ts';
import { openFile } from './open-file.ts';
import { SourceError, type Skipped } from './source.ts';
import type { TempFolder } from '../../lib/temp-folder.ts';

const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz)$/i;

/**
 * The container with what is in the archives of its top folder. The archives stay: a post may link to one.
 * @param name for messages
 */
export async function addNested(
  container: Container,
  name: string,
  temp: TempFolder,
): Promise<Container> {
  const top = topFolder(container.files);
  const archives = container.files.filter(
    ({ path }) => ARCHIVE.test(path) && !path.slice(top.length).includes('/'),
  );
  const files = [...container.files];
  const skipped: Skipped[] = [...container.skipped];
  const closeAll = [container.close];
  const close = (): void => {
    for (const closeOne of closeAll) closeOne();
  };
  for (const archive of archives) {
    try {
      const file = archive.diskPath ?? (await unpack(archive, temp));
      const nested = await openFile(file, `${name}/${archive.path}`, temp);
      closeAll.push(nested.close);
      const inside = (member: { readonly path: string }): string =>
        `${archive.path}/${member.path}`;
      for (const member of nested.files) files.push({ ...member, path: inside(member) });
      for (const member of nested.skipped) skipped.push({ ...member, path: inside(member) });
      checkCount(files.length, name);
    } catch (error) {
      // Beside other files it may be anything; without them it is the export.
      const isHarmless =
        error instanceof SourceError &&
        !(error instanceof TooManyFiles) &&
        archives.length < container.files.length;
      if (!isHarmless) {
        close();
        throw error;
      }
      skipped.push({ path: archive.path, reason: 'archives that cannot be opened' });
    }
  }
  return { files, skipped, close };
}

/** The first folder of all paths, with its slash; '' if they have none in common. */
function topFolder(files: readonly ContainedFile[]): string {
  const [first] = files;
  const top = first?.path.slice(0, first.path.indexOf('/') + 1) ?? '';
  return files.every(({ path }) => path.startsWith(top)) ? top : '';
}

async function unpack(archive: ContainedFile, temp: TempFolder): Promise<string> {
  const file = temp.newFile();
  await pipeline(archive.stream(), createWriteStream(file));
  return file;
}
