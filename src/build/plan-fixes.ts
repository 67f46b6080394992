/**
 * Plans the corrections that are safe: fields to rename, loose posts to move, addresses with spaces
 * and code that an editor left behind. Writes nothing.
 */
import { dirname, join } from 'node:path';
import type * as z from 'zod';
import { findAttachments, lookUp, visibleEntries } from '../content/files.ts';
import { findContent } from '../content/find-content.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { loosePost, type LoosePost } from '../content/misplaced.ts';
import { pageSchema } from '../content/page-schema.ts';
import { postSchema } from '../content/post-schema.ts';
import { mayNameFiles } from '../content/attachments.ts';

import { readSettings } from '../content/read-settings.ts';
import { readText, textLimit } from '../content/read-text.ts';
import { DateReader, isBefore } from '../lib/dates.ts';
import { Problems } from '../lib/problem.ts';
import { mayHaveSpacedAddress, quoteAddresses } from './quote-addresses.ts';
import { takeOutCode } from './take-out-code.ts';
import { fieldsOf, renameFields, type ChangedLine, type Fields } from './rename-fields.ts';

/** A file to change. */
export interface Fix {
  readonly file: string;
  /** Its future path; the same unless it moves. */
  readonly target: string;
  /** Its future text. */
  readonly text: string;
  readonly lines: readonly ChangedLine[];
}

export interface FixPlan {
  readonly fixes: readonly Fix[];
  /** What looks like a mistake but is not safe to correct. */
  readonly left: readonly { readonly file: string; readonly reason: string }[];
}

interface Candidate {
  readonly file: string;
  readonly target: string;
  readonly rules: Readonly<Record<string, z.ZodType>>;
  /** Only for a loose post. */
  readonly loose?: LoosePost;
}

/** Files that cannot be read are left out: a check reports them. */
export function planFixes(contentDir: string): FixPlan {
  const ignored = new Problems();
  const { timeZone, language } = readSettings(contentDir, ignored).fields;
  const dates = new DateReader(timeZone, language);
  const rules = postSchema(dates).shape;
  const { posts, pages } = findContent(contentDir, ignored);
  const candidates: readonly Candidate[] = [
    ...posts
      .map(({ folder }) => join(folder, 'index.md'))
      .map((file) => ({ file, target: file, rules })),
    ...loosePosts(join(contentDir, 'posts')).map((paths) => ({ ...paths, rules })),
    ...pages.map(({ path: file }) => ({ file, target: file, rules: pageSchema.shape })),
  ];
  const fixes: Fix[] = [];
  const left: { file: string; reason: string }[] = [];
  for (const { file, target, rules: ours, loose } of candidates) {
    const text = readText(file, textLimit(), ignored);
    if (text === undefined) continue;
    const folder = dirname(target);
    const renamed = renameFields(text, ours, (name, value, fields) =>
      objectionTo(name, value, { fields, folder, dates }),
    );
    const obstacle = loose && obstacleTo(renamed.text, loose);
    if (obstacle !== undefined) {
      left.push({ file, reason: `It is not moved, because ${obstacle}.` });
      continue;
    }
    left.push(...renamed.left.map((reason) => ({ file, reason })));
    const quoted = mayHaveSpacedAddress(renamed.text)
      ? quoteAddresses(renamed.text, findAttachments(dirname(file), ignored))
      : { text: renamed.text, lines: [] };
    // Last, since it alone changes the numbers of lines.
    const cleaned = takeOutCode(quoted.text);
    left.push(...cleaned.left.map((reason) => ({ file, reason })));
    const lines = [...renamed.lines, ...quoted.lines, ...cleaned.lines];
    if (file !== target || lines.length > 0)
      fixes.push({ file, target, text: cleaned.text, lines });
  }
  return { fixes, left };
}

/** Markdown files directly in `posts`, and where they belong. */
function loosePosts(posts: string): Omit<Candidate, 'rules'>[] {
  if (lookUp(posts)?.isDirectory() !== true) return [];
  return visibleEntries(posts, new Problems()).flatMap((entry) => {
    const file = join(posts, entry.name);
    const loose = entry.isFile() ? loosePost(file) : undefined;
    return loose === undefined ? [] : [{ file, target: join(loose.folder, 'index.md'), loose }];
  });
}

/** Why a loose post must not move, to end a sentence. */
function obstacleTo(text: string, { folder, date, keepsName }: LoosePost): string | undefined {
  const split = splitFrontMatter(text);
  if (!split.ok) return 'it has no valid front matter';
  const { publishDate, image, cover } = fieldsOf(text);
  if (date !== undefined && publishDate === undefined)
    return `only its name has the date: write \`publishDate: ${date}\` into it`;
  if (!keepsName) return 'its name cannot be part of an address';
  const isMissing = (path: unknown): boolean =>
    path !== undefined && !isImage(String(path), folder);
  if (mayNameFiles(split.body) || isMissing(image) || isMissing(cover))
    return 'it names files beside it, which would have to move too';
  return undefined;
}

interface Context {
  readonly fields: Fields;
  /** Where the file will be. */
  readonly folder: string;
  readonly dates: DateReader;
}

/** Why a valid value would become an error under our name, to end a sentence. */
function objectionTo(
  name: string,
  value: unknown,
  { fields, folder, dates }: Context,
): string | undefined {
  const texts = [value].flat().map(String);
  if (name === 'legacyUrl' && !texts.every((path) => path.startsWith('/')))
    return 'an old address must begin with a slash';
  if (name === 'image' && !texts.every((path) => isImage(path, folder)))
    return 'it is neither a file beside the post nor a URL';
  if (name === 'cover' && !texts.every((path) => isBeside(path, folder)))
    return 'it is no file beside the post';
  if (name !== 'updatedDate' && name !== 'publishDate') return undefined;
  const both = { ...fields, [name]: value };
  const [published, updated] = [both['publishDate'], both['updatedDate']].map((date) =>
    dates.read(String(date)),
  );
  return published?.ok === true && updated?.ok === true && isBefore(updated.date, published.date)
    ? '`updatedDate` would be earlier than `publishDate`'
    : undefined;
}

function isImage(path: string, folder: string): boolean {
  return /^https?:\/\//.test(path) || isBeside(path, folder);
}

function isBeside(path: string, folder: string): boolean {
  return !path.startsWith('/') && lookUp(join(folder, path))?.isFile() === true;
}
