/** Builds the posts and pages of the model. */
import { join } from 'node:path';
import type { Plan } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirect.ts';
import type { Planned } from '../addresses/plan-entries.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { isAllowedOnly, isReserved } from '../lib/attachments.ts';
import { isBefore } from '../lib/dates.ts';
import { localeOf, langAttributes } from '../lib/language/tag.ts';
import { decodePath, encodePath, folderOf, isPortable } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Body } from '../markdown/body.ts';
import { contentsOf } from './contents.ts';
import { groupBy } from './group-by.ts';
import type { Asset, BodyPart, Page, Post, References } from './model.ts';
import type { RelatedInput } from './related.ts';
import { checkId, type PostIds } from './post-ids.ts';
import { localImage, postImage } from './post-image.ts';
import { breadcrumbsOf, cardOf, type Sharing } from './sharing.ts';
import { dateIn, linkTo, relatedPost, surroundingsOf } from './surroundings.ts';

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
  problems: Problems,
): Post[] {
  const surroundings = surroundingsOf(plan);
  const guids = new Map<string, string>();
  return plan.posts.map((place, index) => {
    const { entry, address, draft } = place;
    const { fields, slug } = entry;
    const { edition, tags, authors, newer, older } = surroundings(place);
    const around = edition.language;
    const { parts, summary, minutes, headings, references } = bodyOf(place);
    const language = fields.language ?? siteLanguage;
    const guid = ids.of(entry);
    checkId(guid, entry, guids, problems);
    const image = postImage(place, sharing, problems);
    return {
      ...address,
      slug,
      title: fields.title,
      language,
      locale: localeOf(language),
      textLang: langAttributes(language, around),
      uiLang: language === around ? {} : { lang: around },
      published: dateIn(around, fields.publishDate, siteLanguage),
      updated: updatedDate(entry, around, siteLanguage),
      summary,
      minutes,
      draft,
      scheduled: draft && fields.published,
      authors: fields.author.flatMap((name) => authors.get(name) ?? []),
      tags: [...new Set(fields.tags)].flatMap((tag) => tags.get(tag) ?? []),
      body: parts,
      hasCode: parts.some(isCode),
      contents: contentsOf(headings, minutes),
      references: byGroup(references),
      guid,
      image: image && { url: image.url, alt: fields.imageAlt ?? '' },
      preview: image ?? cardOf(place, sharing),
      breadcrumbs: breadcrumbsOf(place, edition, sharing),
      newer: linkTo(newer, around, siteLanguage),
      older: linkTo(older, around, siteLanguage),
      related: (related[index] ?? [])
        .map((other) => plan.posts[other])
        .filter((other) => other !== undefined)
        .filter((other) => surroundings(other).edition === edition)
        .map((other) => relatedPost(other, around, siteLanguage)),
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

export function buildPage(place: Planned<PageEntry>, bodyOf: BodyOf): Page {
  const { parts, summary } = bodyOf(place);
  return {
    ...place.address,
    title: place.entry.fields.title,
    draft: place.draft,
    description: summary,
    body: parts,
    hasCode: parts.some(isCode),
  };
}

function isCode({ kind }: BodyPart): boolean {
  return kind === 'code';
}

/**
 * The files used by posts and pages, each published beside its page. Reports those that cannot be.
 * @param allowed endings of `site.yaml`
 */
export function entryAssets(
  plan: Plan,
  bodyOf: BodyOf,
  allowed: readonly string[],
  problems: Problems,
): Asset[] {
  return plan.entries.flatMap((place) => {
    const { entry, address } = place;
    const preview = localImage(entry);
    const files = new Set([...bodyOf(place).files, ...preview]);
    return [...files].flatMap((file) => {
      const path = folderOf(address.path) + file;
      if (!mayBeAt(path, entry, problems)) return [];
      const asset = { source: join(entry.folder, file), path, isPreview: preview.includes(file) };
      return [isAllowedOnly(file, allowed) ? { ...asset, isDownload: true } : asset];
    });
  });
}

function mayBeAt(
  path: string,
  { file }: Planned<PostEntry | PageEntry>['entry'],
  problems: Problems,
) {
  const isPath = isPortable(path);
  if (isPath && !isReserved(path)) return true;
  problems.error({
    file,
    code: 'attachment-address',
    message: isPath
      ? `A file beside this text would be at ${path}, where hosts or servers look for code or configuration.`
      : `A file beside this text would be at ${path.slice(0, 80)}..., which is too long for some file systems.`,
    hint: 'Give the text another address, or put the file into `public/` and link to it from the root.',
  });
  return false;
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
