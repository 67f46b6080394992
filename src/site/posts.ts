/** Posts and pages as their own pages, lists and feeds show them. */
import { join } from 'node:path';
import type { Plan } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirect.ts';
import type { PostEntry } from '../content/entries.ts';
import { isBefore } from '../lib/dates.ts';
import { localeOf, langAttributes } from '../lib/language/tag.ts';
import { decodePath, encodePath, resolveAttachment, folderOf, isRelative } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { NO_BODY, type Body, type ShownBody } from './body.ts';
import { contentsOf } from './contents.ts';
import { groupBy } from './group-by.ts';
import type { Asset, Link, Page, Post, References, RelatedPost } from './model.ts';
import type { Comparable } from './related.ts';
import { postPreview, trailOf, type Sharing } from './sharing.ts';

/** The rendered body of a post or page. */
export type BodyOf = (place: Addressed) => ShownBody;

/** @param bodies by file */
export function bodyIn(bodies: ReadonlyMap<string, ShownBody>): BodyOf {
  return ({ entry }) => bodies.get(entry.file) ?? NO_BODY;
}

/**
 * @param related for each post the places of those that it suggests
 * @param siteLanguage that of posts which name none
 * @param idOf tells what feed readers know a post by
 */
export function buildPosts(
  plan: Plan,
  related: readonly (readonly number[])[],
  siteLanguage: string,
  bodyOf: BodyOf,
  idOf: (entry: PostEntry) => string,
  sharing: Sharing,
  problems: Problems,
): Post[] {
  const tags = new Map(plan.tags.map(({ name, url }) => [name, { text: name, url }]));
  const authors = new Map(
    plan.authors.map(({ name, url, canonical }) => [name, { name, url, canonical }]),
  );
  const guids = new Map<string, string>();
  return plan.posts.map((place, index) => {
    const { entry, address, draft } = place;
    const { fields, slug } = entry;
    const { html, pieces, summary, minutes, headings, references } = bodyOf(place);
    const language = fields.language ?? siteLanguage;
    const guid = idOf(entry);
    checkGuid(guid, entry, guids, problems);
    checkIsUri(entry, problems);
    const chosen = previewImage(entry, address.canonical, problems);
    const image = chosen === undefined ? undefined : { url: chosen, alt: fields.imageAlt ?? '' };
    return {
      ...address,
      slug,
      title: fields.title,
      language,
      locale: localeOf(language),
      textLang: langAttributes(language, siteLanguage),
      uiLang: language === siteLanguage ? {} : { lang: siteLanguage },
      published: fields.publishDate,
      updated: updatedDate(entry),
      summary,
      minutes,
      draft,
      // A post that is published and a draft all the same lies in the future.
      scheduled: draft && fields.published,
      authors: fields.author.flatMap((name) => authors.get(name) ?? []),
      tags: [...new Set(fields.tags)].flatMap((tag) => tags.get(tag) ?? []),
      html,
      body: pieces,
      hasCode: hasCode(html),
      contents: contentsOf(headings, minutes),
      references: byGroup(references),
      guid,
      image,
      preview: postPreview(place, image, sharing),
      trail: trailOf(place, sharing),
      newer: linkTo(plan.posts[index - 1], siteLanguage),
      older: linkTo(plan.posts[index + 1], siteLanguage),
      related: (related[index] ?? []).flatMap((other) =>
        suggestion(plan.posts[other], siteLanguage),
      ),
      original: originalAddress(place, plan),
    };
  });
}

/** What the posts are compared by, to suggest some of them to readers of others. */
export function comparables(
  { posts }: Plan,
  bodies: ReadonlyMap<string, Pick<Body, 'terms'>>,
): Comparable[] {
  return posts.map(({ entry, draft }) => {
    const { title, tags } = entry.fields;
    return { title, tags, terms: (bodies.get(entry.file) ?? NO_BODY).terms, draft };
  });
}

export function buildPages(plan: Plan, bodyOf: BodyOf): Page[] {
  return plan.pages.map((place) => {
    const { html, pieces, summary } = bodyOf(place);
    const { title } = place.entry.fields;
    return {
      ...place.address,
      title,
      draft: place.draft,
      description: summary,
      body: pieces,
      hasCode: hasCode(html),
    };
  });
}

function hasCode(html: string): boolean {
  return html.includes('<pre');
}

/** The files beside posts and pages that they use, each to be published beside its page. */
export function filesBeside(
  plan: Plan,
  bodyOf: (place: Addressed) => Pick<Body, 'files'>,
): Asset[] {
  const places: Addressed[] = [...plan.posts, ...plan.pages];
  return places.flatMap((place) => {
    const { entry, address } = place;
    const files = new Set([...bodyOf(place).files, ...localImage(entry)]);
    return [...files].map((file) => ({
      source: join(entry.folder, file),
      path: folderOf(address.path) + file,
    }));
  });
}

function byGroup(references: Body['references']): References[] {
  const groups = groupBy(references, ({ group }) => [group]);
  return [...groups].map(([name, items]) => ({ name, items }));
}

function linkTo(place: Addressed<PostEntry> | undefined, siteLanguage: string): Link | undefined {
  if (place === undefined) return undefined;
  const { entry, address } = place;
  const lang = langAttributes(entry.fields.language ?? siteLanguage, siteLanguage);
  return { text: entry.fields.title, url: address.url, lang };
}

function suggestion(place: Addressed<PostEntry> | undefined, siteLanguage: string): RelatedPost[] {
  const link = linkTo(place, siteLanguage);
  if (place === undefined || link === undefined) return [];
  return [{ ...link, published: place.entry.fields.publishDate }];
}

/** The first address that the post names, on the old blog. */
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

/** Shown only when it says something new. */
function updatedDate({ fields }: PostEntry): Post['updated'] {
  const { publishDate, updatedDate: updated } = fields;
  return updated !== undefined && isBefore(publishDate, updated) ? updated : undefined;
}

/** @param guids the ids so far, each with the file that has it */
function checkGuid(
  guid: string,
  { file }: PostEntry,
  guids: Map<string, string>,
  problems: Problems,
): void {
  const other = guids.get(guid);
  guids.set(guid, other ?? file);
  if (other === undefined) return;
  problems.error({
    file,
    field: 'guid',
    code: 'post-guid-duplicate',
    message: `The id ${JSON.stringify(guid)} is that of ${other} too, so readers of the feed would see only one of the two posts.`,
    hint: 'Give each post a `guid` of its own, or remove the line from the newer post.',
  });
}

/** An id of the old feed stays as it was; one that somebody writes may as well be what Atom asks for. RFC 4287, 4.2.6 */
function checkIsUri({ file, fields: { guid } }: PostEntry, problems: Problems): void {
  if (guid === undefined || URI.test(guid)) return;
  problems.warn({
    file,
    field: 'guid',
    code: 'post-guid-no-uri',
    message: `The id ${JSON.stringify(guid.slice(0, 80))} is no URI, as Atom asks of ids; feed readers take it, validators do not.`,
    hint: 'Remove the line, unless readers know the post by this id already.',
  });
}

/** RFC 3986, and RFC 3987 for other letters: a scheme, and nothing that must be encoded. */
const URI = /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu;

/** The file beside the post that `image` names, if it does. */
function localImage({ fields, files }: Addressed['entry']): string[] {
  const image = 'image' in fields ? fields.image : undefined;
  if (image === undefined || !isRelative(image)) return [];
  const { file } = resolveAttachment(image, files);
  return file === undefined ? [] : [file];
}

/** The absolute address of `image`; a file that is not there is an error. */
function previewImage(entry: PostEntry, canonical: string, problems: Problems): string | undefined {
  const { image } = entry.fields;
  if (image === undefined || /^https?:\/\//.test(image)) return image;
  const [file] = localImage(entry);
  if (file !== undefined) return folderOf(canonical) + encodePath(file);
  problems.error({
    file: entry.file,
    field: 'image',
    code: 'post-image-missing',
    message: `\`image\` names "${image}", but there is no such file beside the post.`,
    hint: 'Put the file there, or correct the name.',
  });
  return undefined;
}
