/** Builds the posts and pages of the model. */
import type { Plan } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirect.ts';
import type { Planned, PlannedPost } from '../addresses/plan-entries.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { isBefore } from '../lib/dates.ts';
import { wordsIn } from '../lib/language/language.ts';
import { localeOf, langAttributes } from '../lib/language/tag.ts';
import { decodePath, encodePath } from '../lib/paths.ts';
import { shorten } from '../lib/shorten.ts';
import type { Problems } from '../lib/problem.ts';
import type { Body } from '../markdown/body.ts';
import type { ArchiveOf } from './archived-comments.ts';
import { checkOriginal } from './check-original.ts';
import { commentsOf } from './comments.ts';
import { contentsOf } from './contents.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PictureFor } from './list-pictures.ts';
import type { BodyPart, Page, Post, References } from './model.ts';
import type { RelatedInput } from './related.ts';
import { checkId, type PostIds } from './post-ids.ts';
import { ownPreview, postCover, postImage, previewAlt, type CoverAt } from './post-image.ts';
import { shareLinks } from './share-links.ts';
import { breadcrumbsOf, cardOf, type Sharing } from './sharing.ts';
import { withLazyImages } from './lazy-images.ts';
import { dateIn, linkTo, relatedPost, surroundingsOf } from './surroundings.ts';
import type { WritersOf } from './writers.ts';

/** Characters: two lines beside a picture. */
const RELATED_SUMMARY = 130;

const NO_TERMS = new Int32Array(0);

export type BodyOf = (place: Addressed) => Body;

/** Builds one post of the model; `index` is its place in the plan. */
export type BuildPost = (place: PlannedPost, index: number) => Post;

/**
 * @param related for each post, the indexes of its related posts
 * @param siteLanguage default of posts without a `language`
 */
export function postBuilder(
  plan: Plan,
  related: readonly (readonly number[])[],
  siteLanguage: string,
  bodyOf: BodyOf,
  ids: PostIds,
  sharing: Sharing,
  coverAt: CoverAt,
  pictureFor: PictureFor,
  writersOf: WritersOf,
  archiveOf: ArchiveOf,
  problems: Problems,
): BuildPost {
  const surroundings = surroundingsOf(plan, siteLanguage);
  const { comments, share } = sharing.settings;
  const guids = new Map<string, string>();
  return (place, index) => {
    const { entry, address, draft } = place;
    const { fields, slug } = entry;
    const { edition, tags, authors, series, newer, older } = surroundings(place);
    const around = edition.language;
    const { parts, summary, minutes, headings, references } = bodyOf(place);
    const guid = ids.of(entry);
    checkId(guid, entry, guids, problems);
    checkOriginal(entry, sharing.addresses, problems);
    const bylines = fields.author.flatMap((name) => authors.get(name) ?? []);
    const image = postImage(place, sharing, problems);
    const cover = postCover(place, coverAt, problems);
    return {
      // Not first: V8 gives every object that begins with a spread a shape of its own, of one or two kilobytes.
      slug,
      ...address,
      title: fields.title,
      ...languageFields(fields.language ?? siteLanguage, around),
      published: dateIn(around, fields.publishDate, siteLanguage),
      updated: updatedDate(entry, around, siteLanguage),
      summary,
      minutes,
      draft,
      scheduled: draft && fields.published,
      authors: bylines,
      writers: writersOf(bylines),
      share: shareLinks(share, fields.title, address.canonical, wordsIn(around).share),
      tags: [...new Set(fields.tags)].flatMap((tag) => tags.get(tag) ?? []),
      pinned: fields.pinned,
      series,
      cover,
      canonicalUrl: fields.canonicalUrl,
      body: cover === undefined ? parts : withLazyImages(parts),
      hasCode: parts.some(isCode),
      contents: fields.toc ? contentsOf(headings, minutes) : [],
      references: byGroup(references),
      guid,
      image: image && { url: image.url, alt: previewAlt(fields) ?? '' },
      preview: ownPreview(entry, image) ?? cardOf(place, sharing) ?? image,
      breadcrumbs: breadcrumbsOf(place, edition, sharing),
      newer: linkTo(newer, around, siteLanguage),
      older: linkTo(older, around, siteLanguage),
      related: (related[index] ?? [])
        .map((other) => plan.posts[other])
        .filter((other) => other !== undefined)
        .filter((other) => surroundings(other).edition === edition)
        .map((other) => ({
          summary: shorten(bodyOf(other).summary, RELATED_SUMMARY),
          ...relatedPost(other, around, siteLanguage),
          picture: pictureFor(other.address.path, 'related'),
        })),
      original: originalAddress(place, plan),
      source: sharing.sourceOf(entry),
      comments: commentsOf(entry, address, summary, { comments, language: around }, problems),
      archivedComments: archiveOf(place, around),
    };
  };
}

/** @param terms of bodies, by file */
export function relatedInputs(
  { posts }: Plan,
  terms: ReadonlyMap<string, Int32Array>,
): RelatedInput[] {
  return posts.map(({ entry, draft }) => {
    const { title, tags } = entry.fields;
    return { title, tags, terms: terms.get(entry.file) ?? NO_TERMS, draft };
  });
}

export function buildPage(
  place: Planned<PageEntry>,
  { editionOf }: Plan,
  siteLanguage: string,
  bodyOf: BodyOf,
  { sourceOf }: Pick<Sharing, 'sourceOf'>,
  archiveOf: ArchiveOf,
): Page {
  const { parts, summary } = bodyOf(place);
  const { title, language, layout } = place.entry.fields;
  const around = editionOf(place.entry).language;
  return {
    title,
    ...place.address,
    ...languageFields(language ?? siteLanguage, around),
    isWide: layout === 'wide',
    draft: place.draft,
    description: summary,
    body: parts,
    hasCode: parts.some(isCode),
    source: sourceOf(place.entry),
    archivedComments: archiveOf(place, around),
  };
}

/** @param around of the page around the text */
function languageFields(
  language: string,
  around: string,
): Pick<Page, 'language' | 'locale' | 'textLang' | 'uiLang'> {
  return {
    language,
    locale: localeOf(language),
    textLang: langAttributes(language, around),
    uiLang: language === around ? {} : { lang: around },
  };
}

function isCode({ kind }: BodyPart): boolean {
  return kind === 'code';
}

function byGroup(references: Body['references']): References[] {
  const groups = groupBy(references, ({ group }) => [group]);
  return [...groups].map(([name, items]) => ({ name, items }));
}

/** URL on the old blog, from the first `legacyUrl`. */
function originalAddress(
  { entry, address }: Addressed<PostEntry>,
  { links }: Plan,
): string | undefined {
  const [written] = entry.fields.legacyUrl;
  const [host] = links.legacyHosts;
  if (written === undefined || host === undefined) return undefined;
  const original = `https://${host}${encodePath(decodePath(written) ?? written)}`;
  return original === address.canonical ? undefined : original;
}

/** Omitted unless it is later than the publication. */
function updatedDate({ fields }: PostEntry, around: string, siteLanguage: string): Post['updated'] {
  const { publishDate, updatedDate: updated } = fields;
  return updated !== undefined && isBefore(publishDate, updated)
    ? dateIn(around, updated, siteLanguage)
    : undefined;
}
