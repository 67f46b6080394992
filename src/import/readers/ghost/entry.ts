/** A row of the table of posts as an entry. */
import { count } from '../../../lib/wording.ts';
import type { ImportedEntry, ImportedItem, Notice, Status } from '../../model.ts';
import { isoDate } from '../dates.ts';
import { plainText } from '../plain-text.ts';
import { oneLine } from '../text.ts';
import { ghostBody, type GhostBody } from './body.ts';
import type { GhostIndex } from './ghost-index.ts';
import type { Routes } from './routes.ts';
import type { MetaRow, PostRow } from './rows.ts';
import type { GhostSite } from './site.ts';

export interface EntryContext {
  readonly index: GhostIndex;
  readonly routes: Routes;
  readonly site: GhostSite;
  /** Path of the export. */
  readonly file: string;
}

const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['published', 'public'],
  ['draft', 'draft'],
  ['scheduled', 'scheduled'],
  // By mail, and on no page.
  ['sent', 'members'],
]);

/** @returns the entry, and what should be said about it */
export function entryItems(row: PostRow, context: EntryContext): ImportedItem[] {
  const { index, routes, site, file } = context;
  const post = site.complete(row);
  const meta = index.metaOf(post);
  const type = post.page || post.type === 'page' ? 'page' : 'post';
  const tags = index.tagsOf(post);
  const authors = index.authorsOf(post);
  const published = dateOf(post.published_at);
  const facts = { post, published, tags, authors };
  const path = type === 'page' ? `/${post.slug}/` : routes.ofPost(facts);
  const legacyUrls = path === undefined || post.slug === '' ? [] : [site.at(path)];
  const body = ghostBody(post);
  const image = post.feature_image || post.image;
  const caption = plainText(meta?.feature_image_caption ?? '');
  const alt = oneLine(meta?.feature_image_alt ?? '');
  const canonical = post.canonical_url;
  const place = { file };
  const entry: ImportedEntry = {
    type,
    id: post.id || post.uuid || post.slug,
    place,
    status: statusOf(post, meta),
    guid: isBefore(index.version, 1) ? post.uuid || undefined : post.id || undefined,
    title: oneLine(post.title),
    slug: post.slug || undefined,
    published,
    updated: dateOf(post.updated_at),
    authors: authors.map(({ name }) => oneLine(name)).filter((name) => name !== ''),
    tags: [...new Set(tags.map(({ name }) => oneLine(name)))],
    description:
      oneLine(post.custom_excerpt || meta?.meta_description || post.meta_description) || undefined,
    cover: image === '' ? undefined : { url: image, alt: alt || caption || undefined },
    legacyUrls,
    canonicalUrl: site.isElsewhere(canonical) ? canonical : undefined,
    language: languageOf(post),
    body: {
      format: body.format,
      text: body.text,
      base: site.url === '' ? undefined : new URL(legacyUrls[0] ?? '/', site.url).href,
    },
  };
  const items: ImportedItem[] = [entry, ...noticesOf(post, body, place)];
  if (image !== '' && caption !== '' && alt !== '' && alt !== caption)
    items.push({ type: 'left-out', place, reason: 'captions of covers', what: caption });
  return items;
}

function statusOf(post: PostRow, meta: MetaRow | undefined): Status {
  const status = STATUSES.get(post.status) ?? 'unknown';
  if (status !== 'public') return status;
  const isForAll = post.visibility === '' || post.visibility === 'public';
  return isForAll && meta?.email_only !== true ? 'public' : 'members';
}

/** Milliseconds before 1.0, later ISO 8601. */
export function dateOf(written: string): string | undefined {
  if (!/^\d{9,14}$/.test(written)) return isoDate(written);
  return `${new Date(Number(written)).toISOString().slice(0, 19)}Z`;
}

function languageOf({ locale, language }: PostRow): string | undefined {
  // Ghost wrote `en_US` to every post before 2.0.
  const tag = (locale || (language === 'en_US' ? '' : language)).replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}

/** @param version `0.9.0`, or `003` in the earliest exports */
function isBefore(version: string, major: number): boolean {
  return /^\d{3}$/.test(version) || (version !== '' && Number.parseInt(version, 10) < major);
}

function noticesOf(post: PostRow, body: GhostBody, place: Notice['place']): Notice[] {
  const { unknown, withheld } = body;
  const what = `"${oneLine(post.title) || post.slug}"`;
  const messages: string[] = [];
  if (unknown.size > 0)
    messages.push(
      `Cards of ${what} are not known, and left out: ${[...unknown].join(', ')}. Add by hand what readers miss.`,
    );
  if (withheld > 0)
    messages.push(
      `${count(withheld, 'part')} of ${what} ${withheld === 1 ? 'was' : 'were'} for members or in mails only, and left out. Add by hand what everyone may read.`,
    );
  if (post.codeinjection_head !== '' || post.codeinjection_foot !== '')
    messages.push(
      `Code that ${what} injects into its page is not imported. See whether readers miss what it did.`,
    );
  if (!STATUSES.has(post.status))
    messages.push(
      `The status "${post.status}" of ${what} is unknown, so this is not published. Publish it by hand if it was public.`,
    );
  return messages.map((message) => ({ type: 'notice', place, message }));
}
