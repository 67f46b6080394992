/** The readers of a site's posts and pages, which may be kept from one load to the next. */
import { DateReader } from '../dates.ts';
import { pageReader, postReader, type PostReader } from './read-markdown.ts';

export class Readers {
  readonly readPage = pageReader();
  /** By time zone and language, in which the dates of posts are read. */
  readonly #postReaders = new Map<string, PostReader>();

  postReader(timeZone: string, language: string): PostReader {
    const key = `${timeZone} ${language}`;
    const reader = this.#postReaders.get(key) ?? postReader(new DateReader(timeZone, language));
    this.#postReaders.set(key, reader);
    return reader;
  }
}
