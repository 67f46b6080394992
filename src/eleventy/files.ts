/** Writes what is no page: feeds, redirects, images and other files. */
import { constants, mkdirSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { outputFile } from '../paths.ts';
import type { Asset, OutputFile } from '../site/model.ts';

/** Writes the files below `outputDir`. */
export function writeFiles(files: Iterable<OutputFile>, outputDir: string): void {
  const makeFolder = folderMaker();
  for (const { path, content } of files) {
    const target = join(outputDir, outputFile(path));
    makeFolder(dirname(target));
    writeFileSync(target, content);
  }
}

/** Writes pages to the paths that Eleventy gives them. */
export function pageWriter(): (outputPath: string, html: string) => void {
  const makeFolder = folderMaker();
  return (outputPath, html) => {
    makeFolder(dirname(outputPath));
    writeFileSync(outputPath, html);
  };
}

/** Copies the files below `outputDir`; shares their blocks where the file system can. */
export async function copyAssets(assets: readonly Asset[], outputDir: string): Promise<void> {
  const makeFolder = folderMaker();
  await Promise.all(
    assets.map(({ source, path }) => {
      const target = join(outputDir, path);
      makeFolder(dirname(target));
      return copyFile(source, target, constants.COPYFILE_FICLONE);
    }),
  );
}

/** Asks the file system for each folder once. */
function folderMaker(): (folder: string) => void {
  const made = new Set<string>();
  return (folder) => {
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
}
