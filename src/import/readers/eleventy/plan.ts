/** Sorts the files of an Eleventy site into posts, pages and the rest. */
import path from 'node:path';
import type { Notice, Status } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { commonHead, statusIn, titleIn } from '../text-site/common-fields.ts';
import { Fields, distinct } from '../text-site/fields.ts';
import { splitDocument, type SplitDocument } from '../text-site/front-matter.ts';
import { withoutCode } from '../text-site/markdown-code.ts';
import { leftOut, readDocument, type EntryHead, type Planned } from '../text-site/plan.ts';
import type { SiteFiles } from '../text-site/site-files.ts';
import { defaultAddress, fileSlug, permalinkAddress } from './addresses.ts';
import type { EleventyConfig } from './config.ts';
import { scopeOf } from './scope.ts';

const TEXT = /\.(?:md|markdown|html?)$/i;
/** Templates in other languages than Markdown and HTML make pages, and are no texts. */
const IGNORED =
  /(?:^|\/)(?:node_modules|[_.][^/]*)(?:\/|$)|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|LICENSE)\.md$/i;

export function splitEleventy(text: string): SplitDocument {
  return splitDocument(text) ?? { fields: new Fields(undefined), body: text, bodyLine: 1 };
}

export async function planEleventy(files: SiteFiles, config: EleventyConfig): Promise<Planned[]> {
  const plan: Planned[] = [...config.notices];
  for (const [name, file] of files.entries()) {
    if (!name.startsWith(config.input) || name.startsWith(config.output)) continue;
    if (!TEXT.test(name)) continue;
    const below = name.slice(config.input.length);
    if (IGNORED.test(below)) continue;
    const { document = splitEleventy(''), notices } = await readDocument(file, splitEleventy);
    const fields = inherited(name, document.fields, config);
    const isPost = isPostFile(below, fields);
    if (isTemplate(document, isPost))
      plan.push(leftOut(file, 'pages that templates fill, such as lists of posts'));
    else plan.push(...notices, ...entryOf({ file, name, below, fields, isPost }, config));
  }
  return plan;
}

/** The fields of the folders above; tags are joined, all else is replaced. */
function inherited(name: string, own: Fields, { folders }: EleventyConfig): Fields {
  const above: Fields[] = [];
  for (let dir = path.posix.dirname(name); dir !== '.'; dir = path.posix.dirname(dir)) {
    const fields = folders.get(dir);
    if (fields !== undefined) above.unshift(fields);
  }
  const all = [...above, own];
  const tags = all.flatMap((fields) => fields.list('tags'));
  return new Fields({
    ...Object.fromEntries(all.flatMap((fields) => [...fields.entries()])),
    ...(tags.length === 0 ? {} : { tags }),
  });
}

function isTemplate({ fields, body }: SplitDocument, isPost: boolean): boolean {
  if (body.trim() === '' || fields.has('pagination')) return true;
  return !isPost && /\{%-?\s*for\b|\{\{-?\s*(?:content|collections\.)/.test(withoutCode(body));
}

/** Collections of posts, which are no tags. */
const COLLECTIONS = /^(?:posts?|blog|articles?|entries|notes?|all|nav|pages?)$/i;

const POSTS = /^(?:posts?|blog|articles?|entries|journal|writing)$/i;

/** By a collection, a folder, a date in its name, or its layout. */
function isPostFile(below: string, fields: Fields): boolean {
  const layout = path.posix.parse(fields.text('layout') ?? '').name;
  return (
    fields.list('tags').some((tag) => POSTS.test(tag)) ||
    path.posix
      .dirname(below)
      .split('/')
      .some((folder) => POSTS.test(folder)) ||
    dayIn(below) !== undefined ||
    POSTS.test(layout)
  );
}

function dayIn(below: string): string | undefined {
  return /(?:^|\/)(\d{4}-\d{2}-\d{2})-/.exec(below)?.[1];
}

interface TextFile {
  readonly file: SourceFile;
  /** Below the root. */
  readonly name: string;
  /** Below the input folder. */
  readonly below: string;
  readonly fields: Fields;
  readonly isPost: boolean;
}

function* entryOf(
  { file, name, below, fields, isPost }: TextFile,
  config: EleventyConfig,
): Generator<Planned> {
  const written = fields.text('date');
  const date = config.dates.read(written) ?? config.dates.read(dayIn(below));
  const tags = fields.list('tags');
  const permalink = fields.get('permalink');
  const isBuilt = permalink !== false && permalink !== 'false';
  const address = isBuilt ? addressOf(below, permalink, { date, fields }, config) : undefined;
  const head: EntryHead = {
    type: isPost ? 'post' : 'page',
    id: name,
    place: { file: file.path },
    status: statusOf(fields, isPost, isBuilt),
    title: titleIn(fields) || (isPost ? fileSlug(below) : ''),
    slug: fileSlug(below) || 'home',
    published: date?.iso,
    tags: isPost ? distinct(tags.filter((tag) => !COLLECTIONS.test(tag))) : [],
    legacyUrls:
      address === undefined ? [] : [config.basePath + address, ...aliasesIn(fields, config)],
    ...commonHead(fields, config.dates),
  };
  yield {
    type: 'entry',
    head,
    file,
    path: name,
    fields,
    format: /\.html?$/i.test(name) ? 'html' : 'markdown',
  };
  if (isBuilt && address === undefined)
    yield notice(
      file,
      `The old address of "${head.title}" is computed from "${String(permalink)}", so it is unknown: add it as \`legacyUrl\`.`,
    );
  if (isPost && date === undefined)
    yield notice(
      file,
      `"${head.title}" took its date from ${written === undefined ? 'its file' : `"${written}"`}, which an export does not keep: write its \`publishDate\`.`,
    );
}

function addressOf(
  below: string,
  permalink: unknown,
  facts: Pick<Parameters<typeof scopeOf>[0], 'date' | 'fields'>,
  config: EleventyConfig,
): string | undefined {
  const standard = defaultAddress(below);
  if (permalink === undefined || permalink === true) return standard;
  if (typeof permalink !== 'string') return undefined;
  return permalinkAddress(permalink, scopeOf({ ...facts, file: below, url: standard }, config));
}

function statusOf(fields: Fields, isPost: boolean, isBuilt: boolean): Status {
  if (!isBuilt || fields.flag('published') === false) return 'draft';
  // Pages are in no collection as a rule; a post in none was hidden.
  if (isPost && fields.flag('eleventyExcludeFromCollections') === true) return 'private';
  return statusIn(fields);
}

function aliasesIn(fields: Fields, { basePath }: EleventyConfig): readonly string[] {
  const aliases = [
    ...fields.list('aliases'),
    ...fields.list('redirect_from'),
    ...fields.list('redirects'),
  ];
  return aliases.map((alias) => `${basePath}/${alias.replace(/^\/+/, '')}`);
}

function notice({ path: file }: SourceFile, message: string): Notice {
  return { type: 'notice', place: { file }, message };
}
