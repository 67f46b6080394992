/** The first reading of a blog: everything but the bodies. */
import { ownCopy, ownText } from '../lib/own-copy.ts';
import { oneLine } from '../lib/yaml-text.ts';
import { CommentStore } from './comment-store.ts';
import { DiskList, type Listed } from '../lib/disk-list.ts';
import type {
  Blog,
  ImportedAuthor,
  ImportedComment,
  ImportedEntry,
  ImportedItem,
  ImportedRedirect,
  ImportedTag,
  Notice,
  Place,
} from './model.ts';
import type { Nameable } from './write/names.ts';
import { names } from './write/front-matter.ts';

/** An entry without its body. */
export interface IndexedEntry extends Nameable {
  readonly place: Place;
}

/** Something that is not imported, with what a person would recognise. */
export interface Omission {
  readonly reason: string;
  readonly what: string;
  readonly place: Place;
  /** Whether readers lose nothing that they can see; the summary only counts these. */
  readonly isMinor?: boolean;
}

/** Close it at the end. */
export interface BlogIndex {
  /** In the order of the export; without those that were trashed. */
  readonly entries: readonly IndexedEntry[];
  readonly comments: CommentStore;
  /** Each name once. */
  readonly authors: ReadonlyMap<string, ImportedAuthor>;
  /** Tags of posts in the order of their first use, with what the export says about them. */
  readonly tags: ReadonlyMap<string, ImportedTag>;
  readonly redirects: readonly ImportedRedirect[];
  readonly omissions: Listed<Omission>;
  readonly notices: Listed<Notice>;
}

/** @throws {SourceError} */
export async function indexBlog(blog: Blog): Promise<BlogIndex> {
  const builder = new IndexBuilder();
  try {
    for await (const item of blog.items()) builder.add(item);
    return builder.finish();
  } catch (error) {
    builder.comments.close();
    throw error;
  }
}

class IndexBuilder {
  readonly comments = new CommentStore();
  readonly #entries = new Map<string, IndexedEntry>();
  readonly #trashed = new Set<string>();
  readonly #commentIds = new Set<string>();
  readonly #authors = new Map<string, ImportedAuthor>();
  readonly #tags = new Map<string, ImportedTag>();
  readonly #usedAuthors = new Set<string>();
  readonly #usedTags = new Set<string>();
  readonly #redirects: ImportedRedirect[] = [];
  readonly #omissions = new DiskList<Omission>();
  readonly #notices = new DiskList<Notice>();

  add(item: ImportedItem): void {
    switch (item.type) {
      case 'post':
      case 'page':
        return this.#addEntry(item);
      case 'comment':
        return this.#addComment(item);
      case 'author':
        return addNamed(this.#authors, ownCopy(item));
      case 'tag':
        return addNamed(this.#tags, ownCopy(item));
      case 'redirect':
        return void this.#redirects.push(ownCopy(item));
      case 'left-out':
        return void this.#omissions.add(item);
      case 'notice':
        return void this.#notices.add(item);
    }
  }

  #addComment(comment: ImportedComment): void {
    if (this.#commentIds.has(comment.id)) return;
    this.#commentIds.add(ownText(comment.id));
    const entry = this.#entries.get(comment.entry)?.id ?? ownText(comment.entry);
    this.comments.add(entry, comment);
  }

  #addEntry(entry: ImportedEntry): void {
    const own = indexed(entry);
    const { id, type, status, title, place } = own;
    const what = title || id;
    if (status === 'trashed') {
      this.#trashed.add(id);
      this.#omissions.add({ reason: `${type}s in the trash`, what, place });
    } else if (this.#entries.has(id)) {
      this.#omissions.add({ reason: 'second copies in the export', what, place });
    } else {
      this.#entries.set(id, own);
      if (type === 'page') return;
      for (const name of names(entry.authors)) addOnce(this.#usedAuthors, name);
      for (const name of names(entry.tags)) addOnce(this.#usedTags, name);
    }
  }

  /** The comments on an entry that is not imported. */
  #leaveOut(entry: string): void {
    const reason = this.#trashed.has(entry)
      ? 'comments on posts in the trash'
      : 'comments on posts that are not in the export';
    for (const { author, place } of this.comments.of(entry)) {
      const what = `comment by ${author || 'an anonymous reader'}`;
      this.#omissions.add({ reason, what, place });
    }
  }

  finish(): BlogIndex {
    for (const entry of this.comments.entries())
      if (!this.#entries.has(entry)) this.#leaveOut(entry);
    return {
      entries: [...this.#entries.values()],
      comments: this.comments,
      authors: new Map(
        [...this.#usedAuthors].map((name) => [
          name,
          this.#authors.get(name) ?? { type: 'author', name, legacyUrls: [] },
        ]),
      ),
      tags: new Map(
        [...this.#usedTags].map((name) => [
          name,
          this.#tags.get(name) ?? { type: 'tag', name, legacyUrls: [] },
        ]),
      ),
      redirects: this.#redirects,
      omissions: this.#omissions,
      notices: this.#notices,
    };
  }
}

/** Keeps nothing of the body in memory. */
function indexed(entry: ImportedEntry): IndexedEntry {
  const { type, status, slug, published, legacyUrls, place } = entry;
  return {
    ...{ id: ownText(entry.id), type, status, title: ownText(entry.title), place },
    slug: slug && ownText(slug),
    published: published && ownText(published),
    legacyUrls: legacyUrls.map(ownText),
  };
}

/** Names are mostly known already. */
function addOnce(texts: Set<string>, text: string): void {
  if (!texts.has(text)) texts.add(ownText(text));
}

/** Keeps the first of a name. */
function addNamed<Item extends ImportedAuthor | ImportedTag>(
  items: Map<string, Item>,
  item: Item,
): void {
  const name = oneLine(item.name).normalize('NFC');
  if (name !== '' && !items.has(name)) items.set(name, { ...item, name });
}
