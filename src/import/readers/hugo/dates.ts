/** When pages of Hugo were published. https://gohugo.io/configuration/front-matter/ */
import type { EntryDate } from '../text-site/dates.ts';
import type { Fields } from '../text-site/fields.ts';
import type { HugoConfig } from './config.ts';
import type { HugoPlace } from './places.ts';

/** `publishDate` has several names; `published` is one of them, and no truth value. */
const PUBLISHED = ['publishDate', 'pubdate', 'published'] as const;

/** The date that addresses are made of, and the name of the file if it is not the whole name. */
export function dateIn(
  fields: Fields,
  { name }: HugoPlace,
  { dates, fields: settings }: HugoConfig,
): { readonly date: EntryDate; readonly name?: string } | undefined {
  const [, day, rest = ''] = /^(\d{4}-\d{2}-\d{2})[-_ ]?(.*)$/.exec(name) ?? [];
  const named = settings.group('frontmatter').list('date').includes(':filename');
  const fromName = dates.read(day);
  const written =
    dates.read(fields.text('date')) ??
    dates.read(fields.text(...PUBLISHED)) ??
    dates.read(fields.text('lastmod', 'modified'));
  const date = written ?? fromName;
  if (date === undefined) return undefined;
  // Only then does Hugo take the date out of the name.
  return named && fromName !== undefined && rest !== '' ? { date, name: rest } : { date };
}

/** Hugo shows no page before its `publishDate`. */
export function publishedIn(
  fields: Fields,
  place: HugoPlace,
  config: HugoConfig,
): string | undefined {
  const date = dateIn(fields, place, config)?.date.iso;
  const published = config.dates.read(fields.text(...PUBLISHED))?.iso;
  if (date === undefined || published === undefined) return date ?? published;
  return Date.parse(published) > Date.parse(date) ? published : date;
}
