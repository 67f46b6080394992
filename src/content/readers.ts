/** The readers of a site's posts and pages, which may be kept from one load to the next. */
import { DateReader } from '../lib/dates.ts';
import { Store, type Home } from '../lib/store.ts';
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
  /** By time zone and language, in which the dates of posts are read. */
  readonly #posts = new Map<string, { store: Store<Parsed<PostFields>>; read: PostReader }>();

  /** @param home where what they have read lasts from run to run */
  constructor(home?: Home) {
    this.#home = home;
    this.#pages = new Store('pages', home);
    this.readPage = pageReader(this.#pages);
  }

  postReader(timeZone: string, language: string): PostReader {
    const key = `${timeZone} ${language}`;
    const known = this.#posts.get(key);
    if (known !== undefined) return known.read;
    const store = new Store<Parsed<PostFields>>(`posts ${key}`, this.#home);
    const read = postReader(new DateReader(timeZone, language), store);
    this.#posts.set(key, { store, read });
    return read;
  }

  /** What they have read, to be saved when a whole site was read. */
  get stores(): readonly Pick<Store<unknown>, 'save' | 'forget'>[] {
    return [this.#pages, ...[...this.#posts.values()].map(({ store }) => store)];
  }
}
