/** Reads one Markdown file to an entry: text, front matter, schema. */
import { hash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type * as z from 'zod';
import { isBefore, type DateReader } from '../lib/dates.ts';
import { Problems, type Problem } from '../lib/problem.ts';
import type { PageEntry, PostEntry } from './entries.ts';
import { displayPath, findAttachments, unsupportedIndex, type PostFolder } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { pageSchema } from './page-schema.ts';
import { isSlug, postSchema, type PostFields } from './post-schema.ts';
import type { PageFields } from './page-schema.ts';
import { readText, type Limit } from './read-text.ts';
import { Store } from '../lib/store.ts';
import { standInFor, validate, type Checked, type Source } from './validate.ts';

/** An entry and what is to be said of it. Where fields are wrong, others stand in for them. */
export interface ReadResult<Entry> {
  readonly entry: Entry;
  readonly problems: readonly Problem[];
}

export type PostReader = (folder: PostFolder) => ReadResult<PostEntry>;
export type PageReader = (path: string) => ReadResult<PageEntry>;

/**
 * Reads posts of a site whose dates are read by `dates`.
 * @param store what was parsed before: a text that has not changed is not parsed again
 */
export function postReader(dates: DateReader, store = new Store<Parsed<PostFields>>()): PostReader {
  const reading = { schema: postSchema(dates), context: dates.name };
  const readMarkdown = markdownReader('post', reading, store, missingIndex);
  return ({ slug, folder }) => {
    const problems = new Problems();
    const read = readMarkdown(join(folder, 'index.md'), problems);
    const { fields, source, invalidFields } = read;
    const { publishDate, updatedDate } = fields;
    const isDated = !invalidFields.includes('publishDate');
    if (isDated && updatedDate !== undefined && isBefore(updatedDate, publishDate)) {
      problems.error({
        file: source.file,
        field: 'updatedDate',
        code: 'post-updatedDate-early',
        message: '`updatedDate` lies before `publishDate`.',
        hint: 'Correct one of the two dates, or remove `updatedDate`.',
      });
    }
    const entrySlug = fields.slug ?? slug;
    checkSlug(entrySlug, source.file, problems);
    const entry = {
      ...read,
      slug: entrySlug,
      folder,
      files: attachments(folder, read.body, problems, fields.image),
    };
    return { entry: toEntry(entry), problems: problems.all };
  };
}

const RELATIVE_ADDRESS =
  /(?:\]\(|\]:|\b(?:src|href|poster)\s*=)\s*["'<]?(?![a-z][a-z0-9+.-]*:|[/#\s])/i;

/** The files beside a text; the folder is not looked into for a text that can mean none of them. */
function attachments(folder: string, body: string, problems: Problems, image?: string): string[] {
  const mayUse = image !== undefined || RELATIVE_ADDRESS.test(body);
  return mayUse ? findAttachments(folder, problems) : [];
}

/** Reads pages; the address of each is the name of its file. As for `store`, see `postReader`. */
export function pageReader(store: Store<Parsed<PageFields>>): PageReader {
  const readMarkdown = markdownReader('page', { schema: pageSchema, context: '' }, store);
  return (path) => {
    const problems = new Problems();
    const read = readMarkdown(path, problems);
    const slug = basename(path, '.md');
    checkSlug(slug, read.source.file, problems);
    const folder = dirname(path);
    return {
      entry: toEntry({ ...read, slug, folder, files: attachments(folder, read.body, problems) }),
      problems: problems.all,
    };
  };
}

const NO_INDEX = {
  code: 'post-index-missing',
  message: 'The folder lies among the posts but has no `index.md`, so there is no post to show.',
  hint: 'Name the text of the post `index.md`, or remove the folder.',
};

/** A long novel is not larger, and a parser of Markdown may need three seconds for it. */
const LIMIT: Limit = {
  size: 1_000_000,
  hint: 'Divide the text among several posts, and save images that are written into it as files beside it.',
};

/** Stand in for what a broken file does not tell: its body and its other fields are still checked. */
const STAND_INS = { title: 'Untitled', publishDate: '2000-01-01' };

interface ReadMarkdown<Fields> extends Omit<Checked<Fields>, 'dropped'> {
  readonly source: Source;
  readonly body: string;
}

/** A text that was parsed. */
export interface Parsed<Fields> {
  /** Hash of the text, and what its fields depend on besides. */
  readonly text: string | undefined;
  readonly read: Omit<ReadMarkdown<Fields>, 'body'>;
  /** The body is the end of the text. */
  readonly bodyLength: number;
  /** What is wrong with the text. */
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
  missing?: (path: string) => typeof NO_INDEX,
): (path: string, problems: Problems) => ReadMarkdown<z.output<z.ZodObject<Shape>>> {
  return (path, problems) => {
    const content = readText(path, LIMIT, problems, missing && (() => missing(path)));
    const text = content && `${hash('sha1', content)} ${context}`;
    let parsed = store.get(path);
    if (parsed === undefined || parsed.text !== text) {
      const found = new Problems();
      const source = { file: displayPath(path), concept };
      const { body, ...read } = parseMarkdown(content, schema, source, found);
      parsed = { text, read, bodyLength: body.length, problems: found.all };
    }
    store.set(path, parsed);
    problems.add(parsed.problems);
    return { ...parsed.read, body: content?.slice(content.length - parsed.bodyLength) ?? '' };
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
      ? validate(schema, split.frontMatter, source, problems, STAND_INS)
      : standInFor(schema, STAND_INS);
  if (split?.ok === false) {
    const { at, ...error } = split.error;
    problems.error({ file: source.file, ...at, ...error });
  }
  if (checked === undefined)
    throw new Error(`Nothing stands in for the fields of a ${source.concept}.`);
  const { fields, invalidFields } = checked;
  return { fields, invalidFields, source, body: split?.body ?? '' };
}

function toEntry<Fields>({
  source,
  invalidFields,
  ...entry
}: ReadMarkdown<Fields> & { slug: string; folder: string; files: string[] }) {
  // Most entries have nothing invalidFields, and memory is dear when there are ten thousand.
  return { ...entry, ...(invalidFields.length > 0 && { invalidFields }), file: source.file };
}

/** What to say of a post's folder without `index.md`. */
function missingIndex(path: string): typeof NO_INDEX {
  return { ...NO_INDEX, ...unsupportedIndex(dirname(path)) };
}

function checkSlug(slug: string, file: string, problems: Problems): void {
  if (isSlug(slug)) return;
  problems.error({
    code: 'slug-invalid',
    file,
    message: `The name "${slug}" cannot be part of an address.`,
    hint: 'Rename it with letters, digits and hyphens only.',
  });
}
