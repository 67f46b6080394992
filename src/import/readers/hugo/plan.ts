/** Sorts the files of a Hugo site into posts, pages and the rest. */
import path from 'node:path';
import type { Status } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { commonHead, statusIn, titleIn } from '../text-site/common-fields.ts';
import { distinct, namesIn, type Fields } from '../text-site/fields.ts';
import type { SplitDocument } from '../text-site/front-matter.ts';
import { leftOut, readDocument, type EntryHead, type Planned } from '../text-site/plan.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { absoluteUrl } from '../text-site/web.ts';
import { addressOf, aliasAddress, type PageNames } from './addresses.ts';
import type { HugoConfig } from './config.ts';
import { dateIn, publishedIn } from './dates.ts';
import { placesOf, type HugoPlace } from './places.ts';
import { isSection } from './sections.ts';

export interface HugoPlan {
  readonly plan: readonly Planned[];
  /** Folders of bundles, by the address of their page, without the path of the site. */
  readonly folders: ReadonlyMap<string, string>;
}

interface Page {
  readonly place: HugoPlace;
  readonly document: SplitDocument;
}

export async function planHugo(files: SiteFiles, config: HugoConfig): Promise<HugoPlan> {
  const plan: Planned[] = [...config.notices];
  const pages: Page[] = [];
  for (const place of placesOf(files, config)) {
    const { document, notices } = await readDocument(place.file);
    const reason = reasonToLeaveOut(place, document);
    if (reason !== undefined) plan.push(leftOut(place.file, reason));
    if (reason !== undefined || document === undefined || place.kind !== 'page') continue;
    plan.push(...notices);
    pages.push({ place, document });
  }
  const isPost = isSection(
    pages.map(({ place, document }) => ({
      dir: place.dir,
      isDated: dateIn(document.fields, place, config) !== undefined,
    })),
    config,
  );
  const folders = new Map<string, string>();
  for (const { place, document } of pages) {
    const names = namesOf(place, document.fields, config);
    const address = addressOf(names, document.fields.text('url'), config);
    if (place.bundle !== undefined)
      folders.set(address.slice(config.basePath.length), place.bundle);
    plan.push(
      ...entryOf(
        place,
        document.fields,
        address,
        isPost(place.dir, names.date !== undefined),
        config,
      ),
    );
  }
  return { plan, folders };
}

function reasonToLeaveOut(
  place: HugoPlace,
  document: SplitDocument | undefined,
): string | undefined {
  if (place.kind === 'resource') return 'texts that were parts of other pages';
  if (place.kind === 'other')
    return `texts in ${path.posix.extname(place.file.path).slice(1)}, which is not Markdown`;
  if (document === undefined) return 'files without front matter';
  const isEmpty = document.body.trim() === '';
  if (place.kind === 'list') return isEmpty ? undefined : 'introductions to lists of posts';
  const isTemplate = isEmpty && document.fields.text('layout', 'type') !== undefined;
  return isTemplate ? 'pages that templates fill, such as lists of posts' : undefined;
}

function namesOf(place: HugoPlace, fields: Fields, config: HugoConfig): PageNames {
  const { language, dir } = place;
  const isDefault = language === undefined || language === config.defaultLanguage;
  const hasPrefix = !isDefault || config.fields.flag('defaultContentLanguageInSubdir') === true;
  const date = dateIn(fields, place, config);
  return {
    dir,
    name: date?.name ?? place.name,
    slug: fields.text('slug') ?? undefined,
    title: titleIn(fields),
    date: date?.date.parts,
    prefix: hasPrefix ? `/${language ?? config.defaultLanguage}` : '',
  };
}

function* entryOf(
  place: HugoPlace,
  fields: Fields,
  address: string,
  isPost: boolean,
  config: HugoConfig,
): Generator<Planned> {
  const { file, path: name } = place;
  const aliases = fields.list('aliases').map((alias) => aliasAddress(alias, address, config));
  const expires = fields.text('expiryDate', 'unpublishdate');
  const language =
    config.languages.get(place.language ?? '')?.fields.text('locale', 'languageCode') ??
    place.language;
  const common = commonHead(fields, config.dates);
  const head: EntryHead = {
    type: isPost ? 'post' : 'page',
    id: name,
    place: { file: file.path },
    status: statusOf(fields, expires),
    guid: isPost ? absoluteUrl(address, config.facts.url)?.href : undefined,
    title: titleIn(fields) || place.name,
    slug: fields.text('slug') ?? place.name,
    published: publishedIn(fields, place, config),
    tags: distinct([
      ...namesIn(fields, 'categories'),
      ...namesIn(fields, 'category', false),
      ...namesIn(fields, 'tags'),
    ]),
    legacyUrls: [...new Set([address, ...aliases])],
    ...common,
    cover: common.cover ?? coverOf(fields),
    updated: config.dates.read(fields.text('lastmod', 'modified'))?.iso,
    language: common.language ?? (language === config.defaultLanguage ? undefined : language),
  };
  const format = /\.html?$/i.test(name) ? 'html' : 'markdown';
  yield { type: 'entry', head, file, path: name, fields, format };
  if (expires !== undefined)
    yield notice(
      file,
      `"${head.title}" was to disappear on ${expires}, so it is not published here. Remove \`published: false\` if readers should see it.`,
    );
}

function statusOf(fields: Fields, expires: string | undefined): Status {
  const status = statusIn(fields);
  if (status !== 'public') return status;
  const render = fields.group('build', '_build').text('render');
  if (fields.flag('headless') === true || render === 'never' || render === 'false')
    return 'private';
  return expires === undefined ? 'public' : 'unknown';
}

/** A file of the bundle that the front matter calls its picture. */
function coverOf(fields: Fields): EntryHead['cover'] {
  const resources = fields.get('resources');
  if (!Array.isArray(resources)) return undefined;
  for (const resource of resources) {
    const { name, src } = resource ?? {};
    if (typeof src === 'string' && /cover|feature/i.test(String(name)) && /\.\w{3,4}$/.test(src))
      return { url: src };
  }
  return undefined;
}

function notice(file: SourceFile, message: string): Planned {
  return { type: 'notice', place: { file: file.path }, message };
}
