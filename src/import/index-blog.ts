/** The first reading of a blog: everything but the bodies. */
import { ownCopy } from '../lib/own-copy.ts';
import { oneLine } from '../lib/yaml-text.ts';
import { CommentStore } from './comment-store.ts';
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
  readonly omissions: readonly Omission[];
  readonly notices: readonly Notice[];
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
  /** By entry. */
  readonly #firstComments = new Map<string, Pick<Omission, 'what' | 'place'>>();
  readonly #commentIds = new Set<string>();
  readonly #authors = new Map<string, ImportedAuthor>();
  readonly #tags = new Map<string, ImportedTag>();
  readonly #usedAuthors = new Set<string>();
  readonly #usedTags = new Set<string>();
  readonly #redirects: ImportedRedirect[] = [];
  readonly #omissions: Omission[] = [];
  readonly #notices: Notice[] = [];

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
        return void this.#omissions.push(ownCopy(item));
      case 'notice':
        return void this.#notices.push(ownCopy(item));
    }
  }

  #addComment(comment: ImportedComment): void {
    if (this.#commentIds.has(comment.id)) return;
    const { html: _, ...head } = comment;
    const { id, entry, author, place } = ownCopy(head);
    this.#commentIds.add(id);
    this.comments.add(entry, comment);
    if (this.#firstComments.has(entry)) return;
    const what = `comment by ${author || 'an anonymous reader'}`;
    this.#firstComments.set(entry, { what, place });
  }

  #addEntry(entry: ImportedEntry): void {
    const { body: _, authors, tags, ...head } = entry;
    const { id, type, status, title, slug, published, legacyUrls, place } = ownCopy(head);
    if (status === 'trashed') {
      this.#trashed.add(id);
      this.#omissions.push({ reason: `${type}s in the trash`, what: title || id, place });
      return;
    }
    if (this.#entries.has(id)) {
      this.#omissions.push({ reason: 'second copies in the export', what: title || id, place });
      return;
    }
    this.#entries.set(id, { id, type, status, title, slug, published, legacyUrls, place });
    if (type === 'page') return;
    for (const name of names(authors)) addOnce(this.#usedAuthors, name);
    for (const name of names(tags)) addOnce(this.#usedTags, name);
  }

  finish(): BlogIndex {
    for (const [entry, count] of this.comments.counts()) {
      const first = this.#firstComments.get(entry);
      if (this.#entries.has(entry) || first === undefined) continue;
      const reason = this.#trashed.has(entry)
        ? 'comments on posts in the trash'
        : 'comments on posts that are not in the export';
      for (let number = 0; number < count; number++) this.#omissions.push({ ...first, reason });
    }
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

/** Names are mostly known. */
function addOnce(texts: Set<string>, text: string): void {
  if (!texts.has(text)) texts.add(ownCopy(text));
}

/** Keeps the first of a name. */
function addNamed<Item extends ImportedAuthor | ImportedTag>(
  items: Map<string, Item>,
  item: Item,
): void {
  const name = oneLine(item.name).normalize('NFC');
  if (name !== '' && !items.has(name)) items.set(name, { ...item, name });
}
