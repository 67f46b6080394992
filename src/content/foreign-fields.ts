/**
 * Front matter of other generators (Jekyll, Hugo, Astro, Hexo, Ghost, Eleventy, Gatsby), and what
 * to write instead.
 */
import { ownValue } from '../lib/own-value.ts';

/** What to say about a field that another generator reads. */
export interface ForeignField {
  /** Whether its value keeps a text unpublished elsewhere. */
  readonly isDraftMarker: boolean;
  readonly message: string;
  readonly hint: string;
  /** The field that has the same meaning. */
  readonly renamed?: string;
}

const YES = /^(?:true|yes|on|y|1)$/i;
const NO = /^(?:false|no|off|n|0)$/i;
const UNBUILT = /"(?:list|render)":"?(?:false|never|local|link)/;

/** Fields that keep a text unpublished, by the values that do so. */
const DRAFT_MARKERS: Readonly<Record<string, RegExp>> = {
  draft: YES,
  drafts: YES,
  isDraft: YES,
  is_draft: YES,
  hidden: YES,
  private: YES,
  unlisted: YES,
  eleventyExcludeFromCollections: YES,
  visible: NO,
  public: NO,
  publish: NO,
  enabled: NO,
  online: NO,
  permalink: NO,
  render: NO,
  status:
    /^(?:draft|drafts|unpublished|private|pending|scheduled|future|trash|hidden|unlisted|wip|review|in review)$/i,
  visibility: /^(?!public$)/i,
  password: /./,
  _build: UNBUILT,
  build: UNBUILT,
};

/** Fields of the same meaning, by our name. */
const RENAMED: Readonly<Record<string, readonly string[]>> = {
  publishDate: [
    ...['date', 'pubDate', 'pubDatetime', 'datePublished', 'postDate', 'dateCreated'],
    ...['published_at', 'publishedAt', 'publishedDate', 'published_date', 'publishedOn'],
    ...['created', 'createdAt', 'created_at'],
  ],
  updatedDate: [
    ...['lastmod', 'updated', 'updatedAt', 'updated_at', 'updatedOn', 'lastUpdated'],
    ...['modified', 'modifiedAt', 'modified_at', 'modDatetime', 'modifiedDate', 'dateModified'],
    ...['last_modified_at', 'lastModified', 'last_updated'],
  ],
  legacyUrl: ['aliases', 'alias', 'redirect_from', 'redirects', 'old_url', 'oldUrl'],
  tags: ['categories', 'category', 'keywords', 'topics', 'topic', 'labels', 'label'],
  description: [
    ...['excerpt', 'summary', 'subtitle', 'abstract', 'teaser', 'snippet', 'lead', 'desc'],
    ...['custom_excerpt', 'meta_description', 'metaDescription', 'seo_description', 'tagline'],
  ],
  image: [
    ...[
      'featured_image',
      'featuredImage',
      'feature_image',
      'featureImage',
      'heroImage',
      'hero',
      'hero_image',
      'banner',
      'thumbnail',
      'thumb',
    ],
    ...['ogImage', 'og_image', 'socialImage', 'social_image', 'photo', 'index_img'],
  ],
  imageAlt: [
    ...['heroImageAlt', 'heroAlt', 'featured_image_alt', 'feature_image_alt', 'thumbnailAlt'],
  ],
  cover: ['coverImage', 'cover_image'],
  coverAlt: ['coverImageAlt', 'cover_alt'],
  canonicalUrl: ['canonical_url', 'canonicalURL', 'canonical'],
  pinned: ['pin', 'sticky'],
  language: ['lang', 'locale'],
  author: ['creator', 'writer', 'byline', 'primary_author'],
};

const OURS = new Map(
  Object.entries(RENAMED).flatMap(([ours, names]) => names.map((name) => [name, ours] as const)),
);

const SERIES_PART = 'Remove it, and write `series: { name: ..., part: 2 }`.';

/** What to do about fields without a counterpart. */
const WITHOUT: Readonly<Record<string, string>> = {
  layout: 'Remove it: all posts have the template `templates/pages/post.11ty.tsx`.',
  template: 'Remove it: all posts have the template `templates/pages/post.11ty.tsx`.',
  weight: 'Remove it: posts are in the order of `publishDate`.',
  order: 'Remove it: posts are in the order of `publishDate`.',
  expiryDate: 'Remove it, and write `published: false` on that day.',
  toc: 'Remove it: long posts have a table of contents.',
  seriesOrder: SERIES_PART,
  series_order: SERIES_PART,
  seriesPart: SERIES_PART,
};

/**
 * What to say about a field that is not ours; `undefined` if no other generator is known to read it.
 * @param fields all fields of the file
 * @param known our fields for this kind of file
 */
export function foreignField(
  name: string,
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
): ForeignField | undefined {
  const value = textOf(ownValue(fields, name));
  const marked = ownValue(DRAFT_MARKERS, name);
  if (marked?.test(value) === true) return draftMarker(name, value, fields['published'] === false);
  const message = `There is no field \`${name}\`, so it has no effect.`;
  const ignored = { isDraftMarker: false, message };
  if (name === 'permalink' || name === 'url')
    return { ...ignored, hint: addressHint(name, value, known) };
  if (marked !== undefined)
    return {
      ...ignored,
      hint: 'Remove it: a text is published unless it says `published: false`.',
    };
  const without = ownValue(WITHOUT, name);
  if (without !== undefined) return { ...ignored, hint: without };
  const renamed = OURS.get(name);
  if (renamed === undefined || !known.includes(renamed)) return undefined;
  const what = `\`${name}\` is \`${renamed}\` here`;
  if (ownValue(fields, renamed) === undefined)
    return { ...ignored, hint: `${what}; rename it.`, renamed };
  return { ...ignored, hint: `${what}, which the file has already; keep one of the two.` };
}

function draftMarker(name: string, value: string, isUnpublished: boolean): ForeignField {
  const line = value.startsWith('{') || name === 'password' ? name : `${name}: ${value}`;
  if (isUnpublished)
    return {
      isDraftMarker: false,
      message: `\`${line}\` has no effect.`,
      hint: 'Remove it: `published: false` keeps the text unpublished.',
    };
  return {
    isDraftMarker: true,
    message: `\`${line}\` keeps a text from readers elsewhere but has no effect here, so the text would be published.`,
    hint: 'Write `published: false` instead.',
  };
}

/** A pattern or a path of the other generator. */
function addressHint(name: string, value: string, known: readonly string[]): string {
  const isPath = /^\/[^:{}]*$/.test(value);
  const lastPart = value.replace(/(?:\/index)?(?:\.html?)?\/?$/, '').replace(/^.*\//, '');
  const slug = isPath && lastPart !== '' ? lastPart : 'NAME';
  const address = known.includes('slug')
    ? `\`${name}\` is \`slug\` here, the last part of the address; write \`slug: ${slug}\``
    : `The name of the file is the address of a page; rename the file to \`${slug}.md\``;
  return isPath
    ? `${address}, and \`legacyUrl: ${value}\` to redirect the old address.`
    : `${address}.`;
}

/** Without lists and maps in it, because YAML aliases can make them cyclic. */
function textOf(value: unknown): string {
  if (typeof value !== 'object') return String(value);
  return JSON.stringify(value, (key, inner: unknown) =>
    key === '' || typeof inner !== 'object' ? inner : undefined,
  );
}
