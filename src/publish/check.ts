/** Holds a finished folder against the site that it is to be. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outputFile } from '../lib/paths.ts';
import type { PageAddress, Site } from '../site/model.ts';

/** Every path that the site promises a page at. */
export function promisedPaths(site: Site): string[] {
  const pages: PageAddress[] = [
    ...Object.values(site.fixed),
    ...site.homePages,
    ...site.posts,
    ...site.tags,
    ...site.authors,
    ...site.years,
    ...site.months,
    ...site.pages,
    ...site.addedPages,
  ];
  const feeds = [site, ...site.tags, ...site.authors]
    .flatMap((list) => Object.values(list.feeds))
    .concat(site.commentsFeed ?? []);
  return [...[...pages, ...feeds].map(({ path }) => path), ...site.stubs.map(({ path }) => path)];
}

/** The promised paths that the folder has no file for; none when all is well. */
export function missingPaths(site: Site, folder: string): string[] {
  const isMissing = (file: string): boolean => !existsSync(join(folder, file));
  return [
    ...promisedPaths(site).filter((path) => isMissing(outputFile(path))),
    // A file that is copied keeps its name, with or without an extension.
    ...[...site.assets, ...(site.cards?.items ?? [])].map(({ path }) => path).filter(isMissing),
    ...site.images.flatMap(({ versions }) => versions.map(({ path }) => path)).filter(isMissing),
  ];
}
