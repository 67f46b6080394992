/** The addresses that Pelican gives to texts and lists. */
import path from 'node:path';
import { slugOf } from '../../../lib/slug.ts';
import type { DateParts } from '../text-site/dates.ts';
import { strftime } from '../text-site/strftime.ts';
import type { PelicanConfig } from './config.ts';

export interface PelicanNames {
  readonly slug: string;
  readonly lang: string;
  readonly category: string;
  readonly author: string;
  readonly date: DateParts | undefined;
}

/** @returns `undefined` if a part of the address is unknown */
export function textAddress(
  kind: 'ARTICLE' | 'PAGE' | 'DRAFT',
  names: PelicanNames,
  { fields, language, basePath }: PelicanConfig,
): string | undefined {
  const key = names.lang === language ? `${kind}_URL` : `${kind}_LANG_URL`;
  const template = fields.text(key) ?? DEFAULTS.get(key) ?? '{slug}.html';
  const values = new Map([
    ['slug', names.slug],
    ['lang', names.lang],
    ['category', slugified(names.category) ?? ''],
    ['author', slugified(names.author) ?? ''],
  ]);
  let isKnown = names.slug !== '';
  const address = template.replace(
    /\{(\w+)(?::([^{}]*))?\}/g,
    (_written, name: string, format?: string) => {
      const value =
        name === 'date'
          ? names.date && strftime(names.date, format ?? '%Y-%m-%d')
          : values.get(name);
      if (value === undefined) isKnown = false;
      return value ?? '';
    },
  );
  return isKnown ? basePath + path.posix.join('/', address) : undefined;
}

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['ARTICLE_URL', '{slug}.html'],
  ['ARTICLE_LANG_URL', '{slug}-{lang}.html'],
  ['DRAFT_URL', 'drafts/{slug}.html'],
  ['DRAFT_LANG_URL', 'drafts/{slug}-{lang}.html'],
  ['PAGE_URL', 'pages/{slug}.html'],
  ['PAGE_LANG_URL', 'pages/{slug}-{lang}.html'],
  ['TAG_URL', 'tag/{slug}.html'],
  ['CATEGORY_URL', 'category/{slug}.html'],
  ['AUTHOR_URL', 'author/{slug}.html'],
]);

/** The list of a tag, category or author. */
export function listAddress(
  kind: 'TAG' | 'CATEGORY' | 'AUTHOR',
  name: string,
  { fields, basePath }: PelicanConfig,
): string | undefined {
  const key = `${kind}_URL`;
  const slug = slugified(name);
  if (slug === undefined) return undefined;
  const template = fields.text(key) ?? DEFAULTS.get(key) ?? '';
  return basePath + path.posix.join('/', template.replaceAll('{slug}', slug));
}

/** As Pelican does: signs go away. `undefined` for scripts that are written in Latin letters in its own way. */
export function slugified(name: string): string | undefined {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{ASCII}]+/gu, (letters) => slugOf(letters));
  if (/[^\p{ASCII}]/u.test(latin)) return undefined;
  const slug = latin
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-')
    .toLowerCase();
  return slug === '' ? undefined : slug;
}
