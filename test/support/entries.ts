/** Makes entries like those read from a content folder. */
import type { PostEntry } from '../../src/content/entries.ts';
import type { PostFields } from '../../src/content/post-schema.ts';
import { DateReader } from '../../src/lib/dates.ts';

const dates = new DateReader('UTC', 'en');

/** A valid post; `publishDate` is text here. */
export function postEntry({
  slug = 'hello',
  publishDate = '2024-03-10',
  ...fields
}: Omit<Partial<PostFields>, 'publishDate'> & {
  readonly publishDate?: string;
} = {}): PostEntry {
  const parsed = dates.read(publishDate);
  if (!parsed.ok) throw new Error(parsed.reason);
  return {
    file: `posts/${slug}/index.md`,
    folder: `content/posts/${slug}`,
    files: [],
    slug,
    textHash: 'of Words.',
    fields: {
      title: 'Hello',
      publishDate: parsed.date,
      updatedDate: undefined,
      author: [],
      description: undefined,
      tags: [],
      published: true,
      comments: true,
      mastodon: undefined,
      legacyUrl: [],
      slug: undefined,
      guid: undefined,
      image: undefined,
      imageAlt: undefined,
      pinned: false,
      series: undefined,
      cover: undefined,
      coverAlt: undefined,
      toc: true,
      canonicalUrl: undefined,
      ...fields,
    },
  };
}
