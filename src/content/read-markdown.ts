/** Reads one Markdown file to an entry: text, front matter, schema. */
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { isBefore, type DateReader } from '../dates.ts';
import { Problems, type Problem } from '../problem.ts';
import type { PageEntry, PostEntry } from './entries.ts';
import { displayPath, findAttachments, readText, type PostFolder } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { pageSchema } from './page-schema.ts';
import { isSlug, postSchema } from './post-schema.ts';
import { validate, type Source } from './validate.ts';

/** An entry, or none, and what is to be said of it. */
export interface ReadResult<Entry> {
  readonly entry: Entry | undefined;
  readonly problems: readonly Problem[];
}

export type PostReader = (folder: PostFolder) => ReadResult<PostEntry>;

/** Reads posts of a site whose dates are read by `dates`. */
export function postReader(dates: DateReader): PostReader {
  const schema = postSchema(dates);
  return ({ slug, folder }) => {
    const problems = new Problems();
    const file = join(folder, 'index.md');
    const read = readMarkdown(file, 'post', schema, problems);
    if (read === undefined) return { entry: undefined, problems: problems.all };
    const { fields, source } = read;
    if (fields.updatedDate !== undefined && isBefore(fields.updatedDate, fields.publishDate)) {
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

/** Reads a page; its address is the name of its file. */
export function readPage(file: string, slug: string): ReadResult<PageEntry> {
  const problems = new Problems();
  const read = readMarkdown(file, 'page', pageSchema, problems);
  checkSlug(slug, displayPath(file), problems);
  const folder = dirname(file);
  return {
    entry:
      read && toEntry({ ...read, slug, folder, files: attachments(folder, read.body, problems) }),
    problems: problems.all,
  };
}

const NO_INDEX = {
  code: 'post-index-missing',
  message: 'The folder lies among the posts but has no `index.md`, so there is no post to show.',
  hint: 'Name the text of the post `index.md`, or remove the folder.',
};

interface ReadMarkdown<Fields> {
  readonly fields: Fields;
  readonly source: Source;
  readonly body: string;
}

function readMarkdown<Shape extends z.ZodRawShape>(
  path: string,
  concept: string,
  schema: z.ZodObject<Shape>,
  problems: Problems,
): ReadMarkdown<z.output<z.ZodObject<Shape>>> | undefined {
  const text = readText(path, problems, concept === 'post' ? NO_INDEX : undefined);
  if (text === undefined) return undefined;
  const file = displayPath(path);
  const split = splitFrontMatter(text);
  if (!split.ok) {
    const { at, ...error } = split.error;
    problems.error({ file, ...at, ...error });
    return undefined;
  }
  const { frontMatter, body } = split;
  const source = { file, concept };
  const fields = validate(schema, frontMatter, source, problems);
  return fields && { fields, source, body };
}

function toEntry<Fields>({
  source,
  ...entry
}: ReadMarkdown<Fields> & { slug: string; folder: string; files: string[] }) {
  return { ...entry, file: source.file };
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
