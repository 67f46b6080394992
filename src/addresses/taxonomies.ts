/** The taxonomies: tags, authors and series, whose terms have a page and feeds each. */
import type { Content, PostEntry, TermEntry } from '../content/entries.ts';
import type { FeedFormat, FeedSettings } from '../content/feeds-schema.ts';
import type { PostFields } from '../content/post-schema.ts';
import { groupBy } from '../lib/group-by.ts';
import { foldFile, portablePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { slugOfName, uniqueSlugs } from '../lib/slug.ts';
import type { Addresses, ListFeeds, PageAddress } from './address.ts';
import { byPublication, type PlannedPost } from './plan-entries.ts';
import type { LegacyAddress } from './redirect.ts';
import { legacyOf, type Described } from './term-redirects.ts';

/** A tag, an author or a series. */
export interface Term extends PageAddress {
  readonly name: string;
  readonly feeds: ListFeeds;
  /** Of its posts. */
  readonly count: number;
}

export interface Taxonomies {
  /** Sorted by slug. */
  readonly tags: readonly Term[];
  /** Sorted by slug. */
  readonly authors: readonly Term[];
  /** Sorted by slug. */
  readonly series: readonly Term[];
  /** Old addresses of all. */
  readonly legacy: readonly LegacyAddress[];
}

interface Kind {
  /** For messages. */
  readonly what: 'tag' | 'author' | 'series';
  /** Folder of its pages, and its name in the setting `feeds`. */
  readonly folder: keyof FeedSettings;
  /** Front matter field with the names. */
  readonly field: 'tags' | 'author' | 'series';
  readonly namesIn: (fields: PostFields) => readonly string[];
  /** Says where to write the slug of a name. */
  readonly hint: (name: string, slug: string) => string;
}

interface Placed extends Kind {
  /** Path of the folder. */
  readonly root: string;
  /** Of the feeds. */
  readonly formats: readonly FeedFormat[];
}

const TAGS: Kind = {
  what: 'tag',
  folder: 'tags',
  field: 'tags',
  namesIn: ({ tags }) => tags,
  hint: lineIn('tags.yaml'),
};

const AUTHORS: Kind = {
  what: 'author',
  folder: 'authors',
  field: 'author',
  namesIn: ({ author }) => author,
  hint: (name, slug) =>
    `Use one name in all posts, or add \`"slug": "${slug}"\`, or any other slug, to the file of ${JSON.stringify(name)} in \`content/authors\`.`,
};

const SERIES: Kind = {
  what: 'series',
  folder: 'series',
  field: 'series',
  namesIn: ({ series }) => (series === undefined ? [] : [series.name]),
  hint: lineIn('series.yaml'),
};

function lineIn(file: string): Kind['hint'] {
  return (name, slug) =>
    `Use one name in all posts, or write this line into \`content/${file}\`, with any other slug: ${JSON.stringify(name)}: { slug: ${slug} }`;
}

/**
 * Tags, authors and series of the posts, except anonymous authors.
 * @param home path of the home page
 */
export function planTaxonomies(
  planned: readonly PlannedPost[],
  { settings, ...content }: Content,
  addresses: Addresses,
  home: string,
  problems: Problems,
): Taxonomies {
  const below = (kind: Kind): Placed => {
    const { folder } = kind;
    return { ...kind, root: `${home}${folder}/`, formats: settings.feeds[folder] };
  };
  const [ofTag, ofAuthor, ofSeries] = [below(TAGS), below(AUTHORS), below(SERIES)];
  const posts = byPublication(planned);
  const names = usesOf(AUTHORS, posts);
  for (const name of settings.anonymousAuthors) names.delete(name);
  const authorEntries = content.authors.map(({ file, fields }) => ({
    ...{ name: fields.name, file, fields },
    prefix: '',
  }));
  const [tagEntries, seriesEntries] = [inFile(content.tags), inFile(content.series)];
  const authors = planTerms(ofAuthor, names, authorEntries, addresses, problems);
  const tags = planTerms(ofTag, usesOf(TAGS, posts), tagEntries, addresses, problems);
  const series = planTerms(ofSeries, usesOf(SERIES, posts), seriesEntries, addresses, problems);
  return {
    tags,
    authors,
    series,
    legacy: [
      ...legacyOf(ofTag.root, tags, tagEntries, addresses),
      ...legacyOf(ofAuthor.root, authors, authorEntries, addresses),
      ...legacyOf(ofSeries.root, series, seriesEntries, addresses),
    ],
  };
}

function inFile(entries: readonly TermEntry[]): Described[] {
  return entries.map((entry) => ({ ...entry, prefix: `${entry.path}.` }));
}

type Uses = ReadonlyMap<string, readonly PostEntry[]>;

/** The posts of each name, in the order of their publication. */
function usesOf({ namesIn }: Kind, posts: readonly PostEntry[]): Map<string, PostEntry[]> {
  return groupBy(posts, ({ fields }) => namesIn(fields));
}

function planTerms(
  kind: Placed,
  uses: Uses,
  described: readonly Described[],
  addresses: Addresses,
  problems: Problems,
): Term[] {
  const chosen = chosenSlugs(kind, described, problems);
  const slugs = uniqueSlugs(uses.keys(), chosen);
  reportShared(kind, slugs, uses, chosen, problems);
  return [...slugs]
    .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([name, slug]) => {
      const path = portablePath(`${kind.root}${slug}/`);
      const feeds = addresses.listFeedsBelow(path, kind.formats);
      return { name, ...addresses.of(path), feeds, count: uses.get(name)?.length ?? 0 };
    });
}

function chosenSlugs(
  { what }: Kind,
  described: readonly Described[],
  problems: Problems,
): Map<string, string> {
  const chosen = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { name, file, prefix, fields } of described) {
    const { slug } = fields;
    if (slug === undefined) continue;
    const other = owners.get(foldFile(slug));
    if (other === undefined) {
      owners.set(foldFile(slug), name);
      chosen.set(name, slug);
    } else
      problems.error({
        file,
        field: `${prefix}slug`,
        code: 'slug-duplicate',
        message: `The ${what} "${name}" has the slug "${slug}", which is also that of "${other}".`,
        hint: 'Choose another slug for one of the two.',
      });
  }
  return chosen;
}

/** Warns about names that cannot have the slug made from them, because another name has it. */
function reportShared(
  { what, root, field, hint }: Placed,
  slugs: ReadonlyMap<string, string>,
  uses: Uses,
  chosen: ReadonlyMap<string, string>,
  problems: Problems,
): void {
  const names = new Map([...slugs].map(([name, slug]) => [foldFile(slug), name]));
  for (const [name, slug] of slugs) {
    const plain = slugOfName(name);
    if (chosen.has(name) || slug === plain) continue;
    problems.warn({
      file: uses.get(name)?.[0]?.file ?? '',
      field,
      code: 'address-shared',
      message: `The ${what} "${name}" is at ${root}${slug}/, because "${names.get(plain)}" already has ${root}${plain}/.`,
      hint: hint(name, slug),
    });
  }
}
