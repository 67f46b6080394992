/** Tells the folders of static site generators apart, so that each has one reader. */
import path from 'node:path';
import type { Source, SourceFile } from '../../source/source.ts';
import { startOf } from '../start-of.ts';

export type Generator = 'jekyll' | 'hugo' | 'hexo' | 'eleventy' | 'pelican';

/** A site in a source. */
interface Site {
  /** Folder; empty for the source itself, or ends in a slash. */
  readonly root: string;
  readonly generator: Generator;
}

const found = new WeakMap<Source, Promise<readonly Site[]>>();

/** Folders of the sites of a generator. */
export async function rootsOf(source: Source, generator: Generator): Promise<readonly string[]> {
  const sites = found.get(source) ?? sitesIn(source);
  found.set(source, sites);
  return (await sites).filter((site) => site.generator === generator).map(({ root }) => root);
}

/** Folders whose files are copies or of other people. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|vendor|themes|_site|exampleSite|bower_components|\.(?!eleventy)[^/]+)\//;

async function sitesIn(source: Source): Promise<readonly Site[]> {
  const files = source.files.filter(({ path: file }) => !FOREIGN.test(file));
  const marked = await byMarks(files);
  const sites = marked.length > 0 ? marked : await byTexts(files, source.name);
  const outer: Site[] = [];
  for (const site of sites.toSorted((a, b) => a.root.length - b.root.length))
    if (!outer.some(({ root }) => site.root.startsWith(root))) outer.push(site);
  return outer;
}

/** The generator that a file with settings belongs to, judged by its name or beginning. The first one wins. */
const MARKS: readonly {
  readonly generator: Generator;
  /** The path behind the root. */
  readonly name: RegExp;
  readonly text?: RegExp;
  /** A folder that must be there, too. */
  readonly folder?: string;
}[] = [
  { generator: 'pelican', name: /(?:^|\/)pelicanconf\.py$/ },
  { generator: 'eleventy', name: /(?:^|\/)(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/ },
  { generator: 'eleventy', name: /(?:^|\/)package\.json$/, text: /"@11ty\/eleventy"/ },
  { generator: 'hexo', name: /(?:^|\/)package\.json$/, text: /"hexo"\s*:/ },
  {
    generator: 'hexo',
    name: /(?:^|\/)_config\.yml$/,
    text: /^(?:source_dir|public_dir|new_post_name|skip_render|post_asset_folder)\s*:/m,
  },
  { generator: 'hugo', name: /(?:^|\/)hugo\.(?:toml|ya?ml|json)$/ },
  { generator: 'hugo', name: /(?:^|\/)config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json)$/ },
  {
    generator: 'hugo',
    name: /(?:^|\/)config\.(?:toml|ya?ml|json)$/,
    text: /^[ \t"'[{]*(?:baseurl|languageCode|theme|title|params|permalinks|taxonomies)\b/im,
    folder: 'content/',
  },
  { generator: 'hugo', name: /(?:^|\/)archetypes\/[^/]+\.md$/, folder: 'content/' },
  { generator: 'jekyll', name: /(?:^|\/)_config\.(?:ya?ml|toml)$/ },
  { generator: 'hexo', name: /(?:^|\/)scaffolds\/post\.md$/ },
];

async function byMarks(files: readonly SourceFile[]): Promise<readonly Site[]> {
  const sites = new Map<string, Site>();
  const folders = new Set(files.flatMap(({ path: file }) => foldersOf(file)));
  for (const { generator, name, text, folder } of MARKS)
    for (const file of files) {
      const match = name.exec(file.path);
      if (match === null) continue;
      const root = match.index === 0 ? '' : `${file.path.slice(0, match.index)}/`;
      if (sites.has(root)) continue;
      if (folder !== undefined && !folders.has(root + folder)) continue;
      if (text !== undefined && !text.test(await startOf(file))) continue;
      sites.set(root, { root, generator });
    }
  return [...sites.values()];
}

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_part, index) => `${parts.slice(0, index + 1).join('/')}/`);
}

/** Without settings, only the places and beginnings of the texts tell. */
async function byTexts(files: readonly SourceFile[], name: string): Promise<readonly Site[]> {
  const hexo = rootAbove(files, 'source/_posts/');
  if (hexo !== undefined) return [{ root: hexo, generator: 'hexo' }];
  const posts = rootAbove(files, '_posts/') ?? rootAbove(files, '_drafts/');
  if (posts !== undefined) return [{ root: posts, generator: 'jekyll' }];
  const generator = await generatorOfTexts(files, name);
  return generator === undefined ? [] : [{ root: rootOfContent(files, generator), generator }];
}

/** The folder above all folders of that name. */
function rootAbove(files: readonly SourceFile[], folder: string): string | undefined {
  const roots = new Set(
    files
      .map(({ path: file }) => `/${file}`.indexOf(`/${folder}`))
      .flatMap((at, index) => (at === -1 ? [] : (files[index]?.path.slice(0, at) ?? []))),
  );
  const [first] = roots;
  // Folders of categories are below the root.
  return roots.size > 1 ? '' : first;
}

/** A source that holds the folder `content` is the site. */
function rootOfContent(files: readonly SourceFile[], generator: Generator): string {
  if (generator === 'jekyll') return '';
  return rootAbove(files, 'content/') ?? '';
}

/** Enough to tell. */
const SAMPLES = 40;
const DATED = /^\d{4}-\d{1,2}-\d{1,2}-.+\.(?:md|markdown|html)$/;

async function generatorOfTexts(
  files: readonly SourceFile[],
  name: string,
): Promise<Generator | undefined> {
  const texts = files.filter(({ path: file }) => /\.(?:md|markdown|rst)$/.test(file));
  for (const file of texts.slice(0, SAMPLES)) {
    const start = (await startOf(file)).replace(/^\uFEFF/, '');
    if (start.startsWith('+++') || file.path.endsWith('_index.md')) return 'hugo';
    if (isPelican(file.path, start)) return 'pelican';
    const isInPosts = path.posix.basename(name) === '_posts' || !file.path.includes('/');
    if (isInPosts && DATED.test(path.posix.basename(file.path)) && start.startsWith('---'))
      return 'jekyll';
  }
  return undefined;
}

/** `Title:` and `Date:` in the first lines, without any mark above or below. */
function isPelican(file: string, start: string): boolean {
  if (file.endsWith('.rst')) return /^:date:[ \t]/im.test(start);
  const [head = ''] = start.split(/\n[ \t]*\r?\n/);
  const lines = head.split('\n');
  return (
    lines.every((line) => /^(?:[A-Za-z][\w-]*:|[ \t]+\S)/.test(line)) &&
    /^title:/im.test(head) &&
    /^date:/im.test(head)
  );
}
