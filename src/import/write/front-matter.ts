/** Front matter of imported posts and pages, valid for the schemas that will read it. */
import { formatYaml } from '../../content/format-yaml.ts';
import { isWebAddress } from '../../content/fields.ts';
import { pageSchema } from '../../content/page-schema.ts';
import { postSchema } from '../../content/post-schema.ts';
import { validate } from '../../content/validate.ts';
import { isBefore, type DateReader, type PostDate } from '../../lib/dates.ts';
import { decodeEntities } from '../../lib/html.ts';
import { canonicalTag, isLanguage } from '../../lib/language/tag.ts';
import { Problems } from '../../lib/problem.ts';
import { oneLine } from '../../lib/yaml-text.ts';
import type { ImportedEntry } from '../model.ts';

export interface FrontMatterOptions {
  /** Reads dates in the zone of the blog. */
  readonly dates: DateReader;
  /** Whether dates stay as exported, because the zone of the blog is unknown. */
  readonly keepsOffsets: boolean;
  /** Language of the site. */
  readonly language: string;
}

export interface FrontMatterParts {
  /** Not empty. */
  readonly title: string;
  /** Old addresses that lead to the entry. */
  readonly legacyUrls: readonly string[];
  /** File of the cover in the folder of the post; or its address, if it could not be had. */
  readonly cover?: string | undefined;
}

export interface FrontMatter {
  /** With the lines `---`. */
  readonly text: string;
  /** What the entry lacked, as sentences. */
  readonly notices: readonly string[];
}

/** The date of drafts that have none. */
export const NO_DATE = '2000-01-01';

export function frontMatter(
  entry: ImportedEntry,
  parts: FrontMatterParts,
  options: FrontMatterOptions,
): FrontMatter {
  const notices: string[] = [];
  const tell = (message: string): void => void notices.push(message);
  const language = languageField(entry, options, tell);
  const fields =
    entry.type === 'post'
      ? {
          title: titleField(parts.title),
          ...dateFields(entry, options, tell),
          author: oneOrList(names(entry.authors)),
          description: lineField(entry.description),
          tags: names(entry.tags),
          language,
          legacyUrl: oneOrList(parts.legacyUrls),
          guid: lineField(entry.guid),
          ...coverFields(entry, parts.cover),
          pinned: entry.pinned === true ? true : undefined,
          series: seriesField(entry, tell),
          canonicalUrl: canonicalField(entry, tell),
        }
      : {
          title: titleField(parts.title),
          description: lineField(entry.description),
          language,
          legacyUrl: oneOrList(parts.legacyUrls),
        };
  const written = present({
    ...fields,
    published: entry.status === 'public' ? undefined : false,
  });
  return { text: `---\n${checked(entry, written, options)}---\n`, notices };
}

/**
 * The fields as YAML.
 * @throws {Error} if the schema would refuse them, which is a bug here
 */
function checked(
  { type, place }: ImportedEntry,
  fields: Readonly<Record<string, unknown>>,
  { dates }: FrontMatterOptions,
): string {
  const problems = new Problems();
  const source = { file: place.file, concept: type };
  if (type === 'post') validate(postSchema(dates), fields, source, problems);
  else validate(pageSchema, fields, source, problems);
  const [problem] = problems.all;
  if (problem !== undefined)
    throw new Error(`The ${type} in ${place.file}:${place.line ?? 1}: ${problem.message}`);
  return formatYaml(fields, 1);
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Titles are decoded when they are read, so a title about `&amp;` needs one more layer. */
function titleField(title: string): string {
  return decodeEntities(title) === title ? title : title.replaceAll('&', '&amp;');
}

function dateFields(
  { published, updated, status }: ImportedEntry,
  { dates, keepsOffsets }: FrontMatterOptions,
  tell: (message: string) => void,
): { publishDate: string; updatedDate?: string | undefined } {
  const first = dateOf(published, dates) ?? dateOf(updated, dates);
  const last = dateOf(updated, dates);
  const written = (date: PostDate, source: string | undefined): string =>
    keepsOffsets && source !== undefined && dateOf(source, dates) !== undefined
      ? source.trim()
      : date.iso;
  if (first === undefined) {
    tell(
      `It has no date, so \`publishDate\` is ${NO_DATE}. Write the right one${status === 'public' ? '' : ' before you publish it'}.`,
    );
    return { publishDate: NO_DATE };
  }
  return {
    publishDate: written(first, dateOf(published, dates) === undefined ? updated : published),
    updatedDate: last !== undefined && isBefore(first, last) ? written(last, updated) : undefined,
  };
}

export function dateOf(text: string | undefined, dates: DateReader): PostDate | undefined {
  const read = text === undefined ? undefined : dates.read(text);
  return read?.ok === true ? read.date : undefined;
}

function languageField(
  { language }: ImportedEntry,
  options: FrontMatterOptions,
  tell: (message: string) => void,
): string | undefined {
  if (language === undefined || language.trim() === '') return undefined;
  const tag = language.trim().replaceAll('_', '-');
  if (!isLanguage(tag)) {
    tell(`Its language "${oneLine(language)}" is not a language tag, so it was left out.`);
    return undefined;
  }
  const canonical = canonicalTag(tag);
  return canonical === options.language ? undefined : canonical;
}

/** A cover that stayed on the web is shown in link previews only. */
function coverFields(
  { cover }: ImportedEntry,
  file: string | undefined,
): Readonly<Record<string, string | undefined>> {
  if (cover === undefined || file === undefined) return {};
  const alt = lineField(cover.alt);
  if (!/^[a-z]+:/i.test(file)) return { cover: `./${file}`, coverAlt: alt };
  return /^https:/i.test(file) ? { image: file, imageAlt: alt } : {};
}

function seriesField({ series }: ImportedEntry, tell: (message: string) => void) {
  const [name, ...others] = names(series?.names ?? []);
  if (name === undefined || series === undefined) return undefined;
  if (others.length > 0)
    tell(`It is in the series "${name}" only, not also in "${others.join('", "')}".`);
  return series.part === undefined ? name : { name, part: series.part };
}

function canonicalField(
  { canonicalUrl }: ImportedEntry,
  tell: (message: string) => void,
): string | undefined {
  if (canonicalUrl === undefined || canonicalUrl.trim() === '') return undefined;
  if (isWebAddress(canonicalUrl)) return canonicalUrl;
  tell(
    `Its original address "${oneLine(canonicalUrl)}" is not one of the web, so it was left out.`,
  );
  return undefined;
}

function lineField(text: string | undefined): string | undefined {
  return oneLine(text ?? '') || undefined;
}

/** Names as posts spell them: on one line, each once. */
export function names(list: readonly string[]): string[] {
  return [...new Set(list.map((name) => oneLine(name).normalize('NFC')).filter(Boolean))];
}

function oneOrList(list: readonly string[]): string | readonly string[] | undefined {
  return list.length > 1 ? list : list[0];
}
