/** Writes what is no page: feeds, redirects, images and other files. */
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Feed } from '../feeds/feed.ts';
import { feedFiles } from '../feeds/feed-files.ts';
import { addressBookFile } from '../hosts/address-book.ts';
import { stubFiles } from '../hosts/stubs.ts';
import { MARKER } from '../output/marker.ts';
import type { Writer } from '../output/writer.ts';
import { isStylesheet, readStylesheet } from '../stylesheets.ts';
import type { Asset, OutputFile, Site } from '../site/model.ts';

/**
 * Every file that is neither a page nor copied.
 * @param onCut called with each feed that has no room for all its posts
 */
export function filesOf(site: Site, onCut?: (feed: Feed) => void): OutputFile[] {
  const feeds = feedFiles(site, onCut);
  return [
    MARKER,
    ...feeds,
    addressBookFile(site),
    ...site.hostFiles,
    ...stubFiles(site.stubs, feeds, site.facts),
  ];
}

/** Writes the files below `outputDir`. */
export function writeFiles(files: Iterable<OutputFile>, outputDir: string, writer: Writer): void {
  for (const { path, content } of files) {
    writer.write(join(outputDir, path), content);
  }
}

/** Copies the files below `outputDir`; shares their blocks where the file system can. Stylesheets are made whole. */
export async function copyAssets(
  assets: readonly Asset[],
  outputDir: string,
  writer: Writer,
): Promise<void> {
  await Promise.all(
    assets.map(({ source, path }) => {
      const target = join(outputDir, path);
      if (isStylesheet(source)) {
        writer.write(target, readStylesheet(source));
        return undefined;
      }
      writer.makeFolder(dirname(target));
      return copyFile(source, target, constants.COPYFILE_FICLONE);
    }),
  );
}
