/** Addresses of posts, tags and authors on a blog of Ghost. */
import { isObject } from '../../../lib/merge-json.ts';
import { dayIn } from '../../../lib/dates.ts';
import { parseYaml } from '../../../content/yaml.ts';
import type { PostRow, TagRow, UserRow } from './rows.ts';

export interface PostFacts {
  readonly post: PostRow;
  /** ISO 8601. */
  readonly published: string | undefined;
  readonly tags: readonly TagRow[];
  readonly authors: readonly UserRow[];
}

interface Collection {
  /** `/{year}/{slug}/`. */
  readonly permalink: string;
  /** `tag:news+featured:true`; '' takes all posts. */
  readonly filter: string;
}

/** As Ghost's own `routes.yaml`. https://ghost.org/docs/themes/routing/ */
const DEFAULT: Collection = { permalink: '/{slug}/', filter: '' };

export class Routes {
  readonly #collections: readonly Collection[];
  readonly #zone: string;
  readonly tag: string | undefined;
  readonly author: string | undefined;
  /** Filters that are not understood; posts may have other addresses because of them. */
  readonly unknown: readonly string[];

  /**
   * @param yaml text of `routes.yaml`; '' without one
   * @param permalinks setting of versions without it: `/:year/:month/:day/:slug/`
   * @param zone of the blog
   */
  constructor(yaml: string, permalinks: string, zone: string) {
    const parsed = yaml === '' ? undefined : parseYaml(yaml);
    const routes = parsed?.ok === true ? parsed.value : undefined;
    const old = permalinks.replace(/:(\w+)/g, '{$1}');
    const fallback = old.includes('{slug}') ? { permalink: old, filter: '' } : DEFAULT;
    const collections = collectionsIn(routes);
    this.#collections = collections.length > 0 ? collections : [fallback];
    this.#zone = zone;
    const taxonomies = valueOf(routes, 'taxonomies');
    this.tag = taxonomies === undefined ? '/tag/{slug}/' : textOf(taxonomies, 'tag');
    this.author = taxonomies === undefined ? '/author/{slug}/' : textOf(taxonomies, 'author');
    this.unknown = this.#collections
      .map(({ filter }) => filter)
      .filter((filter) => filter !== '' && conditionsIn(filter) === undefined);
  }

  /** Below the blog's address; `undefined` if no collection has the post. */
  ofPost(facts: PostFacts): string | undefined {
    const collection = this.#collections.find(({ filter }) => matches(filter, facts));
    return collection === undefined ? undefined : this.#fill(collection.permalink, facts);
  }

  #fill(permalink: string, { post, published, tags, authors }: PostFacts): string {
    const day = published === undefined ? '' : dayIn(this.#zone, Date.parse(published));
    const [year = '', month = '', date = ''] = day.split('-');
    const values = new Map([
      ['slug', post.slug],
      ['id', post.id],
      ['uuid', post.uuid],
      ['year', year],
      ['month', month],
      ['day', date],
      ['primary_tag', tags[0]?.slug ?? 'all'],
      ['primary_author', authors[0]?.slug ?? 'all'],
      ['author', authors[0]?.slug ?? 'all'],
    ]);
    return permalink.replace(/\{(\w+)\}/g, (part, name: string) => values.get(name) ?? part);
  }
}

function valueOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const text = valueOf(value, name);
  return typeof text === 'string' ? text : undefined;
}

function collectionsIn(routes: unknown): Collection[] {
  const collections = valueOf(routes, 'collections');
  if (!isObject(collections)) return [];
  return Object.values(collections).flatMap((collection) => {
    const permalink = textOf(collection, 'permalink');
    return permalink === undefined
      ? []
      : [{ permalink, filter: textOf(collection, 'filter') ?? '' }];
  });
}

interface Condition {
  readonly field: string;
  readonly isNegated: boolean;
  readonly values: readonly string[];
}

/** `a:b+c:[d,e]`, which is enough for nearly all blogs; `undefined` for anything else. */
function conditionsIn(filter: string): Condition[] | undefined {
  const conditions = filter.split('+').map((part): Condition | undefined => {
    const [, field = '', minus = '', several, one = ''] =
      /^\s*(tags?|primary_tag|authors?|primary_author|featured|visibility|slug):(-?)(?:\[([^\]]*)\]|'?([\w#-]+)'?)\s*$/.exec(
        part,
      ) ?? [];
    if (field === '') return undefined;
    const values = (several ?? one).split(',').map((value) => value.trim());
    return { field: field.replace(/s$/, ''), isNegated: minus === '-', values };
  });
  return conditions.every((condition) => condition !== undefined) ? conditions : undefined;
}

function matches(filter: string, facts: PostFacts): boolean {
  if (filter === '') return true;
  const conditions = conditionsIn(filter);
  return (
    conditions?.every(
      ({ field, values, isNegated }) =>
        valuesOf(field, facts).some((value) => values.includes(value)) !== isNegated,
    ) ?? false
  );
}

function valuesOf(field: string, { post, tags, authors }: PostFacts): string[] {
  if (field === 'tag') return tags.map(({ slug }) => slug);
  if (field === 'primary_tag') return tags.slice(0, 1).map(({ slug }) => slug);
  if (field === 'author') return authors.map(({ slug }) => slug);
  if (field === 'primary_author') return authors.slice(0, 1).map(({ slug }) => slug);
  if (field === 'featured') return [`${post.featured}`];
  if (field === 'visibility') return [post.visibility];
  return field === 'slug' ? [post.slug] : [];
}
