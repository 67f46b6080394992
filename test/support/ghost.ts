/** Builds exports of Ghost. */
import type { Blog } from '../../src/import/model.ts';
import { reader } from '../../src/import/readers/ghost/ghost.ts';
import { memorySource } from './memory-source.ts';
import { entriesIn, readItems } from './wxr.ts';

type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

export const SECRET = 'never-to-be-kept';

/** As Ghost 6 writes it. `posts` may lack fields. */
export function ghostExport(tables: Tables, version = '6.10.0'): string {
  const data = {
    benefits: [],
    posts: [],
    users: [
      {
        id: 'u1',
        name: 'Rosa',
        slug: 'rosa',
        password: `$2a$10$${SECRET}`,
        email: `${SECRET}@mail.example`,
        profile_image: '__GHOST_URL__/content/images/2020/05/rosa.jpg',
        bio: 'Grows\nroses.',
        website: 'https://rosa.example',
      },
    ],
    settings: [
      { key: 'title', value: 'Garden' },
      { key: 'description', value: 'Notes' },
      { key: 'locale', value: 'en' },
      { key: 'timezone', value: 'Europe/Berlin' },
      { key: 'stripe_secret_key', value: SECRET },
    ],
    members: [{ id: 'm', email: `${SECRET}@mail.example` }],
    ...tables,
  };
  return JSON.stringify({ db: [{ meta: { exported_on: 1_588_334_400_000, version }, data }] });
}

export function ghostPost(fields: Row = {}): Row {
  return {
    id: '5eab1',
    uuid: 'c0ffee',
    title: 'Roses',
    slug: 'roses',
    html: '<p>Words.</p>',
    type: 'post',
    status: 'published',
    visibility: 'public',
    published_at: '2020-05-01T10:00:00.000Z',
    updated_at: '2020-05-02T10:00:00.000Z',
    author_id: 'u1',
    ...fields,
  };
}

/** @param files texts by path; one text alone is `garden.json` */
export async function openGhost(
  files: string | Readonly<Record<string, string>>,
  url?: string,
): Promise<Blog> {
  const source = memorySource(typeof files === 'string' ? { 'garden.json': files } : files);
  const [found] = await reader.find(source, {
    url,
    fetch: () => Promise.reject(new Error('nothing is fetched')),
  });
  if (found === undefined) throw new Error('no blog was found');
  return found.open();
}

export async function readGhost(files: string | Readonly<Record<string, string>>, url?: string) {
  return readItems(await openGhost(files, url));
}

/** The entry of an export with one post. */
export async function readGhostPost(fields: Row, tables: Tables = {}, version?: string) {
  const text = ghostExport({ posts: [ghostPost(fields)], ...tables }, version);
  const [entry] = entriesIn(await readGhost(text, 'https://garden.example'));
  if (entry === undefined) throw new Error('there is no entry');
  return entry;
}
