/** What a first reading of an export of Ghost finds out: settings, authors, tags, and how posts use them. */
import type * as z from 'zod';
import { jsonItems } from '../../source/json-items.ts';
import type { SourceFile } from '../../source/source.ts';
import {
  metaOfExport,
  metaRow,
  postAuthorRow,
  postRow,
  postTagRow,
  settingRow,
  tagRow,
  userRow,
  type MetaRow,
  type PostRow,
  type SettingName,
  type TagRow,
  type UserRow,
} from './rows.ts';

/** Exports of some versions have no `db`. */
const ROOTS = ['db/*/', ''];
const TABLES = [
  'posts',
  'posts_meta',
  'posts_tags',
  'posts_authors',
  'tags',
  'users',
  'settings',
] as const;

const PATHS: ReadonlySet<string> = new Set(
  ROOTS.flatMap((root) => [`${root}meta`, ...TABLES.map((table) => `${root}data/${table}/*`)]),
);
const POSTS: ReadonlySet<string> = new Set(ROOTS.map((root) => `${root}data/posts/*`));

export class GhostIndex {
  version = '';
  readonly settings = new Map<SettingName, string>();
  readonly #metas = new Map<string, MetaRow>();
  readonly #tags = new Map<string, TagRow>();
  readonly #users = new Map<string, UserRow>();
  readonly #postTags = new Map<string, Relation[]>();
  readonly #postAuthors = new Map<string, Relation[]>();
  readonly #usedTags = new Set<string>();
  readonly #usedUsers = new Set<string>();
  /** Number of own pictures by the host of their address. */
  readonly hosts = new Map<string, number>();
  isComplete = true;
  usesPlaceholder = false;

  add(path: string, value: unknown): void {
    const table = path.split('/').at(-2);
    if (path.endsWith('meta')) this.version ||= read(metaOfExport, value)?.version ?? '';
    else if (table === 'posts') this.#addPost(read(postRow, value));
    else if (table === 'posts_meta') keep(this.#metas, read(metaRow, value), 'post_id');
    else if (table === 'tags') keep(this.#tags, read(tagRow, value), 'id');
    else if (table === 'users') keep(this.#users, read(userRow, value), 'id');
    else if (table === 'posts_tags') {
      const row = read(postTagRow, value);
      if (row !== undefined) relate(this.#postTags, row.post_id, row.tag_id, row.sort_order);
    } else if (table === 'posts_authors') {
      const row = read(postAuthorRow, value);
      if (row !== undefined) relate(this.#postAuthors, row.post_id, row.author_id, row.sort_order);
    } else if (table === 'settings') {
      const row = read(settingRow, value);
      if (row !== undefined && row.value !== '') this.settings.set(row.key, row.value);
    }
  }

  #addPost(post: PostRow | undefined): void {
    if (post === undefined) return;
    const texts = [post.html, post.lexical, post.mobiledoc, post.markdown, post.feature_image];
    this.usesPlaceholder ||= texts.some((text) => text.includes('__GHOST_URL__'));
    for (const [, host = ''] of post.html.matchAll(OWN_PICTURE))
      this.hosts.set(host, (this.hosts.get(host) ?? 0) + 1);
    if (post.status !== 'published') return;
    this.#usedUsers.add(post.author_id || post.created_by);
    this.#posts.add(post.id);
  }

  /** Ids of published posts. */
  readonly #posts = new Set<string>();

  finish(): void {
    for (const id of this.#posts) {
      for (const { id: tag } of this.#postTags.get(id) ?? []) this.#usedTags.add(tag);
      for (const { id: user } of this.#postAuthors.get(id) ?? []) this.#usedUsers.add(user);
    }
    this.#posts.clear();
  }

  metaOf(post: PostRow): MetaRow | undefined {
    return this.#metas.get(post.id);
  }

  /** Public tags, the first one first. */
  tagsOf(post: PostRow): TagRow[] {
    return related(this.#postTags.get(post.id), this.#tags).filter(isPublicTag);
  }

  /** All of them, the first one first. */
  authorsOf(post: PostRow): UserRow[] {
    const authors = related(this.#postAuthors.get(post.id), this.#users);
    if (authors.length > 0) return authors;
    const author = this.#users.get(post.author_id) ?? this.#users.get(post.created_by);
    return author === undefined ? [] : [author];
  }

  usedTags(): TagRow[] {
    return [...this.#tags.values()].filter((tag) => this.#usedTags.has(tag.id) && isPublicTag(tag));
  }

  usedAuthors(): UserRow[] {
    return [...this.#users.values()].filter((user) => this.#usedUsers.has(user.id));
  }
}

/** Addresses of the blog's own pictures. */
const OWN_PICTURE = /https?:\/\/([\w.-]+(?::\d+)?)\/(?:[\w-]+\/){0,3}content\/images\//g;

/** Names that begin with `#` are for the owner. */
function isPublicTag({ name, visibility }: TagRow): boolean {
  return name !== '' && !name.startsWith('#') && visibility !== 'internal';
}

interface Relation {
  readonly id: string;
  readonly order: number;
}

function relate(relations: Map<string, Relation[]>, post: string, id: string, order: number): void {
  const known = relations.get(post);
  if (known === undefined) relations.set(post, [{ id, order }]);
  else known.push({ id, order });
}

function related<Row>(
  relations: readonly Relation[] | undefined,
  rows: ReadonlyMap<string, Row>,
): Row[] {
  return (relations ?? [])
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ id }) => rows.get(id) ?? []);
}

function read<Row>(schema: z.ZodType<Row>, value: unknown): Row | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

function keep<Key extends string, Row extends Readonly<Record<Key, string>>>(
  rows: Map<string, Row>,
  row: Row | undefined,
  key: Key,
): void {
  if (row !== undefined) rows.set(row[key], row);
}

/** @throws {SourceError} if the file cannot be read */
export async function indexGhost(file: SourceFile): Promise<GhostIndex> {
  const index = new GhostIndex();
  const reader = jsonItems(file, PATHS);
  for await (const { path, value } of reader.items) index.add(path, value);
  index.isComplete = reader.isComplete();
  index.finish();
  return index;
}

/** `undefined` for a row that cannot be read. */
export async function* postsIn(file: SourceFile): AsyncGenerator<PostRow | undefined> {
  for await (const { value } of jsonItems(file, POSTS).items) yield read(postRow, value);
}
