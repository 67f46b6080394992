/** The addresses that Jekyll gives to posts and pages. https://jekyllrb.com/docs/permalinks/ */
import path from 'node:path';
import type { DateParts } from '../text-site/dates.ts';
import { dayName, dayOfYear, monthName, padded, weekOf } from '../text-site/strftime.ts';

const STYLES: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
]);

export interface PostNames {
  /** Of the file, without its date; or the field `slug`. */
  readonly slug: string;
  /** In order, as written. */
  readonly categories: readonly string[];
  readonly date: DateParts | undefined;
  /** Of a collection. */
  readonly collection?: string | undefined;
  /** Below the folder of the collection, without extension. */
  readonly path?: string | undefined;
}

/** @param permalink a style, or a template such as `/:year/:title/` */
export function postAddress(permalink: string, names: PostNames): string | undefined {
  const template = STYLES.get(permalink) ?? permalink;
  if (
    names.date === undefined &&
    /:(?:short_|i_|y_|w_|long_)?(?:year|month|day|week)/.test(template)
  )
    return undefined;
  const address = template.replace(/:([a-z_]+)/g, (written, name: string) => {
    const found = longest(name);
    if (found === undefined) return written;
    return (PLACEHOLDERS.get(found)?.(names) ?? '') + name.slice(found.length);
  });
  return path.posix.normalize(`/${address}`);
}

/** `:title_x` is the placeholder `:title` before `_x`. */
function longest(name: string): string | undefined {
  return [...PLACEHOLDERS.keys()]
    .filter((candidate) => name.startsWith(candidate))
    .toSorted((a, b) => b.length - a.length)[0];
}

type Placeholder = (names: PostNames) => string;

function ofDate(format: (date: DateParts) => string | number): Placeholder {
  return ({ date }) => (date === undefined ? '' : String(format(date)));
}

const PLACEHOLDERS: ReadonlyMap<string, Placeholder> = new Map<string, Placeholder>([
  ['year', ofDate(({ year }) => year)],
  ['short_year', ofDate(({ year }) => padded(year % 100))],
  ['month', ofDate(({ month }) => padded(month))],
  ['i_month', ofDate(({ month }) => month)],
  ['short_month', ofDate((date) => monthName(date).slice(0, 3))],
  ['long_month', ofDate(monthName)],
  ['day', ofDate(({ day }) => padded(day))],
  ['i_day', ofDate(({ day }) => day)],
  ['y_day', ofDate((date) => padded(dayOfYear(date), 3))],
  ['short_day', ofDate((date) => dayName(date).slice(0, 3))],
  ['long_day', ofDate(dayName)],
  ['week', ofDate((date) => padded(weekOf(date).week))],
  ['w_year', ofDate((date) => weekOf(date).year)],
  ['hour', ofDate(({ hour }) => padded(hour))],
  ['minute', ofDate(({ minute }) => padded(minute))],
  ['second', ofDate(({ second }) => padded(second))],
  ['title', ({ slug }) => prettySlug(slug)],
  ['slug', ({ slug }) => plainSlug(slug)],
  ['name', ({ slug }) => plainSlug(slug)],
  ['categories', ({ categories }) => unique(categories.map((name) => name.toLowerCase()))],
  ['slugified_categories', ({ categories }) => unique(categories.map(plainSlug))],
  ['collection', ({ collection = 'posts' }) => collection],
  ['path', ({ path: file = '' }) => file],
  ['output_ext', () => '.html'],
]);

function unique(names: readonly string[]): string {
  return [...new Set(names)].join('/');
}

/** Keeps capitals and most signs. */
function prettySlug(name: string): string {
  return name.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

function plainSlug(name: string): string {
  return name
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/**
 * @param file below the site: `about/team.md`
 * @param permalink of the settings
 */
export function pageAddress(file: string, permalink: string): string {
  const { dir, name } = path.posix.parse(file);
  const folder = dir === '' ? '/' : `/${dir}/`;
  if (name === 'index') return folder;
  if (permalink === 'pretty') return `${folder}${name}/`;
  if (STYLES.has(permalink) || permalink.endsWith(':output_ext')) return `${folder}${name}.html`;
  return `${folder}${name}${permalink.endsWith('/') ? '/' : ''}`;
}
