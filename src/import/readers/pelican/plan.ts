/** Sorts the files of a Pelican site into articles, pages and the rest. */
import path from 'node:path';
import type { Status } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { readText } from '../../source/source.ts';
import { commonHead, languageTag, statusIn, titleIn } from '../text-site/common-fields.ts';
import type { EntryDate } from '../text-site/dates.ts';
import { Fields, distinct } from '../text-site/fields.ts';
import { foreignGroups } from '../text-site/foreign-pattern.ts';
import { leftOut, type EntryHead, type Planned } from '../text-site/plan.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { absoluteUrl } from '../text-site/web.ts';
import { slugified, textAddress } from './addresses.ts';
import type { PelicanConfig } from './config.ts';
import { splitPelican } from './metadata.ts';

const TEXT = /\.(?:md|markdown|mkd|mdown|rst|html?)$/i;
const OTHER = /\.(?:asc|adoc|asciidoc|org|ipynb)$/i;

export async function planPelican(files: SiteFiles, config: PelicanConfig): Promise<Planned[]> {
  const plan: Planned[] = [];
  for (const [name, file] of files.entries()) {
    if (!name.startsWith(config.content)) continue;
    const below = name.slice(config.content.length);
    const kind = kindOf(below, config);
    if (kind === undefined) continue;
    if (OTHER.test(name))
      plan.push(
        leftOut(file, `texts in ${path.posix.extname(name).slice(1)}, which is not Markdown`),
      );
    if (!TEXT.test(name)) continue;
    const { fields } = splitPelican(await readText(file), name);
    if (titleIn(fields) === '' && fields.text('date') === undefined) {
      plan.push(leftOut(file, 'files without title and date, which Pelican does not publish'));
      continue;
    }
    plan.push(...entryOf(file, below, kind, fields, config));
  }
  return plan;
}

function kindOf(below: string, { fields }: PelicanConfig): 'ARTICLE' | 'PAGE' | undefined {
  const isIn = (setting: string, standard: readonly string[]): boolean => {
    const folders = fields.has(setting) ? fields.list(setting) : standard;
    const all = fields.get(setting);
    const holdsAll = Array.isArray(all) ? all.includes('') : standard.includes('');
    return holdsAll || folders.some((folder) => below.startsWith(`${folder.replace(/\/$/, '')}/`));
  };
  if (isIn('PAGE_PATHS', fields.has('PAGE_DIR') ? fields.list('PAGE_DIR') : ['pages']))
    return 'PAGE';
  return isIn('ARTICLE_PATHS', ['']) ? 'ARTICLE' : undefined;
}

function* entryOf(
  file: SourceFile,
  below: string,
  kind: 'ARTICLE' | 'PAGE',
  own: Fields,
  config: PelicanConfig,
): Generator<Planned> {
  const fields = withDefaults(own, below, config);
  const date = config.dates.read(fields.text('date'));
  const title = titleIn(fields) || path.posix.parse(below).name;
  const authors = namesOf(fields, 'authors', 'author');
  const category = fields.text('category') ?? '';
  const status = statusOf(fields, kind, date);
  const source =
    config.fields.text('SLUGIFY_SOURCE') === 'basename' ? path.posix.parse(below).name : title;
  const slug = fields.text('slug') ?? slugified(source) ?? '';
  const lang = fields.text('lang') ?? config.language;
  const address = addressOf(
    fields,
    status === 'draft' ? 'DRAFT' : kind,
    {
      slug,
      lang,
      category: category || defaultCategory(config),
      author: authors[0] ?? '',
      date: date?.parts,
    },
    config,
  );
  const common = commonHead(fields, config.dates);
  const head: EntryHead = {
    type: kind === 'PAGE' ? 'page' : 'post',
    id: config.content + below,
    place: { file: file.path },
    status,
    guid: kind === 'ARTICLE' && date !== undefined ? feedId(address, date, config) : undefined,
    title,
    slug: slug || path.posix.parse(below).name,
    published: date?.iso,
    tags: distinct([
      ...(category === '' ? [] : [category]),
      ...namesOf(fields, 'tags', 'keywords'),
    ]),
    legacyUrls: address === undefined ? [] : [address],
    ...common,
    authors,
    updated: config.dates.read(fields.text('modified'))?.iso,
    language: lang === config.language ? undefined : languageTag(lang),
  };
  const format = /\.(?:md|markdown|mkd|mdown)$/i.test(below) ? 'markdown' : 'html';
  yield { type: 'entry', head, file, path: config.content + below, fields, format };
  if (address === undefined && status === 'public')
    yield {
      type: 'notice',
      place: { file: file.path },
      message: `The old address of "${title}" cannot be told from its file: add it as \`legacyUrl\`.`,
    };
}

/** What the settings read from names and folders, and say for all texts. */
function withDefaults(own: Fields, below: string, { fields }: PelicanConfig): Fields {
  const name = path.posix.parse(below).name;
  const folder = path.posix.basename(path.posix.dirname(below));
  const hasCategory = fields.flag('USE_FOLDER_AS_CATEGORY') !== false && folder !== '.';
  const named = groupsOf(
    fields.text('FILENAME_METADATA') ?? String.raw`(?P<date>\d{4}-\d{2}-\d{2}).*`,
    name,
  );
  const author = fields.text('AUTHOR');
  return new Fields({
    ...(author === undefined ? {} : { author }),
    ...Object.fromEntries(fields.group('DEFAULT_METADATA').entries()),
    ...(hasCategory ? { category: folder } : {}),
    ...groupsOf(fields.text('PATH_METADATA') ?? '', below),
    ...named,
    ...Object.fromEntries(own.entries()),
  });
}

/** Named groups of a pattern of Python. */
function groupsOf(pattern: string, text: string): Readonly<Record<string, string>> {
  return foreignGroups(pattern.replaceAll('(?P<', '(?<'), text);
}

function defaultCategory({ fields }: PelicanConfig): string {
  return fields.text('DEFAULT_CATEGORY') ?? 'misc';
}

function statusOf(fields: Fields, kind: 'ARTICLE' | 'PAGE', date: EntryDate | undefined): Status {
  const status = fields.text('status')?.toLowerCase() ?? 'published';
  if (status === 'hidden') return 'private';
  // Pelican skips articles without a date.
  if (status !== 'published' || (kind === 'ARTICLE' && date === undefined)) return 'draft';
  return fields.has('save_as') && fields.text('save_as') === undefined
    ? 'private'
    : statusIn(fields);
}

function addressOf(
  fields: Fields,
  kind: 'ARTICLE' | 'PAGE' | 'DRAFT',
  names: Parameters<typeof textAddress>[1],
  config: PelicanConfig,
): string | undefined {
  const own = fields.text('url', 'save_as');
  if (own === undefined) return textAddress(kind, names, config);
  return config.basePath + path.posix.join('/', own).replace(/(?<=\/)index\.html$/, '');
}

/** With commas between them, or semicolons if a name has a comma. */
export function namesOf(fields: Fields, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const text = fields.text(name);
    const found = fields.list(name, text?.includes(';') === true ? /;/ : /,/);
    if (found.length > 0) return found;
  }
  return [];
}

/** A tag URI (RFC 4151), as in the feeds of Pelican. */
function feedId(
  address: string | undefined,
  { parts }: EntryDate,
  { facts }: PelicanConfig,
): string | undefined {
  const url = absoluteUrl(address, facts.url);
  if (url === undefined) return undefined;
  const { hostname, pathname } = url;
  const day = [parts.year, parts.month, parts.day]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `tag:${hostname},${day}:${pathname}`;
}
