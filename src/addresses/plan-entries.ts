/** Selects the posts and pages to publish and assigns their URLs. */
import type { Content, PageEntry, PostEntry } from '../content/entries.ts';
import type { AddedPage } from './added-page.ts';
import { portablePath } from '../lib/paths.ts';
import type { Addresses, PageAddress } from './address.ts';
import type { FixedPages } from './fixed-pages.ts';
import { permalink } from './permalinks.ts';
import type { Addressed } from './redirect.ts';

/** A post or page to publish. */
export interface Planned<Entry extends PostEntry | PageEntry> extends Addressed<Entry> {
  /** True for entries that only `--drafts` shows. */
  readonly draft: boolean;
}

export interface PlannedPost extends Planned<PostEntry> {
  /** Social card. */
  readonly card: PageAddress;
}

export interface PlanOptions {
  readonly drafts: boolean;
  /** Milliseconds since 1970 UTC. Posts dated later are scheduled. */
  readonly now: number;
  /** Pages of templates that the owner has added. */
  readonly addedPages?: readonly AddedPage[];
  /** Paths that the site answered before this build; default: none. */
  readonly earlier?: ReadonlySet<string>;
}

/** The entries to publish, and the others. */
export interface Selection<Place> {
  readonly published: readonly Place[];
  readonly unpublished: readonly Place[];
}

function select<Place extends { readonly draft: boolean }>(
  places: readonly Place[],
  drafts: boolean,
): Selection<Place> {
  return {
    published: places.filter(({ draft }) => drafts || !draft),
    unpublished: places.filter(({ draft }) => !drafts && draft),
  };
}

/** Posts, newest first. */
export function planPosts(
  { posts, settings }: Content,
  { drafts, now }: PlanOptions,
  addresses: Addresses,
): Selection<PlannedPost> {
  const places = posts
    .map((entry) => {
      const path = portablePath(permalink(settings.permalink, entry));
      const { published, publishDate, cover } = entry.fields;
      return {
        entry,
        address: addresses.of(path),
        card: addresses.of(portablePath(cardPath(path, cover !== undefined))),
        draft: !published || publishDate.instant > now,
      };
    })
    .toSorted(byDate);
  return select(places, drafts);
}

export interface PlannedPages {
  readonly pages: readonly Planned<PageEntry>[];
  /** `pages/index.md` and, for another language, `pages/de/index.md`: shown on the home pages. */
  readonly introductions: readonly Planned<PageEntry>[];
  /** `pages/404.md`, shown on the error page. */
  readonly notFound: Planned<PageEntry> | undefined;
  readonly unpublished: readonly Planned<PageEntry>[];
}

export function planPages(
  { pages }: Content,
  { drafts }: PlanOptions,
  fixed: Pick<FixedPages, 'home' | 'notFound'>,
  homes: readonly PageAddress[],
  addresses: Addresses,
): PlannedPages {
  const places = pages.map((entry) => ({
    entry,
    address: pageAddress(entry, fixed, addresses),
    draft: !entry.fields.published,
  }));
  const { published, unpublished } = select(places, drafts);
  const at = ({ path }: PageAddress) => published.find(({ address }) => address.path === path);
  const introductions = homes.flatMap((home) => at(home) ?? []);
  const notFound = at(fixed.notFound);
  return {
    pages: published.filter((page) => page !== notFound && !introductions.includes(page)),
    introductions,
    notFound,
    unpublished,
  };
}

/** `projects/index.md` is at `/projects/`. */
function pageAddress(
  { slug }: PageEntry,
  fixed: Pick<FixedPages, 'home' | 'notFound'>,
  addresses: Addresses,
): PageAddress {
  if (slug === 'index') return fixed.home;
  if (slug === '404') return fixed.notFound;
  return addresses.of(portablePath(`/${slug.replace(/\/index$/, '')}/`));
}

/** Newest first, then by slug, so that the order never depends on file system, locale or clock. */
export function byDate(a: { entry: PostEntry }, b: { entry: PostEntry }): number {
  return (
    b.entry.fields.publishDate.instant - a.entry.fields.publishDate.instant ||
    (a.entry.slug < b.entry.slug ? -1 : 1)
  );
}

/** Oldest first, then by slug; drafts last, so that they do not change the order of the others. */
export function byPublication(posts: readonly PlannedPost[]): PostEntry[] {
  return posts
    .toSorted((a, b) => {
      const [one, other] = [a.entry, b.entry];
      return (
        Number(a.draft) - Number(b.draft) ||
        one.fields.publishDate.instant - other.fields.publishDate.instant ||
        (one.slug < other.slug ? -1 : 1)
      );
    })
    .map(({ entry }) => entry);
}

/** `/cards/2021/04/hello.png` for a post at `/2021/04/hello/`; photos are smaller as JPEG. */
function cardPath(path: string, hasCover: boolean): string {
  return `/cards${path.replace(/\/$/, '')}.${hasCover ? 'jpg' : 'png'}`;
}
