/** The addresses that Hexo gives to posts. https://hexo.io/docs/permalinks */
import { hash } from 'node:crypto';
import path from 'node:path';
import type { EntryDate } from '../text-site/dates.ts';
import type { Fields } from '../text-site/fields.ts';
import { foreignGroups } from '../text-site/foreign-pattern.ts';
import { padded } from '../text-site/strftime.ts';
import type { HexoConfig } from './config.ts';

export interface HexoNames {
  /** Path of the file below the folder of posts, without extension and what else `new_post_name` says. */
  readonly slug: string;
  readonly title: string;
  /** From the first to the last, which is below the others. */
  readonly categories: readonly string[];
  readonly date: EntryDate | undefined;
  readonly fields: Fields;
}

/** @returns `undefined` if the address depends on something that the folder does not tell */
export function postAddress(names: HexoNames, config: HexoConfig): string | undefined {
  const { basePath, fields } = config;
  const own = names.fields.text('permalink');
  if (own !== undefined) return pretty(`${basePath}/${own.replace(/^\//, '')}`, config);
  const template = fields.text('permalink') ?? ':year/:month/:day/:title/';
  let isKnown = true;
  const address = template.replace(/:([a-z_]+)/gi, (_written, name: string) => {
    const value = valueOf(name, names, config);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown ? pretty(path.posix.normalize(`${basePath}/${address}`), config) : undefined;
}

function valueOf(name: string, names: HexoNames, config: HexoConfig): string | undefined {
  const { slug, title, date, fields } = names;
  switch (name) {
    case 'title':
      return slug;
    case 'name':
      return path.posix.basename(slug);
    case 'post_title':
      return slugized(title, 1);
    case 'category':
      return (
        categoryPath(names.categories, config) ??
        config.fields.text('default_category') ??
        'uncategorized'
      );
    case 'hash':
      return (
        date && hash('sha1', slug + String(Math.floor(Date.parse(date.iso) / 1000))).slice(0, 12)
      );
    case 'timestamp':
      return date && String(Date.parse(date.iso));
    default:
      return (
        datePart(name, date) ??
        fields.text(name) ??
        config.fields.group('permalink_defaults').text(name)
      );
  }
}

function datePart(name: string, date: EntryDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  const { year, month, day, hour, minute, second } = date.parts;
  const parts = new Map<string, string>([
    ['year', String(year)],
    ['month', padded(month)],
    ['day', padded(day)],
    ['hour', padded(hour)],
    ['minute', padded(minute)],
    ['second', padded(second)],
    ['i_month', String(month)],
    ['i_day', String(day)],
  ]);
  return parts.get(name);
}

export function pretty(address: string, { fields }: HexoConfig): string {
  const urls = fields.group('pretty_urls');
  const plain =
    urls.flag('trailing_index') === false ? address.replace(/(?<=\/)index\.html$/, '') : address;
  return urls.flag('trailing_html') === false ? plain.replace(/\.html$/, '') : plain;
}

/** `a/b` for the category `b` in `a`. */
export function categoryPath(names: readonly string[], { fields }: HexoConfig): string | undefined {
  if (names.length === 0) return undefined;
  const mapped = fields.group('category_map');
  const letters = Number(fields.text('filename_case') ?? 0);
  return names.map((name) => slugized(mapped.text(name) ?? name, letters)).join('/');
}

export function tagPath(name: string, { fields }: HexoConfig): string {
  return slugized(
    fields.group('tag_map').text(name) ?? name,
    Number(fields.text('filename_case') ?? 0),
  );
}

const SIGNS = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g;

/** @param letters 1 for lower case, 2 for upper case */
function slugized(name: string, letters: number): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(SIGNS, '-')
    .replace(/^-|-$/g, '');
  return letters === 1 ? plain.toLowerCase() : letters === 2 ? plain.toUpperCase() : plain;
}

/** What `new_post_name` says about the name of a file: slug and day. */
export function parseName(
  file: string,
  config: HexoConfig,
): { readonly slug: string; readonly day: string | undefined } {
  const template = (config.fields.text('new_post_name') ?? ':title.md').replace(/\.[^./]+$/, '');
  const stem = file.replace(/\.[^./]+$/, '');
  const escaped = template.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const seen = new Set<string>();
  const pattern = escaped.replace(/:(\w+)/g, (_found, name: string) => {
    const part = seen.has(name) ? undefined : PARTS.get(name);
    seen.add(name).add(name.replace('i_', '')).add(`i_${name}`);
    return part ?? '[^/]+';
  });
  const { title, year, month, day } = foreignGroups(`${pattern}$`, stem);
  if (title === undefined) return { slug: stem, day: undefined };
  return { slug: title, day: year && month && day ? `${year}-${month}-${day}` : undefined };
}

const PARTS = new Map([
  ['title', '(?<title>.+?)'],
  ['year', String.raw`(?<year>\d{4})`],
  ['month', String.raw`(?<month>\d{2})`],
  ['i_month', String.raw`(?<month>\d{1,2})`],
  ['day', String.raw`(?<day>\d{2})`],
  ['i_day', String.raw`(?<day>\d{1,2})`],
]);
