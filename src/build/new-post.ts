/** What a new post is made of, from the settings and authors that there are. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permalink } from '../addresses/permalinks.ts';
import { findContent } from '../content/find-content.ts';
import { readAuthor, readSettings } from '../content/read-settings.ts';
import { DateReader, dayIn } from '../lib/dates.ts';
import { encodePath, foldFile } from '../lib/paths.ts';
import { ContentError, Problems } from '../lib/problem.ts';
import { slugOf } from '../lib/slug.ts';

/** A post that is not written yet. */
export interface NewPost {
  /** Name of its folder. */
  readonly slug: string;
  /** Path of its folder. */
  readonly folder: string;
  /** Text of its `index.md`. */
  readonly text: string;
  /** Where the site will show it, below its root; encoded. */
  readonly path: string;
  /** The author it names, as the author's file spells it. */
  readonly author: string | undefined;
}

export interface NewPostOptions {
  readonly contentDir: string;
  /** One line, trimmed, not empty. */
  readonly title: string;
  /** Name of the folder; without one it is made from the title. */
  readonly slug: string | undefined;
  /** Who writes, if that is known; a post names only authors that have a file. */
  readonly writer: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Folder names of most file systems have at most 255 bytes. */
const SLUG_BYTES = 120;

/**
 * Plans a post; writes nothing. The slug is empty when the title has no letters or digits.
 * @throws {ContentError} when the settings cannot be read
 */
export async function planPost(options: NewPostOptions): Promise<NewPost> {
  const problems = new Problems();
  const { fields: settings } = readSettings(options.contentDir, problems);
  if (problems.hasErrors) {
    const { locateProblems } = await import('../content/locate.ts');
    throw new ContentError(await locateProblems(problems.all));
  }
  const slug = options.slug ?? shorten(slugOf(options.title));
  const day = dayIn(settings.timeZone, options.now);
  const parsed = new DateReader(settings.timeZone, settings.language).read(day);
  if (!parsed.ok) throw new Error(`Today, ${day}, is no date: ${parsed.reason}.`);
  const author = knownAuthor(options.contentDir, options.writer);
  const path = permalink(settings.permalink, {
    slug,
    fields: { publishDate: parsed.date, legacyUrl: [] },
  });
  return {
    slug,
    folder: join(options.contentDir, 'posts', slug),
    text: textOf(options.title, day, author),
    path: encodePath(path),
    author,
  };
}

/** Names of posts' folders that are the same as `slug` on some file system. */
export function takenBy(contentDir: string, slug: string): string | undefined {
  try {
    return readdirSync(join(contentDir, 'posts')).find((name) => foldFile(name) === foldFile(slug));
  } catch {
    // No posts yet; what else is wrong shows when the folder is made.
    return undefined;
  }
}

/** As many whole words as fit; a single word that is too long is cut. */
function shorten(slug: string): string {
  if (Buffer.byteLength(slug) <= SLUG_BYTES) return slug;
  const segments = [...new Intl.Segmenter('en').segment(slug)].map(({ segment }) => segment);
  let cut = '';
  for (const segment of segments) {
    if (Buffer.byteLength(cut + segment) > SLUG_BYTES) break;
    cut += segment;
  }
  return cut.replace(/-[^-]*$/, '');
}

/** Files with mistakes are for `check` to report. */
function knownAuthor(contentDir: string, writer: string | undefined): string | undefined {
  if (writer === undefined) return undefined;
  const ignored = new Problems();
  return findContent(contentDir, ignored)
    .authors.flatMap((file) => readAuthor(file, ignored)?.fields.name ?? [])
    .find((name) => foldFile(name) === foldFile(writer));
}

function textOf(title: string, day: string, author: string | undefined): string {
  const fields = [
    `title: ${quoted(title)}`,
    `publishDate: ${day}`,
    ...(author === undefined ? [] : [`author: ${quoted(author)}`]),
    'tags: []',
    'published: false',
  ];
  return `---\n${fields.join('\n')}\n---\n\n`;
}

/** YAML's form in which no sign but the quote itself has a meaning. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
