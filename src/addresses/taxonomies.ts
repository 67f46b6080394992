/** The taxonomies: tags and authors, whose terms have a page and feeds each. */
import type { Content, PostEntry } from '../content/entries.ts';
import { foldFile, portablePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { slugOfName, uniqueSlugs } from '../lib/slug.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';
import { byPublication, type PlannedPost } from './plan-entries.ts';
import type { LegacyAddress } from './redirect.ts';

/** A tag or author. */
export interface Term extends PageAddress {
  readonly name: string;
  readonly feeds: FeedAddresses;
}

export interface Taxonomies {
  /** Sorted by slug. */
  readonly tags: readonly Term[];
  /** Sorted by slug. */
  readonly authors: readonly Term[];
  /** Old addresses of both. */
  readonly legacy: readonly LegacyAddress[];
}

/** What a file says about a term. */
interface Described {
  readonly name: string;
  readonly file: string;
  /** Path of its fields in the file: empty, or `C#.` */
  readonly prefix: string;
  readonly fields: { readonly slug?: string | undefined; readonly legacyUrl: readonly string[] };
}

interface Kind {
  /** For messages. */
  readonly what: 'tag' | 'author';
  readonly root: string;
  /** Front matter field with the names. */
  readonly field: 'tags' | 'author';
  /** Says where to write the slug of a name. */
  readonly hint: (name: string, slug: string) => string;
}

const TAGS: Kind = {
  what: 'tag',
  root: '/tags/',
  field: 'tags',
  hint: (name, slug) =>
    `Use one name in all posts, or write this line into \`content/tags.yaml\`, with any other slug: ${JSON.stringify(name)}: { slug: ${slug} }`,
};

const AUTHORS: Kind = {
  what: 'author',
  root: '/authors/',
  field: 'author',
  hint: (name, slug) =>
    `Use one name in all posts, or add \`"slug": "${slug}"\`, or any other slug, to the file of ${JSON.stringify(name)} in \`content/authors\`.`,
};

/**
 * Tags and authors of the posts, except anonymous authors.
 * @param home path of the home page
 */
export function planTaxonomies(
  planned: readonly PlannedPost[],
  { settings, ...content }: Content,
  addresses: Addresses,
  home: string,
  problems: Problems,
): Taxonomies {
  const [ofTag, ofAuthor] = [below(home, TAGS), below(home, AUTHORS)];
  const posts = byPublication(planned);
  const names = usesOf(AUTHORS, posts);
  for (const name of settings.anonymousAuthors) names.delete(name);
  const authorEntries = content.authors.map(({ file, fields }) => ({
    ...{ name: fields.name, file, fields },
    prefix: '',
  }));
  const tagEntries = content.tags.map((entry) => ({ ...entry, prefix: `${entry.path}.` }));
  const authors = planTerms(ofAuthor, names, authorEntries, addresses, problems);
  const tags = planTerms(ofTag, usesOf(TAGS, posts), tagEntries, addresses, problems);
  return {
    tags,
    authors,
    legacy: [
      ...legacyOf(ofTag, tags, tagEntries, addresses),
      ...legacyOf(ofAuthor, authors, authorEntries, addresses),
    ],
  };
}

function below(home: string, kind: Kind): Kind {
  return { ...kind, root: home + kind.root.slice(1) };
}

/** The first post of each name, in the order of their publication. */
function usesOf({ field }: Kind, posts: readonly PostEntry[]): Map<string, PostEntry> {
  const uses = new Map<string, PostEntry>();
  for (const post of posts)
    for (const name of post.fields[field]) if (!uses.has(name)) uses.set(name, post);
  return uses;
}

function planTerms(
  kind: Kind,
  uses: ReadonlyMap<string, PostEntry>,
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
      return { name, ...addresses.of(path), feeds: addresses.feedsBelow(path) };
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
  { what, root, field, hint }: Kind,
  slugs: ReadonlyMap<string, string>,
  uses: ReadonlyMap<string, PostEntry>,
  chosen: ReadonlyMap<string, string>,
  problems: Problems,
): void {
  const names = new Map([...slugs].map(([name, slug]) => [foldFile(slug), name]));
  for (const [name, slug] of slugs) {
    const plain = slugOfName(name);
    if (chosen.has(name) || slug === plain) continue;
    problems.warn({
      file: uses.get(name)?.file ?? '',
      field,
      code: 'address-shared',
      message: `The ${what} "${name}" is at ${root}${slug}/, because "${names.get(plain)}" already has ${root}${plain}/.`,
      hint: hint(name, slug),
    });
  }
}

/** Old addresses of pages, and for those among the present pages also of the feeds below. */
function legacyOf(
  { root }: Kind,
  terms: readonly Term[],
  described: readonly Described[],
  addresses: Addresses,
): LegacyAddress[] {
  const byName = new Map(terms.map((term) => [term.name, term]));
  return described.flatMap(({ name, file, prefix, fields }) => {
    const term = byName.get(name);
    if (term === undefined) return [];
    return fields.legacyUrl.flatMap((written, index): LegacyAddress[] => {
      const owner = { file, field: `${prefix}legacyUrl[${index}]` };
      const page: LegacyAddress = { written, to: term, title: name, kind: 'page', owner };
      if (!written.startsWith(root) || !written.endsWith('/')) return [page];
      const { rss, atom, json } = addresses.feedsBelow(written);
      const feeds = [
        { written: rss.path, to: term.feeds.rss },
        { written: atom.path, to: term.feeds.atom },
        { written: json.path, to: term.feeds.json },
      ];
      return [page, ...feeds.map((feed) => ({ ...page, ...feed, kind: 'feed' as const }))];
    });
  });
}
