/** The readers of a site's posts and pages, which may be kept from one load to the next. */
import { DateReader } from '../dates.ts';
import { Store, type Home } from '../store.ts';
import type { PageFields } from './page-schema.ts';
import type { PostFields } from './post-schema.ts';
import {
  pageReader,
  postReader,
  type PageReader,
  type Parsed,
  type PostReader,
} from './read-markdown.ts';

export class Readers {
  readonly readPage: PageReader;
  readonly #home: Home | undefined;
  readonly #pages: Store<Parsed<PageFields>>;
  /** Like the readers. */
  readonly #posts = new Map<string, Store<Parsed<PostFields>>>();
  /** By time zone and language, in which the dates of posts are read. */
  readonly #postReaders = new Map<string, PostReader>();

  /** @param home where what they have read lasts from run to run */
  constructor(home?: Home) {
    this.#home = home;
    this.#pages = new Store('pages', home);
    this.readPage = pageReader(this.#pages);
  }

  postReader(timeZone: string, language: string): PostReader {
    const key = `${timeZone} ${language}`;
    const store = this.#posts.get(key) ?? new Store(`posts ${key}`, this.#home);
    this.#posts.set(key, store);
    const reader =
      this.#postReaders.get(key) ?? postReader(new DateReader(timeZone, language), store);
    this.#postReaders.set(key, reader);
    return reader;
  }

  /** What is to be saved when a whole site was read: texts that were not read this time are forgotten. */
  get stores(): readonly Pick<Store<unknown>, 'save'>[] {
    return [this.#pages, ...this.#posts.values()];
  }
}
