/** Reads what the configuration and the data files of an Eleventy site say, without running them. */
import path from 'node:path';
import { isObject } from '../../../lib/merge-json.ts';
import type { BlogFacts, Notice } from '../../model.ts';
import { readText, type SourceFile } from '../../source/source.ts';
import { languageTag } from '../text-site/common-fields.ts';
import { EntryDates } from '../text-site/dates.ts';
import { Fields } from '../text-site/fields.ts';
import { yaml } from '../text-site/front-matter.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { siteAddress } from '../text-site/web.ts';
import { parseToml } from '../toml.ts';
import { literalOf, textIn } from './literals.ts';

export interface EleventyConfig {
  readonly facts: BlogFacts;
  readonly dates: EntryDates;
  /** `/blog`; empty at the root of the host. */
  readonly basePath: string;
  /** Folder below the root; empty, or ends in a slash. */
  readonly input: string;
  /** Folder of the built site below the root; ends in a slash. */
  readonly output: string;
  /** Global data by name: `site`, `metadata`. */
  readonly data: ReadonlyMap<string, unknown>;
  /** Fields of all texts in a folder, by the folder below the root, without a slash at its end. */
  readonly folders: ReadonlyMap<string, Fields>;
  readonly notices: readonly Notice[];
}

const CONFIG = /^(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/;
const DATA = /\.(?:json|ya?ml|toml|[cm]?js)$/;

export async function readConfig(
  files: SiteFiles,
  url: string | undefined,
): Promise<EleventyConfig> {
  const script = await textOf([...files.entries()].find(([name]) => CONFIG.test(name))?.[1]);
  const input = folderIn(textIn(script, 'input'));
  const dataDir = path.posix.join(input, textIn(script, 'data') ?? '_data');
  const data = new Map<string, unknown>();
  const folders = new Map<string, Fields>();
  const notices: Notice[] = [];
  for (const [name, file] of files.entries()) {
    if (!DATA.test(name) || file.size > MAX_DATA || /(?:^|\/)node_modules\//.test(name)) continue;
    const { dir, name: stem } = path.posix.parse(name);
    const isGlobal = name.startsWith(`${dataDir}/`);
    const folder = isGlobal ? undefined : folderOfData(dir, stem);
    if (!isGlobal && folder === undefined) continue;
    const value = await valueOf(file);
    if (isGlobal && value !== undefined) data.set(stem.replace(/\.11tydata$/, ''), value);
    if (folder === undefined) continue;
    if (value === undefined) notices.push(unread(file, folder));
    else folders.set(folder, new Fields(merge(folders.get(folder), value)));
  }
  const site = siteIn(data);
  const address = siteAddress(site.text('url', 'baseUrl', 'base_url', 'siteUrl', 'domain', 'base'));
  return {
    facts: {
      title: site.text('title', 'name', 'siteName'),
      description: site.text('description', 'subtitle', 'tagline')?.replace(/\s+/g, ' '),
      language: languageTag(site.text('language', 'lang', 'locale')),
      timeZone: undefined,
      url: url ?? address.url,
      hosts: [],
    },
    dates: new EntryDates('UTC'),
    basePath: siteAddress(textIn(script, 'pathPrefix')).basePath || address.basePath,
    input,
    output: folderIn(textIn(script, 'output')) || '_site/',
    data,
    folders,
    notices,
  };
}

/** Data of a folder is short; larger files are data of pages that templates make. */
const MAX_DATA = 100_000;

/** `posts/posts.json` and `posts/posts.11tydata.js` hold fields of all texts in `posts`. */
function folderOfData(dir: string, stem: string): string | undefined {
  const name = stem.replace(/\.11tydata$/, '');
  return dir !== '' && name === path.posix.basename(dir) ? dir : undefined;
}

function merge(first: Fields | undefined, second: unknown): Readonly<Record<string, unknown>> {
  return { ...Object.fromEntries(first?.entries() ?? []), ...(isObject(second) ? second : {}) };
}

async function valueOf(file: SourceFile): Promise<unknown> {
  const text = await readText(file);
  if (file.path.endsWith('js')) return literalOf(text);
  const parsed = file.path.endsWith('.toml') ? parseToml(text) : yaml(text);
  return parsed.ok ? parsed.value : undefined;
}

async function textOf(file: SourceFile | undefined): Promise<string> {
  return file === undefined ? '' : readText(file);
}

function folderIn(written: string | undefined): string {
  const folder = path.posix.normalize(`${written ?? '.'}/`);
  return folder === './' || folder.startsWith('../') || folder.startsWith('/') ? '' : folder;
}

/** The global data that describes the site, under the names that starters use. */
function siteIn(data: ReadonlyMap<string, unknown>): Fields {
  for (const name of [
    'metadata',
    'site',
    'meta',
    'config',
    'siteConfig',
    'settings',
    'blog',
    'global',
  ])
    if (isObject(data.get(name))) return new Fields(data.get(name));
  return new Fields(undefined);
}

function unread(file: SourceFile, folder: string): Notice {
  return {
    type: 'notice',
    place: { file: file.path },
    message: `Its fields for the texts in ${folder} are computed by a program, which an import never runs: see whether their addresses, tags and dates are right.`,
  };
}
