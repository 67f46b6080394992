/** Sorts the files of a Jekyll site into posts, drafts, pages and the rest. */
import path from 'node:path';
import type { ImportedItem, Status } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { statusIn, titleIn } from '../text-site/common-fields.ts';
import { Fields, namesIn } from '../text-site/fields.ts';
import { withoutCode } from '../text-site/markdown-code.ts';
import { leftOut, readDocument, type Planned } from '../text-site/plan.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { defaultsFor, type JekyllConfig } from './config.ts';
import { addressesOf } from './entry-addresses.ts';
import { headOf } from './head.ts';

const TEXT = /\.(md|markdown|mkdown|mkdn|mkd|html?)$/i;
const OTHER_MARKUP = /\.(textile|adoc|asciidoc|rst|org|haml|slim)$/i;
/** `2020-1-31-roses.md` */
const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.+)\.[^.]+$/;

export async function planJekyll(files: SiteFiles, config: JekyllConfig): Promise<Planned[]> {
  const plan: Planned[] = [...config.notices];
  for (const [name, file] of files.entries()) {
    if (!name.startsWith(config.source)) continue;
    const kind = kindOf(name.slice(config.source.length), config);
    if (kind !== undefined) plan.push(...(await planFile(file, kind, config)));
  }
  return plan;
}

/** What Jekyll makes of a file, by its place. */
interface Kind {
  readonly type: 'posts' | 'drafts' | 'pages' | 'collection';
  /** Below the site. */
  readonly path: string;
  /** Folders above `_posts`. */
  readonly categories: readonly string[];
  readonly collection?: { readonly name: string; readonly fields: Fields } | undefined;
}

function kindOf(name: string, config: JekyllConfig): Kind | undefined {
  if (!TEXT.test(name) && !OTHER_MARKUP.test(name)) return undefined;
  if (isExcluded(name, config)) return undefined;
  const folders = name.split('/').slice(0, -1);
  const special = folders.findIndex((folder) => /^[_.]/.test(folder));
  const categories = folders.slice(0, Math.max(0, special));
  const folder = folders[special];
  if (folder === '_posts') return { type: 'posts', path: name, categories };
  if (folder === '_drafts') return { type: 'drafts', path: name, categories };
  // Somebody may have given the folder of posts alone.
  if (folders.length === 0 && DATED.test(name)) return { type: 'posts', path: name, categories };
  if (folder === undefined) return { type: 'pages', path: name, categories };
  const collection = collectionOf(folder, config);
  if (collection === undefined) return undefined;
  return { type: 'collection', path: name, categories: [], collection };
}

function isExcluded(name: string, config: JekyllConfig): boolean {
  const own = ['exclude', 'destination'].flatMap((field) => config.fields.list(field));
  const excluded = ['node_modules', 'vendor', ...own];
  return excluded
    .map((item) => item.split('/').filter(Boolean).join('/'))
    .some((item) => name === item || name.startsWith(`${item}/`));
}

function collectionOf(folder: string, { fields }: JekyllConfig): Kind['collection'] {
  const name = folder.replace(/^_/, '');
  const collections = fields.get('collections');
  if (Array.isArray(collections))
    return collections.includes(name) ? { name, fields: new Fields(undefined) } : undefined;
  const all = new Fields(collections);
  return all.has(name) ? { name, fields: all.group(name) } : undefined;
}

/** Pages that only show what Jekyll knows about the site: lists, feeds, a search. */
const TEMPLATE =
  /\{%-?\s*(?:for|paginate|tablerow)\b|\{\{-?\s*(?:site\.(?:posts|categories|tags|pages|data)|paginator|content)\b/;

async function planFile(file: SourceFile, kind: Kind, config: JekyllConfig): Promise<Planned[]> {
  const isPost = kind.type === 'posts' || kind.type === 'drafts';
  const base = path.posix.basename(kind.path);
  const dated = DATED.exec(base);
  if (kind.type === 'posts' && dated === null)
    return [
      leftOut(
        file,
        'files in `_posts` without a date in their name, which Jekyll does not publish',
      ),
    ];
  const { document, notices } = await readDocument(file);
  if (document === undefined)
    return isPost
      ? [leftOut(file, 'posts without front matter, which Jekyll does not publish')]
      : [];
  if (OTHER_MARKUP.test(base))
    return [leftOut(file, `texts in ${path.posix.extname(base).slice(1)}, which is not Markdown`)];
  const defaults = defaultsFor(
    config,
    kind.path,
    kind.collection?.name ?? (isPost ? 'posts' : kind.type),
  );
  const fields = new Fields({
    ...Object.fromEntries(defaults.entries()),
    ...Object.fromEntries(document.fields.entries()),
  });
  if (kind.collection !== undefined && kind.collection.fields.flag('output') !== true)
    return [leftOut(file, `texts of the collection "${kind.collection.name}", which had no pages`)];
  if (!isPost) {
    const plain = document.body.trim();
    if (path.posix.parse(base).name === '404') return [leftOut(file, 'pages for wrong addresses')];
    if (
      (plain === '' && fields.get('redirect_to') === undefined) ||
      TEMPLATE.test(withoutCode(plain))
    )
      return [leftOut(file, 'pages that templates fill, such as lists of posts')];
  }
  const written = fields.text('date');
  const date = config.dates.read(written ?? dated?.[1], hasSeconds(written) ? 'Z' : '');
  const slug = fields.text('slug') ?? dated?.[2] ?? path.posix.parse(base).name;
  const categories = [
    ...kind.categories,
    ...namesIn(fields, 'categories'),
    ...namesIn(fields, 'category', false),
  ];
  const addresses = addressesOf({
    type: kind.type,
    path: kind.path,
    collection: kind.collection,
    fields,
    config,
    date,
    slug,
    categories,
  });
  const target = fields.list('redirect_to')[0];
  if (target !== undefined) return [...redirected(file, addresses, target, document.body)];
  const head = headOf({
    file,
    path: kind.path,
    type: isPost ? 'post' : 'page',
    status: statusOf(kind, fields),
    title: titleIn(fields) || titleFrom(slug),
    slug: fields.text('basename') ?? slug,
    date: kind.type === 'drafts' && written === undefined ? undefined : date,
    fields,
    categories,
    addresses,
    config,
  });
  const format = /\.html?$/i.test(base) ? 'html' : 'markdown';
  return [...notices, { type: 'entry', head, file, path: kind.path, fields, format }];
}

/** YAML reads a time with seconds and without an offset as UTC. */
function hasSeconds(date: string | undefined): boolean {
  return date !== undefined && /\d:\d{2}:\d{2}/.test(date);
}

function statusOf({ type }: Kind, fields: Fields): Status {
  if (type === 'drafts' || fields.flag('published') === false) return 'draft';
  return statusIn(fields);
}

function* redirected(
  file: SourceFile,
  addresses: readonly string[],
  to: string,
  body: string,
): Generator<Exclude<ImportedItem, { type: 'post' | 'page' }>> {
  for (const from of addresses) yield { type: 'redirect', from, to };
  if (body.trim() !== '') yield leftOut(file, 'texts of pages that only redirect');
}

/** As Jekyll does: `my-first-post` becomes `My First Post`. */
function titleFrom(slug: string): string {
  return slug
    .split(/[-_]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ')
    .trim();
}
