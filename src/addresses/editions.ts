/** The editions of a site: home page, lists and feeds of the posts in each of its languages. */
import type { Content, PageEntry, PostEntry } from '../content/entries.ts';
import { editionLanguage } from '../lib/language/edition.ts';
import { Problems } from '../lib/problem.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';
import { fixedPages, type FixedPages } from './fixed-pages.ts';
import type { PlannedPost } from './plan-entries.ts';
import type { LegacyAddress } from './redirect.ts';
import { planTaxonomies, type Term } from './taxonomies.ts';

export interface PlannedEdition {
  /** BCP 47, as in `site.yaml`. */
  readonly language: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Path of the home page: `/` of the main edition, `/de/` of another. */
  readonly root: string;
  readonly fixed: FixedPages;
  /** Feeds of all posts of the edition. */
  readonly feeds: FeedAddresses;
  /** Newest first. */
  readonly posts: readonly PlannedPost[];
  readonly tags: readonly Term[];
  readonly authors: readonly Term[];
  readonly series: readonly Term[];
  /** The page that lists the series, if there are any. */
  readonly seriesIndex: readonly PageAddress[];
}

export interface PlannedEditions {
  /** In the language of the site, at its root. */
  readonly main: PlannedEdition;
  /** The main one, then the others that have posts, in the order of `site.yaml`. */
  readonly all: readonly PlannedEdition[];
  /** Old addresses of tags, authors and series. */
  readonly legacy: readonly LegacyAddress[];
  /** The language of the edition that a text belongs to once that edition has posts. */
  readonly languageFor: (entry: PostEntry | PageEntry) => string;
  /** The edition that a text belongs to; the main one if its own has no posts. */
  readonly editionOf: (entry: PostEntry | PageEntry) => PlannedEdition;
}

/** @param posts newest first */
export function planEditions(
  posts: readonly PlannedPost[],
  content: Content,
  addresses: Addresses,
  problems: Problems,
): PlannedEditions {
  const { settings } = content;
  const languageFor = ({ fields }: PostEntry | PageEntry) =>
    editionLanguage(fields.language, settings);
  const legacy: LegacyAddress[] = [];
  const plan = (
    name: Pick<PlannedEdition, 'language' | 'title' | 'description'>,
    root: string,
  ): PlannedEdition => {
    const own =
      settings.languages.length === 0
        ? posts
        : posts.filter(({ entry }) => languageFor(entry) === name.language);
    const found = new Problems();
    const terms = planTaxonomies(own, content, addresses, root, found);
    // Slugs are chosen once for all editions.
    const known = root !== '/';
    problems.add(found.all.filter(({ code }) => !known || code !== 'slug-duplicate'));
    // Of a term in several editions, the first one has the old address.
    legacy.push(...terms.legacy.filter((address) => !legacy.some(isSameField(address))));
    const { tags, authors, series } = terms;
    const seriesIndex = series.length === 0 ? [] : [addresses.of(`${root}series/`)];
    const fixed = fixedPages(addresses, root);
    const feeds = addresses.feedsBelow(root);
    return { ...name, root, fixed, feeds, posts: own, tags, authors, series, seriesIndex };
  };
  const { language, title, description } = settings;
  const main = plan({ language, title, description }, '/');
  const others = settings.languages
    .filter(({ tag }) => tag !== language)
    .filter(({ tag }) => posts.some(({ entry }) => languageFor(entry) === tag))
    .map((own) =>
      plan(
        {
          language: own.tag,
          title: own.title ?? title,
          description: own.description ?? description,
        },
        `/${own.tag.toLowerCase()}/`,
      ),
    );
  const all = [main, ...others];
  const editionOf = (entry: PostEntry | PageEntry) =>
    all.find((edition) => edition.language === languageFor(entry)) ?? main;
  return { main, all, legacy, languageFor, editionOf };
}

function isSameField({ written, owner }: LegacyAddress) {
  return (other: LegacyAddress): boolean =>
    other.written === written &&
    other.owner.file === owner.file &&
    other.owner.field === owner.field;
}
