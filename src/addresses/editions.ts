/** The editions of a site: home page, lists and feeds of the posts in each of its languages. */
import type { Content, PageEntry, PostEntry } from '../content/entries.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { languageOf } from '../lib/language/tag.ts';
import { Problems } from '../lib/problem.ts';
import type { Addresses, FeedAddresses } from './address.ts';
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
}

export interface PlannedEditions {
  /** In the language of the site, at its root. */
  readonly main: PlannedEdition;
  /** The main one, then the others that have posts, in the order of `site.yaml`. */
  readonly all: readonly PlannedEdition[];
  /** Old addresses of tags and authors. */
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
  const legacy: LegacyAddress[] = [];
  const plan = (
    name: Pick<PlannedEdition, 'language' | 'title' | 'description'>,
    root: string,
  ): PlannedEdition => {
    const own =
      settings.languages.length === 0
        ? posts
        : posts.filter(({ entry }) => editionLanguage(entry, settings) === name.language);
    const found = new Problems();
    const terms = planTaxonomies(own, content, addresses, root, found);
    // Slugs are chosen once for all editions.
    const known = root !== '/';
    problems.add(found.all.filter(({ code }) => !known || code !== 'slug-duplicate'));
    // Of a term in several editions, the first one has the old address.
    legacy.push(...terms.legacy.filter((address) => !legacy.some(isSameField(address))));
    const { tags, authors } = terms;
    const fixed = fixedPages(addresses, root);
    const feeds = addresses.feedsBelow(root);
    return { ...name, root, fixed, feeds, posts: own, tags, authors };
  };
  const { language, title, description } = settings;
  const main = plan({ language, title, description }, '/');
  const others = settings.languages
    .filter(({ tag }) => tag !== language)
    .filter(({ tag }) => posts.some(({ entry }) => editionLanguage(entry, settings) === tag))
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
  const languageFor = (entry: PostEntry | PageEntry) => editionLanguage(entry, settings);
  const editionOf = (entry: PostEntry | PageEntry) =>
    all.find((edition) => edition.language === languageFor(entry)) ?? main;
  return { main, all, legacy, languageFor, editionOf };
}

/** Language of the edition that a text belongs to: its own, that of its region, or the main one. */
function editionLanguage(
  { fields: { language } }: PostEntry | PageEntry,
  { languages, language: main }: Pick<SiteSettings, 'languages' | 'language'>,
): string {
  if (language === undefined) return main;
  const tags = languages.map(({ tag }) => tag);
  return (
    tags.find((tag) => tag === language) ??
    tags.find((tag) => languageOf(tag) === languageOf(language)) ??
    main
  );
}

function isSameField({ written, owner }: LegacyAddress) {
  return (other: LegacyAddress): boolean =>
    other.written === written &&
    other.owner.file === owner.file &&
    other.owner.field === owner.field;
}
