/** Blogs in memory, as readers of exports give them. */
import { createHash } from 'node:crypto';
import type {
  Blog,
  BlogFacts,
  ImportedComment,
  ImportedEntry,
  ImportedItem,
} from '../../src/import/model.ts';
import type { MissingPicture, Pictures } from '../../src/import/pictures/pictures.ts';

export function memoryBlog(
  items: readonly ImportedItem[],
  {
    facts = {},
    ...more
  }: Partial<Omit<Blog, 'items' | 'facts'>> & {
    readonly facts?: Partial<BlogFacts>;
  } = {},
): Blog {
  return {
    ...more,
    facts: { hosts: ['garden.blogspot.com'], timeZone: 'Europe/Berlin', ...facts },
    async *items() {
      yield* items;
    },
  };
}

/** A post, unless the fields say otherwise. */
export function importedEntry({
  html = '<p>Red.</p>',
  ...fields
}: Partial<ImportedEntry> & { readonly html?: string } = {}): ImportedEntry {
  const slug = fields.slug ?? 'roses';
  return {
    type: 'post',
    id: slug,
    place: { file: 'feed.atom', line: 1 },
    status: 'public',
    title: 'Roses',
    slug,
    published: '2011-05-06T10:00:00Z',
    authors: [],
    tags: [],
    legacyUrls: [`/2011/05/${slug}.html`],
    body: { format: 'html', text: html },
    ...fields,
  };
}

export function importedComment(fields: Partial<ImportedComment> = {}): ImportedComment {
  const id = fields.id ?? '1';
  return {
    type: 'comment',
    id,
    place: { file: 'feed.atom', line: 2 },
    entry: 'roses',
    anchor: `c${id}`,
    author: 'Ada',
    published: '2011-05-07T10:00:00Z',
    html: 'Lovely.',
    ...fields,
  };
}

/** Finds the pictures whose file name is given; all others are missing. */
export function memoryPictures(
  files: Readonly<Record<string, string>> = {},
): Pick<Pictures, 'obtain' | 'missing'> {
  const missing: MissingPicture[] = [];
  return {
    missing,
    async obtain(uses, entry) {
      return new Map(
        uses.flatMap(({ src }) => {
          const name = src.slice(src.lastIndexOf('/') + 1);
          const text = Object.hasOwn(files, name) ? files[name] : undefined;
          if (text === undefined) {
            missing.push({ url: src, reason: 'it is not there', entry });
            return [];
          }
          const bytes = Buffer.from(text);
          const hash = createHash('sha256').update(bytes).digest('hex');
          return [[src, { name, bytes, hash }]];
        }),
      );
    },
  };
}
