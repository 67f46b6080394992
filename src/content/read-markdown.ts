/** Reads a Markdown file into an entry: front matter, validated fields, body, attachments. */
import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type * as z from 'zod';
import { DateReader } from '../lib/dates.ts';
import type { OwnLimits } from '../lib/limits.ts';
import { Problems, type Problem } from '../lib/problem.ts';
import { textHash } from '../lib/text-hash.ts';
import type { PageEntry, PostEntry } from './entries.ts';
import { attachments } from './attachments.ts';
import { checkDates } from './check-dates.ts';
import { checkLayout } from './check-layout.ts';
import { checkSlug } from './check-slug.ts';
import { displayPath } from '../lib/user-folder.ts';
import { missingIndex, type PageFile, type PostFolder } from './find-content.ts';
import { commentsReader } from './read-comments.ts';
import { splitFrontMatter } from './front-matter.ts';
import { pageSchema, type PageFields } from './page-schema.ts';
import { postSchema, type PostFields } from './post-schema.ts';
import { readText, textLimit } from './read-text.ts';
import type { SiteSettings } from './site-schema.ts';
import { typesetFields } from './typeset-fields.ts';
import { Store } from '../lib/store.ts';
import { reportComments } from './yaml-comments.ts';
import type { Source } from './check-names.ts';
import { placeholdersFor, validate, type Validated } from './validate.ts';

/** An entry, in which placeholders replace invalid fields, and its problems. */
export interface ReadResult<Entry> {
  readonly entry: Entry;
  /** Markdown. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

/** @param text of the file, if it is not saved; default: what the file holds */
export type PostReader = (folder: PostFolder) => ReadResult<PostEntry>;
export type PageReader = (file: PageFile) => ReadResult<PageEntry>;

/** Fields that are running text. */
const TYPESET = ['title', 'description'] as const;

/** The settings that reading a text depends on. */
type ReadSettings = Pick<SiteSettings, 'attachments' | 'language' | 'typography'> & {
  readonly limits?: OwnLimits | undefined;
};

const DEFAULTS: ReadSettings = { attachments: [], language: 'en', typography: 'off' };

/**
 * @param dates parses dates in the site's time zone
 * @param store results of earlier reads; unchanged files are not parsed again
 */
export function postReader(
  dates: DateReader,
  store = new Store<Parsed<PostFields>>(),
  settings: ReadSettings = DEFAULTS,
): PostReader {
  const reading = { schema: postSchema(dates), context: dates.name };
  const readComments = commentsReader(dates);
  const readMarkdown = markdownReader('post', reading, store, settings, missingIndex);
  return ({ slug, folder, unsaved }) => {
    const problems = new Problems();
    const read = readMarkdown(join(folder, 'index.md'), problems, unsaved);
    const { fields, source, body } = read;
    checkDates(read, problems);
    const entrySlug = fields.slug ?? slug;
    // The name of a folder without a post is no address.
    const isPost = problems.all.every(({ code }) => code !== 'post-index-missing');
    if (isPost) checkSlug(entrySlug, source.file, problems);
    const comments = readComments(folder, problems);
    const entry = {
      ...read,
      ...(comments !== undefined && { comments }),
      slug: entrySlug,
      folder,
      ...attachments(folder, body, settings.attachments, problems, fields.cover ?? fields.image),
    };
    return { entry: toEntry(entry), body, problems: problems.all };
  };
}

/** Reads pages. For the parameters, see `postReader`. */
export function pageReader(
  store: Store<Parsed<PageFields>>,
  settings: ReadSettings = DEFAULTS,
  dates = new DateReader('UTC', 'en'),
): PageReader {
  const reading = { schema: pageSchema, context: '' };
  const readComments = commentsReader(dates);
  const readMarkdown = markdownReader('page', reading, store, settings);
  return ({ path, slug, unsaved }) => {
    const problems = new Problems();
    const read = readMarkdown(path, problems, unsaved);
    for (const name of slug.split('/')) checkSlug(name, read.source.file, problems);
    checkLayout(read.fields.layout, read.source.file, problems);
    const folder = dirname(path);
    const comments = readComments(path.replace(/\.md$/, ''), problems);
    return {
      entry: toEntry({
        ...read,
        ...(comments !== undefined && { comments }),
        slug,
        folder,
        ...attachments(folder, read.body, settings.attachments, problems),
      }),
      body: read.body,
      problems: problems.all,
    };
  };
}

/** Let the body and the other fields of a broken file be checked. */
const PLACEHOLDERS = { title: 'Untitled', publishDate: '2000-01-01' };

interface ReadMarkdown<Fields> extends Omit<Validated<Fields>, 'dropped'> {
  readonly source: Source;
  readonly body: string;
}

/** Cached result of parsing one file. */
export interface Parsed<Fields> {
  /** Hash of the text, and what its fields depend on besides. */
  readonly text: string | undefined;
  readonly read: Omit<ReadMarkdown<Fields>, 'body'>;
  /** In characters; the body is the end of the text. */
  readonly bodyLength: number;
  readonly problems: readonly Problem[];
}

/**
 * @param context what the fields depend on besides the text
 * @param missing what to say of a file that is not there
 */
function markdownReader<Shape extends z.ZodRawShape>(
  concept: string,
  { schema, context }: { readonly schema: z.ZodObject<Shape>; readonly context: string },
  store: Store<Parsed<z.output<z.ZodObject<Shape>>>>,
  settings: ReadSettings,
  missing?: typeof missingIndex,
): (
  path: string,
  problems: Problems,
  unsaved?: string,
) => ReadMarkdown<z.output<z.ZodObject<Shape>>> {
  const limit = textLimit(settings.limits);
  const setting = `${context} ${settings.language} ${settings.typography}`;
  return (path, problems, unsaved) => {
    const content = unsaved ?? readText(path, limit, problems, missing && (() => missing(path)));
    const text = content && `${hash('sha1', content)} ${setting}`;
    let parsed = store.get(path);
    if (parsed === undefined || parsed.text !== text) {
      const found = new Problems();
      const source = { file: displayPath(path), concept };
      const { body, ...written } = parseMarkdown(content, schema, source, found);
      const read = typesetFields(written, TYPESET, settings);
      parsed = { text, read, bodyLength: body.length, problems: found.all };
    }
    store.set(path, parsed);
    problems.add(parsed.problems);
    return { body: content?.slice(content.length - parsed.bodyLength) ?? '', ...parsed.read };
  };
}

function parseMarkdown<Shape extends z.ZodRawShape>(
  text: string | undefined,
  schema: z.ZodObject<Shape>,
  source: Source,
  problems: Problems,
): ReadMarkdown<z.output<z.ZodObject<Shape>>> {
  const split = text === undefined ? undefined : splitFrontMatter(text);
  const checked =
    split?.ok === true
      ? validate(schema, split.frontMatter, source, problems, PLACEHOLDERS)
      : placeholdersFor(schema, PLACEHOLDERS);
  if (split?.ok === true) reportComments(split.yaml, source.file, problems);
  if (split?.ok === false) {
    const { at, ...error } = split.error;
    problems.error({ file: source.file, ...at, ...error });
  }
  if (checked === undefined)
    throw new Error(`A required field of a ${source.concept} has no placeholder.`);
  const { fields, invalidFields } = checked;
  return { fields, invalidFields, source, body: split?.body ?? '' };
}

function toEntry<Fields>({
  source,
  invalidFields,
  body,
  ...entry
}: ReadMarkdown<Fields> & Pick<PostEntry, 'slug' | 'folder' | 'files' | 'withheld'>) {
  // Saves memory: most entries have no invalid fields.
  const invalid = invalidFields.length > 0 && { invalidFields };
  return { file: source.file, textHash: textHash(body), ...entry, ...invalid };
}
