/** The addresses that Hugo gives to pages. https://gohugo.io/content-management/urls/ */
import path from 'node:path';
import type { DateParts } from '../text-site/dates.ts';
import { dayName, dayOfYear, monthName, padded } from '../text-site/strftime.ts';
import type { HugoConfig } from './config.ts';

export interface PageNames {
  /** Folder below the content folder, without a slash at its end. */
  readonly dir: string;
  /** Of the file or its bundle, without language and extension. */
  readonly name: string;
  readonly slug: string | undefined;
  readonly title: string;
  readonly date: DateParts | undefined;
  /** Prefix of its language: `/de`. */
  readonly prefix: string;
}

/** With the path of the site in front. */
export function addressOf(names: PageNames, url: string | undefined, config: HugoConfig): string {
  const { basePath } = config;
  if (url !== undefined)
    return basePath + pretty(url.startsWith('/') ? url : `${names.prefix}/${url}`);
  const { dir, name, slug, prefix } = names;
  const section = dir.split('/')[0] ?? '';
  const template = permalinkOf(section, config);
  const plain = urlized(path.posix.join(dir, slug ?? name), config);
  const address = path.posix.join(
    '/',
    template === undefined ? plain : expand(template, names, config),
  );
  const isUgly =
    config.fields.flag('uglyURLs') ?? config.fields.group('uglyURLs').flag(section) ?? false;
  if (isUgly && !address.endsWith('/'))
    return `${basePath}${prefix}${address}${/\.\w+$/.test(address) ? '' : '.html'}`;
  return basePath + prefix + (template === undefined ? `${address}/` : pretty(address));
}

function permalinkOf(section: string, { fields }: HugoConfig): string | undefined {
  const permalinks = fields.group('permalinks');
  const key = section === '' ? '/' : section;
  return permalinks.group('page').text(key) ?? permalinks.text(key);
}

/** Addresses without a file ending end in a slash. */
function pretty(address: string): string {
  const rooted = path.posix.normalize(`/${address}`);
  return rooted.endsWith('/') || /\.[a-z]+$/i.test(rooted)
    ? rooted.replace(/(?<=\/)index\.html$/, '')
    : `${rooted}/`;
}

function expand(template: string, names: PageNames, config: HugoConfig): string {
  return template.replace(/:([a-z]+)(\[[^\]]*\])?/g, (written, name: string, part?: string) => {
    const value = PLACEHOLDERS.get(name)?.(names, part);
    return value === undefined ? written : urlized(value, config);
  });
}

type Placeholder = (names: PageNames, part: string | undefined) => string;

function ofDate(format: (date: DateParts) => string | number): Placeholder {
  return ({ date }) => (date === undefined ? '' : String(format(date)));
}

const PLACEHOLDERS: ReadonlyMap<string, Placeholder> = new Map<string, Placeholder>([
  ['year', ofDate(({ year }) => year)],
  ['month', ofDate(({ month }) => padded(month))],
  ['monthname', ofDate(monthName)],
  ['day', ofDate(({ day }) => padded(day))],
  [
    'weekday',
    ofDate(({ year, month, day }) => new Date(Date.UTC(year, month - 1, day)).getUTCDay()),
  ],
  ['weekdayname', ofDate(dayName)],
  ['yearday', ofDate(dayOfYear)],
  ['section', ({ dir }) => dir.split('/')[0] ?? ''],
  ['sections', ({ dir }, part) => sectionsOf(dir.split('/'), part)],
  ['title', ({ title }) => title],
  ['slug', ({ slug, title, name }) => slug ?? (title || name)],
  ['slugorfilename', ({ slug, name }) => slug ?? name],
  ['slugorcontentbasename', ({ slug, name }) => slug ?? name],
  ['filename', ({ name }) => name],
  ['contentbasename', ({ name }) => name],
]);

/** `[1:]`, `[:last]`, `[0]` or `[last]` of the sections. */
function sectionsOf(sections: readonly string[], part = ''): string {
  const index = (text: string): number => (text === 'last' ? sections.length - 1 : Number(text));
  const range = /^\[([^\]]*)\]$/.exec(part)?.[1];
  if (range === undefined) return sections.join('/');
  const [from = '', to] = range.split(':');
  if (to === undefined) return sections[index(from)] ?? '';
  return sections.slice(from === '' ? 0 : index(from), to === '' ? undefined : index(to)).join('/');
}

/** As Hugo cleans paths: spaces become hyphens, most signs go away. */
export function urlized(text: string, { fields }: HugoConfig): string {
  let clean = '';
  let isSpace = false;
  for (const character of text.trim()) {
    if (/[\p{L}\p{M}\p{Nd}./\\_#+~@-]/u.test(character)) {
      if (isSpace && character !== '-') clean += '-';
      isSpace = false;
      clean += character;
    } else if (/\s/.test(character) && clean !== '' && !clean.endsWith('-')) isSpace = true;
  }
  return fields.flag('disablePathToLower') === true ? clean : clean.toLowerCase();
}

/** An alias of a page; a relative one starts at the folder of the page. */
export function aliasAddress(alias: string, address: string, { basePath }: HugoConfig): string {
  const own = address.slice(basePath.length);
  const folder = path.posix.dirname(own.replace(/\/$/, ''));
  return basePath + pretty(alias.startsWith('/') ? alias : path.posix.join(folder, alias));
}
