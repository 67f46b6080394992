/** A post or page of an export as an entry. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import type { ImportedEntry, ImportedItem } from '../../model.ts';
import { childrenOf, type XmlNode } from '../../source/xml-items.ts';
import { plainText } from '../plain-text.ts';
import type { OldSite } from './addresses.ts';
import { slugOfName } from './addresses.ts';
import type { BlogIndex } from './blog-index.ts';
import { makeBody } from './body.ts';
import { isoOf, momentOf, momentOfPubDate } from './dates.ts';
import { bodyNotices, entryNotices, isRestricted } from './entry-notices.ts';
import { statusOf } from './status.ts';
import { field, lineField, metaOf, type WxrItem } from './wxr-items.ts';

type Meta = ReadonlyMap<string, readonly string[]>;

export interface EntryContext {
  readonly index: BlogIndex;
  readonly site: OldSite;
}

/** @returns the entry, and what should be said about it */
export function entryItems(
  item: WxrItem,
  type: ImportedEntry['type'],
  { index, site }: EntryContext,
): ImportedItem[] {
  const { node, file } = item;
  const place = { file, line: node.line };
  const meta = metaOf(node);
  const id = entryId(node);
  const body = makeBody({
    html: contentOf(node),
    meta,
    entry: field(node, 'wp:post_id'),
    attachments: index.attachments,
    blocks: index.blocks,
  });
  const written = statusOf(node, meta, item.isCut);
  const status = written === 'public' && isRestricted(body) ? 'members' : written;
  const published =
    momentOf(field(node, 'wp:post_date'), field(node, 'wp:post_date_gmt'), index.zone) ??
    momentOfPubDate(field(node, 'pubDate'));
  const updated = momentOf(
    field(node, 'wp:post_modified'),
    field(node, 'wp:post_modified_gmt'),
    index.zone,
  );
  const cover = coverOf(meta, index);
  const entry: ImportedEntry = {
    type,
    id,
    place,
    status,
    guid: field(node, 'guid') || undefined,
    title: lineField(node, 'title'),
    slug: slugOf(node, meta) || undefined,
    published: published === undefined ? undefined : isoOf(published),
    updated: updated === undefined ? undefined : isoOf(updated),
    authors: index.authors.of(node),
    tags: index.terms.of(node),
    description: descriptionOf(node, meta) || undefined,
    cover: cover === undefined ? undefined : { url: cover.url, alt: cover.alt || undefined },
    legacyUrls: site.ofEntry(node, type, body.pages),
    canonicalUrl: canonicalOf(meta, site),
    language: languageOf(node),
    pinned: type === 'post' && field(node, 'wp:is_sticky') === '1' ? true : undefined,
    body: { format: 'html', text: body.html, base: baseOf(node, site) },
  };
  const notes: ImportedItem[] = [
    ...bodyNotices(entry, body),
    ...entryNotices(entry, field(node, 'wp:status'), item.isCut),
  ];
  if (cover !== undefined && cover.lost !== '')
    notes.push({ type: 'left-out', place, reason: 'captions of covers', what: cover.lost });
  return [entry, ...notes];
}

export function entryId(node: XmlNode): string {
  return (
    field(node, 'wp:post_id') ||
    field(node, 'guid') ||
    field(node, 'link') ||
    lineField(node, 'title')
  );
}

/** Untrimmed, and once even if a damaged file has it twice. */
function contentOf(node: XmlNode): string {
  return childrenOf(node, 'content:encoded')[0]?.text ?? '';
}

/** Drafts have none; what is in the trash has another one. */
function slugOf(node: XmlNode, meta: Meta): string {
  const name = field(node, 'wp:post_name');
  const wanted = meta.get('_wp_desired_post_slug')?.[0] ?? '';
  return slugOfName(name.endsWith('__trashed') || name === '' ? wanted || name : name);
}

/** Fields of search engine plugins. Variables, such as `%%title%%`, are theirs. */
const DESCRIPTIONS = [
  '_yoast_wpseo_metadesc',
  'advanced_seo_description',
  'rank_math_description',
  '_aioseo_description',
  '_aioseop_description',
  '_genesis_description',
  '_seopress_titles_desc',
];

/** The excerpt was shown in lists and feeds, so it comes first. */
function descriptionOf(node: XmlNode, meta: Meta): string {
  const excerpt = plainText(field(node, 'excerpt:encoded'));
  if (excerpt !== '') return excerpt;
  const values = DESCRIPTIONS.flatMap((key) => meta.get(key) ?? []).map(plainText);
  return values.find((value) => value !== '' && !/%\w+%/.test(value)) ?? '';
}

function coverOf(meta: Meta, { attachments }: BlogIndex) {
  const attachment = attachments.byId(meta.get('_thumbnail_id')?.[0] ?? '');
  if (attachment === undefined || attachment.url === '') return undefined;
  const caption = plainText(attachment.caption);
  const lost = attachment.alt === '' || attachment.alt === caption ? '' : caption;
  return { url: attachment.url, alt: attachment.alt || caption, lost };
}

function canonicalOf(meta: Meta, site: OldSite): string | undefined {
  return ['_yoast_wpseo_canonical', 'rank_math_canonical_url', '_genesis_canonical_uri']
    .flatMap((key) => meta.get(key) ?? [])
    .find((url) => canParseUrl(url) && /^https?:/.test(url) && !site.isOwn(new URL(url).host));
}

/** Of the plugin Polylang. */
function languageOf(node: XmlNode): string | undefined {
  return childrenOf(node, 'category')
    .filter((category) => category.attributes.get('domain') === 'language')
    .map((category) => category.attributes.get('nicename') ?? '')
    .find((language) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language));
}

function baseOf(node: XmlNode, site: OldSite): string | undefined {
  const link = field(node, 'link');
  if (canParseUrl(link)) return link;
  if (site.url === '') return undefined;
  return canParseUrl(link, site.url) ? new URL(link, site.url).href : site.url;
}
