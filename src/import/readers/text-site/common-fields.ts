/** Fields that themes and plug-ins of static site generators have agreed on. */
import { parseHtml, textOf } from '../../../lib/html.ts';
import { canonicalTag, isLanguage } from '../../../lib/language/tag.ts';
import { isObject } from '../../../lib/merge-json.ts';
import type { ImportedEntry, Status } from '../../model.ts';
import type { EntryDates } from './dates.ts';
import { distinct, Fields, scalar } from './fields.ts';

/** The fields of an entry that are read alike everywhere. */
export function commonHead(fields: Fields, dates: EntryDates) {
  return {
    updated: dates.read(updatedIn(fields))?.iso,
    authors: authorsIn(fields),
    description: descriptionIn(fields),
    cover: coverIn(fields),
    canonicalUrl: canonicalIn(fields),
    language: languageTag(fields.text('lang', 'language', 'locale')),
    pinned: pinnedIn(fields),
    series: seriesIn(fields),
  };
}

/** Markup of headings; other angle brackets belong to the title. */
const INLINE = /<\/?(?:em|strong|i|b|code|br|span|sub|sup|small|u|kbd)\b[^<>]*>/gi;

export function titleIn(fields: Fields): string {
  return (fields.text('title') ?? '').replace(INLINE, '').replace(/\s+/g, ' ').trim();
}

function descriptionIn(fields: Fields): string | undefined {
  const written = fields.text(
    ...['description', 'excerpt', 'summary', 'subtitle', 'meta_description', 'metaDescription'],
    ...['abstract', 'teaser', 'seo_description', 'lead'],
  );
  if (written === undefined) return undefined;
  const plain = /<\w|&\w+;/.test(written) ? textOf(parseHtml(written)) : written;
  return plain.replace(/\s+/g, ' ').trim() || undefined;
}

const COVER = [
  ...['cover', 'cover_image', 'coverImage', 'featured_image', 'featuredImage', 'feature_image'],
  ...[
    'featureImage',
    'image',
    'images',
    'hero',
    'heroImage',
    'hero_image',
    'banner',
    'header_image',
  ],
  ...['photo', 'top_img', 'index_img', 'thumbnail', 'thumb', 'og_image', 'ogImage'],
];
const ALT = [
  ...['coverAlt', 'cover_alt', 'image_alt', 'imageAlt', 'featured_image_alt', 'heroAlt'],
  ...['heroImageAlt', 'featureImageAlt', 'thumbnailAlt'],
];

function coverIn(fields: Fields): ImportedEntry['cover'] {
  for (const name of COVER) {
    const cover = coverOf(fields.get(name));
    if (cover !== undefined) return { url: cover.url, alt: cover.alt ?? fields.text(...ALT) };
  }
  // Minimal Mistakes and its like.
  const header = fields.group('header');
  const url = header.text('image', 'overlay_image', 'teaser');
  return url === undefined || !isPicture(url)
    ? undefined
    : { url, alt: header.text('image_description') };
}

function coverOf(value: unknown): ImportedEntry['cover'] {
  if (Array.isArray(value)) return coverOf(value[0]);
  if (isObject(value)) {
    const fields = new Fields(value);
    const url = fields.text(
      'src',
      'url',
      'path',
      'image',
      'feature',
      'file',
      'filename',
      'relative',
    );
    return url !== undefined && isPicture(url) ? { url, alt: fields.text('alt') } : undefined;
  }
  const url = scalar(value);
  return url !== undefined && isPicture(url) ? { url } : undefined;
}

/** `cover: true` and `banner: dark` are settings of themes. */
function isPicture(text: string): boolean {
  return /^https?:\/\/|\.(?:avif|gif|jpe?g|png|svg|webp|bmp|tiff?)(?:[?#]|$)/i.test(text);
}

function updatedIn(fields: Fields): string | undefined {
  return fields.text(
    ...['lastmod', 'last_modified_at', 'updated', 'modified', 'date_updated', 'updated_at'],
    ...['last_updated', 'lastUpdated', 'modified_at', 'updatedDate', 'last-modified-date'],
  );
}

export function languageTag(written: string | undefined): string | undefined {
  const tag = written?.replaceAll('_', '-');
  return tag !== undefined && isLanguage(tag) ? canonicalTag(tag) : undefined;
}

function canonicalIn(fields: Fields): string | undefined {
  const url = fields.text(
    'canonical_url',
    'canonicalUrl',
    'canonicalURL',
    'canonical',
    'original_url',
  );
  return url?.startsWith('https://') === true ? url : undefined;
}

function pinnedIn(fields: Fields): true | undefined {
  const isPinned = ['pinned', 'pin', 'sticky'].some(
    (name) => fields.flag(name) === true || Number(fields.get(name) ?? 0) > 0,
  );
  return isPinned ? true : undefined;
}

function seriesIn(fields: Fields): ImportedEntry['series'] {
  const series = distinct(fields.list('series'));
  if (series.length === 0) return undefined;
  const part = fields.text('series_order', 'seriesOrder', 'series_part', 'seriesPart') ?? '';
  return { names: series, part: /^\d{1,4}$/.test(part) ? Number(part) : undefined };
}

/** Names of authors, or the keys under which a data file has them. */
function authorsIn(fields: Fields): readonly string[] {
  for (const name of ['authors', 'author']) {
    const value = fields.get(name);
    const names = (Array.isArray(value) ? value : [value]).flatMap((item) =>
      isObject(item)
        ? (new Fields(item).text('name', 'display_name', 'title') ?? [])
        : (scalar(item) ?? []),
    );
    if (names.length > 0) return names;
  }
  return [];
}

/** What marks of drafts and of private posts say; `public` if there are none. */
export function statusIn(fields: Fields): Status {
  if (fields.flag('draft', 'drafts', 'isDraft', 'is_draft', 'wip') === true) return 'draft';
  if (fields.text('password') !== undefined) return 'password';
  const isPrivate = ['private', 'hidden', 'unlisted'].some((name) => fields.flag(name) === true);
  return isPrivate ? 'private' : 'public';
}
