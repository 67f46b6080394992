/** The home page and its further pages. */
import type { Addresses } from '../addresses/address.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { itemsOnPage, listPaths } from '../lib/list-pages.ts';
import { inYears } from './archives.ts';
import type { PictureFor } from './list-pictures.ts';
import type { Author, HomePage, LeadPost, PostSummary, Words } from './model.ts';
import { paginate } from './pagination.ts';

export interface HomeParts {
  /** Newest first. */
  readonly posts: readonly PostSummary[];
  readonly authors: readonly Author[];
  readonly settings: Pick<SiteSettings, 'pageSize' | 'home' | 'cover'>;
  readonly pictureFor: PictureFor;
  readonly words: Words;
  readonly addresses: Addresses;
  /** Path of the first page. */
  readonly root: string;
}

/** Pages of posts, those pinned first; a single empty page if there are no posts. */
export function buildHomePages(parts: HomeParts): HomePage[] {
  const { posts, settings, pictureFor, words, addresses, root } = parts;
  const { pageSize: size, home } = settings;
  const listed = posts.toSorted((a, b) => Number(b.pinned) - Number(a.pinned));
  const place = home === 'cards' ? 'card' : 'thumbnail';
  return paginate(listPaths(root, posts.length, size), words, addresses).map((page) => {
    const { number } = page;
    const shown = itemsOnPage(listed, number, size);
    const [first] = shown;
    return {
      ...page,
      posts: shown.map((post) => ({
        picture: home === 'list' ? undefined : pictureFor(post.path, place),
        ...post,
      })),
      lead:
        home === 'lead' && number === 1 && first !== undefined ? leadOf(first, parts) : undefined,
      years: home === 'list' ? inYears(shown, words, addresses, root) : [],
    };
  });
}

/** Its picture would compete with the cover of the site. */
function leadOf(post: PostSummary, { authors, pictureFor, settings }: HomeParts): LeadPost {
  const urls = new Set(post.authors.map(({ url }) => url));
  return {
    post,
    picture: settings.cover === undefined ? pictureFor(post.path, 'lead') : undefined,
    portraits: authors.flatMap(({ url, portrait }) =>
      portrait !== undefined && urls.has(url) ? [portrait] : [],
    ),
  };
}
