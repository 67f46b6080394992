/** Folders of Jekyll, from which GitHub Pages builds sites. */
import path from 'node:path';
import type { Blog } from '../../model.ts';
import { readText, type Source } from '../../source/source.ts';
import type { Reader } from '../reader.ts';
import { readAuthors, usedAuthors, withAuthors } from '../text-site/authors.ts';
import { rootsOf } from '../text-site/detect.ts';
import { splitDocument } from '../text-site/front-matter.ts';
import { itemsOf, type PlannedEntry } from '../text-site/plan.ts';
import { SiteFiles, findAsset, nameOf } from '../text-site/site-files.ts';
import { hostsOf } from '../text-site/web.ts';
import { readConfig, type JekyllConfig } from './config.ts';
import { planJekyll } from './plan.ts';
import type { JekyllSite } from './site.ts';
import { translate } from './translate.ts';

export const jekyll: Reader = {
  format: 'jekyll',
  label: 'a folder of Jekyll',
  async find(source, { url }) {
    const roots = await rootsOf(source, 'jekyll');
    return roots.map((root) => ({
      name: nameOf(source, root),
      open: () => open(source, root, url),
    }));
  },
};

async function open(source: Source, root: string, url: string | undefined): Promise<Blog> {
  const files = new SiteFiles(source, root);
  const config = await readConfig(files, url);
  const authors = await readAuthors(dataFile(files, config, 'authors'));
  const plan = (await planJekyll(files, config)).map((planned) =>
    planned.type === 'entry' ? withAuthors(planned, authors) : planned,
  );
  const entries = plan.filter((planned) => planned.type === 'entry');
  const site: JekyllSite = {
    config,
    includes: await readIncludes(files, config),
    posts: new Map(entries.flatMap(namesForPostUrl)),
    paths: new Map(
      entries.flatMap(({ path: file, head: { legacyUrls } }) =>
        legacyUrls[0] === undefined ? [] : [[file, legacyUrls[0]]],
      ),
    ),
  };
  const places = {
    files,
    hosts: hostsOf(config.facts.url),
    basePath: config.baseUrl,
    roots: [...new Set([config.source, ''])],
    folders: new Map<string, string>(),
  };
  return {
    facts: config.facts,
    async *items() {
      yield* usedAuthors(entries, authors);
      yield* itemsOf(plan, splitDocument, (body, entry) => translate(body, entry, site));
    },
    file: (address, entry) => findAsset(address, entry, places),
  };
}

function dataFile(files: SiteFiles, { source }: JekyllConfig, name: string) {
  const names = ['yml', 'yaml', 'json'].map((ending) => `${source}_data/${name}.${ending}`);
  return names.map((candidate) => files.get(candidate)).find((file) => file !== undefined);
}

/** A snippet is short; larger files are no snippets. */
const MAX_INCLUDE = 100_000;

async function readIncludes(
  files: SiteFiles,
  { source }: JekyllConfig,
): Promise<ReadonlyMap<string, string>> {
  const folder = `${source}_includes/`;
  const includes = new Map<string, string>();
  for (const [name, file] of files.entries())
    if (name.startsWith(folder) && file.size <= MAX_INCLUDE)
      includes.set(name.slice(folder.length), await readText(file));
  return includes;
}

/** With the folders of its categories, or without. */
function namesForPostUrl({ path: file, head }: PlannedEntry): [string, string][] {
  const [address] = head.legacyUrls;
  if (address === undefined || !file.includes('_posts/')) return [];
  const plain = file.replace(/\.[^.]+$/, '').replace('_posts/', '');
  const names = new Set([plain, path.posix.basename(plain)]);
  return [...names].map((name) => [name, address]);
}
