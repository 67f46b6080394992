/** Plans a new post: its folder, front matter and URL. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permalink } from '../addresses/permalinks.ts';
import { findContent } from '../content/find-content.ts';
import { readAuthor, readSettings } from '../content/read-settings.ts';
import { DateReader, dayIn } from '../lib/dates.ts';
import { encodePath, foldFile } from '../lib/paths.ts';
import { ContentError, Problems } from '../lib/problem.ts';
import { shortSlug, slugOf } from '../lib/slug.ts';
import { quoted } from '../lib/yaml-text.ts';

export interface NewPost {
  /** Name of its folder. */
  readonly slug: string;
  /** Path of its folder. */
  readonly folder: string;
  /** Text of its `index.md`. */
  readonly text: string;
  /** Path of its URL, below the site's root; encoded. */
  readonly path: string;
  /** As spelled in the author's file. */
  readonly author: string | undefined;
}

export interface NewPostOptions {
  readonly contentDir: string;
  /** One line, trimmed, not empty. */
  readonly title: string;
  /** Name of the folder; default: made from the title. */
  readonly slug: string | undefined;
  /** Presumed author; ignored unless there is a file for it. */
  readonly writer: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Well below the 255 bytes that file systems allow. */
const MAX_SLUG_BYTES = 120;

/**
 * Writes nothing. The slug is empty if the title has no letters or digits.
 * @throws {ContentError} if the settings are invalid
 */
export async function planPost(options: NewPostOptions): Promise<NewPost> {
  const problems = new Problems();
  const { fields: settings } = readSettings(options.contentDir, problems);
  if (problems.hasErrors) {
    const { locateProblems } = await import('../content/locate.ts');
    throw new ContentError(await locateProblems(problems.all));
  }
  const slug = options.slug ?? shortSlug(slugOf(options.title), MAX_SLUG_BYTES);
  const day = dayIn(settings.timeZone, options.now);
  const parsed = new DateReader(settings.timeZone, settings.language).read(day);
  if (!parsed.ok) throw new Error(`Today's date, ${day}, is invalid: ${parsed.reason}.`);
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

/** The post folder that is the same as `slug` on some file system, if any. */
export function takenBy(contentDir: string, slug: string): string | undefined {
  try {
    return readdirSync(join(contentDir, 'posts')).find((name) => foldFile(name) === foldFile(slug));
  } catch {
    // There are no posts yet; creating the folder reports other errors.
    return undefined;
  }
}

/** Ignores errors in the files, which `check` reports. */
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
