/** Prepares folders for web servers. */
import { cpSync, renameSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Addresses } from '../../src/addresses/address.ts';
import type { PatternRedirect, Redirect } from '../../src/addresses/redirect.ts';
import type { Deployment, Host } from '../../src/outputs/hosts/host.ts';
import { escapeHtml } from '../../src/lib/html.ts';
import { outputFile } from '../../src/lib/paths.ts';
import { Problems } from '../../src/lib/problem.ts';
import { OutputFolder } from './build-site.ts';
import { redirect } from './redirects.ts';
import { temporaryFolder, writeFiles } from './scratch.ts';

/** Feeds of the site, a tag and an author, and the OPML list. */
export const FEEDS: readonly string[] = [
  ...['/', '/tags/a/', '/authors/b/'].flatMap((folder) =>
    ['rss.xml', 'atom.xml', 'feed.json'].map((name) => folder + name),
  ),
  '/feeds.opml',
];

/** Redirects of posts, each to a different page. */
export function manyRedirects(count: number): Redirect[] {
  const addresses = new Addresses('https://example.org/');
  return Array.from({ length: count }, (_, index) => {
    const post = `/${2000 + (index % 20)}/05/a-post-with-a-name-of-some-length-${index}`;
    return redirect(`${post}.html`, addresses.of(`${post}/`));
  });
}

/** A pattern without known URLs. Without a target, what it matches is gone. */
export function pattern(
  from: string,
  to: string | undefined,
  status: PatternRedirect['status'] = 301,
): PatternRedirect {
  return { from, to, status, kind: 'page', known: [], owner: { file: 'redirects.yaml' } };
}

/**
 * Writes configuration, error page, feeds, and pages with canonical links.
 * @param paths pages to write
 */
export function publishSite(
  host: Host,
  site: Deployment,
  paths: readonly string[],
  folder: string,
): void {
  const { files } = host.emit(site, new Problems());
  const addresses = new Addresses(site.home.canonical);
  const pages = paths.map((page) => [
    outputFile(page),
    `<!DOCTYPE html><title>A page</title><link rel="canonical" href="${escapeHtml(addresses.of(page).canonical)}">`,
  ]);
  writeFiles(folder, {
    '404.html': '<!DOCTYPE html><title>Not found</title>',
    ...Object.fromEntries(FEEDS.map((address) => [address.slice(1), 'A feed'])),
    'css/site.css': 'body {}',
    'css/site.css.gz': gzipSync('body {}'),
    'hashed/site.0123456789ab.css': 'body {}',
    'pagefind/pagefind.js': 'go();',
    'pagefind/fragment/en_0123456.pf_fragment': 'A fragment',
    '.perennial': 'version 1',
    ...Object.fromEntries(pages),
    ...Object.fromEntries(files.map((file) => [file.path.slice(1), file.content])),
  });
}

/**
 * A folder that contains the site under its base path.
 * @param atRoot files to move to the root, where the host reads them
 */
export function publishBelow(
  base: string,
  site: OutputFolder,
  atRoot: readonly string[],
): OutputFolder {
  if (base === '') return site;
  const root = temporaryFolder('published');
  cpSync(site.path, path.join(root, base), { recursive: true });
  for (const name of atRoot) renameSync(path.join(root, base, name), path.join(root, name));
  return new OutputFolder(root);
}
