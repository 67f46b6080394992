/** Checks that the build wrote every promised file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outputFile } from '../lib/paths.ts';
import type { Image, PageAddress, Site } from '../site/model.ts';

/** Paths of the site that have no file in the output folder. */
export function missingPaths(site: Site, folder: string): string[] {
  const isMissing = (file: string): boolean => !existsSync(join(folder, file));
  return [
    ...pagePaths(site).filter((path) => isMissing(outputFile(path))),
    // Copied files keep their names, so a path without an extension is not a folder.
    ...[...site.assets, ...(site.cards?.items ?? [])].map(({ path }) => path).filter(isMissing),
    ...site.images.flatMap(versionPaths).filter(isMissing),
  ];
}

/** Paths of all pages, feeds and stubs. */
function pagePaths(site: Site): string[] {
  const pages: PageAddress[] = [
    ...site.editions.flatMap(({ fixed }) => Object.values(fixed)),
    ...site.homePages,
    ...site.posts,
    ...site.tags,
    ...site.authors,
    ...site.series,
    ...site.seriesIndex,
    ...site.years,
    ...site.months,
    ...site.furtherPages,
    ...site.pages,
    ...site.addedPages,
  ];
  const feeds = [...site.editions, ...site.tags, ...site.authors, ...site.series]
    .flatMap((list) => Object.values(list.feeds))
    .concat(site.commentsFeed)
    .filter((feed) => feed !== undefined);
  return [...[...pages, ...feeds].map(({ path }) => path), ...site.stubs.map(({ path }) => path)];
}

function versionPaths({ versions, shown, preview }: Image): string[] {
  return [...versions, shown, preview].flatMap((version) => version?.path ?? []);
}
