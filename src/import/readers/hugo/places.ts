/** What a file of the content of Hugo is, by its place: bundles, lists, languages. */
import path from 'node:path';
import type { SourceFile } from '../../source/source.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import type { HugoConfig } from './config.ts';

export interface HugoPlace {
  readonly kind: 'page' | 'list' | 'resource' | 'other';
  readonly file: SourceFile;
  /** Below the root. */
  readonly path: string;
  /** Folder below the content folder; for a bundle, the one above its own. */
  readonly dir: string;
  /** Of the file or bundle, without language and extension. */
  readonly name: string;
  /** Key of its language, if the file or folder has one. */
  readonly language: string | undefined;
  /** Folder of a bundle, below the root. */
  readonly bundle: string | undefined;
}

const TEXT = /\.(?:md|markdown|mdown|html?)$/i;
const OTHER = /\.(?:org|adoc|asciidoc|asciidoctor|ad|rst|pandoc|pdc)$/i;

export function* placesOf(files: SiteFiles, config: HugoConfig): Generator<HugoPlace> {
  const folders = contentFolders(files, config);
  const bundles = new Set<string>();
  for (const name of files.paths)
    if (/^index(?:\.[\w-]+)?\.(?:md|markdown|html?|org|adoc|rst)$/i.test(path.posix.basename(name)))
      bundles.add(path.posix.dirname(name));
  for (const [name, file] of files.entries()) {
    const content = folders.find(({ folder }) => folder === '' || name.startsWith(`${folder}/`));
    if (content === undefined || !(TEXT.test(name) || OTHER.test(name))) continue;
    yield placeOf(name, file, content, bundles, config);
  }
}

interface ContentFolder {
  /** Without a slash at its end; empty if the content itself was given. */
  readonly folder: string;
  readonly language: string | undefined;
}

/** The deepest first. */
function contentFolders(files: SiteFiles, config: HugoConfig): readonly ContentFolder[] {
  const own = [...config.languages.values()].map(({ key, contentDir }) => ({
    folder: contentDir,
    language: contentDir === config.contentDir ? undefined : key,
  }));
  const all = [...own, { folder: config.contentDir, language: undefined }];
  const known = all.filter(({ folder }) =>
    [...files.paths].some((name) => name.startsWith(`${folder}/`)),
  );
  if (known.length === 0) return [{ folder: '', language: undefined }];
  return known.toSorted((a, b) => b.folder.length - a.folder.length);
}

function placeOf(
  name: string,
  file: SourceFile,
  content: ContentFolder,
  bundles: ReadonlySet<string>,
  config: HugoConfig,
): HugoPlace {
  const below = content.folder === '' ? name : name.slice(content.folder.length + 1);
  const { dir, name: stem } = path.posix.parse(below);
  const suffix = /\.([\w-]+)$/.exec(stem)?.[1];
  const language = suffix !== undefined && isLanguage(suffix, config) ? suffix : undefined;
  const plain = language === undefined ? stem : stem.slice(0, -language.length - 1);
  const folder = path.posix.dirname(name);
  const isBundle = plain === 'index' && dir !== '';
  const common = { file, path: name, language: language ?? content.language };
  if (plain === '_index' || (plain === 'index' && dir === ''))
    return { ...common, kind: 'list', dir, name: plain, bundle: undefined };
  if (isInBundle(folder, bundles, content.folder) && !isBundle)
    return { ...common, kind: 'resource', dir, name: plain, bundle: undefined };
  const kind = OTHER.test(name) ? 'other' : 'page';
  if (!isBundle) return { ...common, kind, dir, name: plain, bundle: undefined };
  const parent = path.posix.dirname(dir);
  return {
    ...common,
    kind,
    dir: parent === '.' ? '' : parent,
    name: path.posix.basename(dir),
    bundle: folder,
  };
}

/** In the folder of a page, or below it. */
function isInBundle(folder: string, bundles: ReadonlySet<string>, content: string): boolean {
  for (let at = folder; at !== '.' && at !== content; at = path.posix.dirname(at))
    if (bundles.has(at)) return true;
  return false;
}

function isLanguage(suffix: string, { languages, defaultLanguage }: HugoConfig): boolean {
  const key = suffix.toLowerCase();
  return (
    key === defaultLanguage || [...languages.keys()].some((known) => known.toLowerCase() === key)
  );
}
