/** Builds the posts and pages of the model. */
import type { Plan } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirect.ts';
import type { Planned } from '../addresses/plan-entries.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { isBefore } from '../lib/dates.ts';
import { localeOf, langAttributes } from '../lib/language/tag.ts';
import { decodePath, encodePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Body } from '../markdown/body.ts';
import { checkOriginal } from './check-original.ts';
import { contentsOf } from './contents.ts';
import { groupBy } from './group-by.ts';
import type { BodyPart, Link, Page, Post, References, RelatedPost } from './model.ts';
import type { RelatedInput } from './related.ts';
import { checkId, type PostIds } from './post-ids.ts';
import { postCover, postImage, previewAlt, type CoverAt } from './post-image.ts';
import { partsOfSeries, seriesOf } from './series.ts';
import { breadcrumbsOf, cardOf, type Sharing } from './sharing.ts';

export type BodyOf = (place: Addressed) => Body;

/**
 * @param related for each post, the indexes of its related posts
 * @param siteLanguage default of posts without a `language`
 */
export function buildPosts(
  plan: Plan,
  related: readonly (readonly number[])[],
  siteLanguage: string,
  bodyOf: BodyOf,
  ids: PostIds,
  sharing: Sharing,
  coverAt: CoverAt,
  problems: Problems,
): Post[] {
  const tags = new Map(plan.tags.map(({ name, url }) => [name, { text: name, url }]));
  const authors = new Map(
    plan.authors.map(({ name, url, canonical }) => [name, { name, url, canonical }]),
  );
  const series = new Map(plan.series.map((term) => [term.name, term]));
  const partsOf = partsOfSeries(plan);
  const link = (place: Addressed<PostEntry>): Link => linkTo(place, siteLanguage);
  const linkAt = (index: number): Link | undefined => {
    const place = plan.posts[index];
    return place && link(place);
  };
  const guids = new Map<string, string>();
  return plan.posts.map((place, index) => {
    const { entry, address, draft } = place;
    const { fields, slug } = entry;
    const { parts, summary, minutes, headings, references } = bodyOf(place);
    const guid = ids.of(entry);
    checkId(guid, entry, guids, problems);
    checkOriginal(entry, sharing.addresses, problems);
    const image = postImage(place, sharing, problems);
    const cover = postCover(place, coverAt, problems);
    return {
      ...address,
      slug,
      title: fields.title,
      ...languageFields(fields.language, siteLanguage),
      published: fields.publishDate,
      updated: updatedDate(entry),
      summary,
      minutes,
      draft,
      scheduled: draft && fields.published,
      authors: fields.author.flatMap((name) => authors.get(name) ?? []),
      tags: [...new Set(fields.tags)].flatMap((tag) => tags.get(tag) ?? []),
      pinned: fields.pinned,
      series: seriesOf(place, series, partsOf, link),
      cover,
      canonicalUrl: fields.canonicalUrl,
      body: parts,
      hasCode: parts.some(isCode),
      contents: fields.toc ? contentsOf(headings, minutes) : [],
      references: byGroup(references),
      guid,
      image: image && { url: image.url, alt: previewAlt(fields) ?? '' },
      preview: image ?? cardOf(place, sharing),
      breadcrumbs: breadcrumbsOf(place, sharing),
      newer: linkAt(index - 1),
      older: linkAt(index + 1),
      related: (related[index] ?? []).flatMap((other) => relatedPost(plan.posts[other], link)),
      original: originalAddress(place, plan),
    };
  });
}

export function relatedInputs({ posts }: Plan, bodyOf: BodyOf): RelatedInput[] {
  return posts.map((place) => {
    const { title, tags } = place.entry.fields;
    return { title, tags, terms: bodyOf(place).terms, draft: place.draft };
  });
}

export function buildPage(place: Planned<PageEntry>, siteLanguage: string, bodyOf: BodyOf): Page {
  const { parts, summary } = bodyOf(place);
  const { title, language, layout } = place.entry.fields;
  return {
    ...place.address,
    title,
    ...languageFields(language, siteLanguage),
    isWide: layout === 'wide',
    draft: place.draft,
    description: summary,
    body: parts,
    hasCode: parts.some(isCode),
  };
}

function languageFields(
  written: string | undefined,
  siteLanguage: string,
): Pick<Page, 'language' | 'locale' | 'textLang' | 'uiLang'> {
  const language = written ?? siteLanguage;
  return {
    language,
    locale: localeOf(language),
    textLang: langAttributes(language, siteLanguage),
    uiLang: language === siteLanguage ? {} : { lang: siteLanguage },
  };
}

function isCode({ kind }: BodyPart): boolean {
  return kind === 'code';
}

function byGroup(references: Body['references']): References[] {
  const groups = groupBy(references, ({ group }) => [group]);
  return [...groups].map(([name, items]) => ({ name, items }));
}

function linkTo({ entry, address }: Addressed<PostEntry>, siteLanguage: string): Link {
  const lang = langAttributes(entry.fields.language ?? siteLanguage, siteLanguage);
  return { text: entry.fields.title, url: address.url, lang };
}

function relatedPost(
  place: Addressed<PostEntry> | undefined,
  linkOf: (place: Addressed<PostEntry>) => Link,
): RelatedPost[] {
  if (place === undefined) return [];
  return [{ ...linkOf(place), published: place.entry.fields.publishDate }];
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
function updatedDate({ fields }: PostEntry): Post['updated'] {
  const { publishDate, updatedDate: updated } = fields;
  return updated !== undefined && isBefore(publishDate, updated) ? updated : undefined;
}
