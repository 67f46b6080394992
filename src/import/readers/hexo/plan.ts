/** Sorts the files of a Hexo site into posts, drafts, pages and the rest. */
import path from 'node:path';
import { isObject } from '../../../lib/merge-json.ts';
import type { Status } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { commonHead, statusIn, titleIn } from '../text-site/common-fields.ts';
import { Fields, distinct, scalar } from '../text-site/fields.ts';
import { splitDocument, type SplitDocument } from '../text-site/front-matter.ts';
import { leftOut, readDocument, type EntryHead, type Planned } from '../text-site/plan.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { absoluteUrl } from '../text-site/web.ts';
import { parseName, postAddress, pretty } from './addresses.ts';
import type { HexoConfig } from './config.ts';

const TEXT = /\.(?:md|markdown|mkd|mkdn|mdown|html?)$/i;

/** Hexo reads texts without front matter, too. */
export function splitHexo(text: string): SplitDocument {
  return splitDocument(text) ?? { fields: new Fields(undefined), body: text, bodyLine: 1 };
}

export interface HexoPlan {
  readonly plan: readonly Planned[];
  /** Addresses of posts by their slugs, as `post_link` names them. */
  readonly slugs: ReadonlyMap<string, { readonly address: string; readonly title: string }>;
  /** Folders of assets, by the address of the post, without the path of the site. */
  readonly folders: ReadonlyMap<string, string>;
}

export async function planHexo(files: SiteFiles, config: HexoConfig): Promise<HexoPlan> {
  const plan: Planned[] = [...config.notices];
  const slugs = new Map<string, { address: string; title: string }>();
  const folders = new Map<string, string>();
  for (const [name, file] of files.entries()) {
    if (!name.startsWith(config.source) || !TEXT.test(name)) continue;
    const below = name.slice(config.source.length);
    const kind = below.startsWith('_posts/')
      ? 'posts'
      : below.startsWith('_drafts/')
        ? 'drafts'
        : 'pages';
    if (kind === 'pages' && (/(?:^|\/)[_.]/.test(below) || isSkipped(below, config))) continue;
    const { document = splitHexo(''), notices } = await readDocument(file, splitHexo);
    const { fields, body } = document;
    if (kind === 'pages' && body.trim() === '') {
      plan.push(leftOut(file, 'pages that templates fill, such as lists of posts'));
      continue;
    }
    const { head, slug } =
      kind === 'pages'
        ? pageHead(file, below, fields, config)
        : postHead(file, below, fields, kind, config);
    const [address] = head.legacyUrls;
    if (kind !== 'pages' && address !== undefined) {
      slugs.set(slug, { address, title: head.title });
      folders.set(folderOf(address).slice(config.basePath.length), name.replace(/\.[^./]+$/, ''));
    }
    plan.push(...notices, {
      type: 'entry',
      head,
      file,
      path: name,
      fields,
      format: /\.html?$/i.test(name) ? 'html' : 'markdown',
    });
    if (address === undefined && kind === 'posts')
      plan.push({
        type: 'notice',
        place: { file: file.path },
        message: `The old address of "${head.title}" cannot be told from its file: add it as \`legacyUrl\`.`,
      });
  }
  return { plan, slugs, folders };
}

/** Address of the folder where the assets of a post were. */
export function folderOf(address: string): string {
  return address.endsWith('/') ? address : `${address.replace(/\.html$/, '')}/`;
}

function isSkipped(name: string, { fields }: HexoConfig): boolean {
  return fields.list('skip_render').some((pattern) => {
    const [folder = ''] = pattern.split('*');
    return name === pattern || (folder.endsWith('/') && name.startsWith(folder));
  });
}

function postHead(
  file: SourceFile,
  below: string,
  fields: Fields,
  kind: 'posts' | 'drafts',
  config: HexoConfig,
): { readonly head: EntryHead; readonly slug: string } {
  const { slug, day } = parseName(below.replace(/^_\w+\//, ''), config);
  const date = config.dates.read(fields.text('date') ?? day);
  const title = titleIn(fields) || path.posix.basename(slug);
  const categories = categoriesIn(fields);
  const address = postAddress(
    { slug, title, categories: categories[0] ?? [], date, fields },
    config,
  );
  const status: Status =
    kind === 'drafts' || fields.flag('published') === false ? 'draft' : statusIn(fields);
  const aliases = [
    ...fields.list('alias'),
    ...fields.list('aliases'),
    ...fields.list('redirect_from'),
  ];
  const head: EntryHead = {
    type: 'post',
    id: config.source + below,
    place: { file: file.path },
    status,
    guid: config.hasFeed ? absoluteUrl(address, config.facts.url)?.href : undefined,
    title,
    slug: path.posix.basename(slug),
    published: kind === 'drafts' && fields.text('date') === undefined ? undefined : date?.iso,
    tags: distinct([...categories.flat(), ...fields.list('tags'), ...fields.list('tag')]),
    legacyUrls: [
      ...new Set([
        ...(address === undefined ? [] : [address]),
        ...aliases.map((alias) => rooted(alias, config)),
      ]),
    ],
    ...commonHead(fields, config.dates),
  };
  return { head, slug };
}

function pageHead(file: SourceFile, below: string, fields: Fields, config: HexoConfig) {
  const { dir, name } = path.posix.parse(below);
  const own = fields.text('permalink');
  const plain =
    name === 'index' ? `${dir === '' ? '' : `${dir}/`}` : below.replace(/\.[^./]+$/, '.html');
  const address = pretty(rooted(own ?? plain, config), config);
  const head: EntryHead = {
    type: 'page',
    id: config.source + below,
    place: { file: file.path },
    status: fields.flag('published') === false ? 'draft' : statusIn(fields),
    title: titleIn(fields),
    slug: name === 'index' ? path.posix.basename(dir) || 'home' : name,
    published: config.dates.read(fields.text('date'))?.iso,
    tags: [],
    legacyUrls: [address],
    ...commonHead(fields, config.dates),
  };
  return { head, slug: below };
}

function rooted(address: string, { basePath }: HexoConfig): string {
  return `${basePath}/${address.replace(/^\/+/, '')}`;
}

/** A list is one category in another; a list of lists has several. */
export function categoriesIn(fields: Fields): readonly (readonly string[])[] {
  const value = fields.get('categories', 'category');
  if (!Array.isArray(value)) return [scalar(value) ?? []].flat().map((name) => [name]);
  if (!value.some((item) => Array.isArray(item)))
    return [value.flatMap((item) => scalar(item) ?? [])].filter((names) => names.length > 0);
  return value.map((item) =>
    (Array.isArray(item) ? item : [item]).flatMap((name) =>
      isObject(name) ? [] : (scalar(name) ?? []),
    ),
  );
}
