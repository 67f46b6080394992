/** Authors at the end of a post. */
import { describe, expect, it } from 'vitest';
import { authorSchema } from '../../src/content/author-schema.ts';
import { writers } from '../../src/site/writers.ts';

function entry(fields: object) {
  return { file: 'authors/a.json', folder: 'authors', fields: authorSchema.parse(fields) };
}

function author(name: string) {
  const url = `/authors/${name.toLowerCase()}/`;
  return { name, url, canonical: `https://example.org${url}` };
}

const writersOf = writers(
  [
    entry({ name: 'Rosa', bio: 'Grows beans.', avatar: './rosa.png' }),
    entry({ name: 'Emil', avatar: 'https://example.com/emil.png', bio: '' }),
  ],
  (src) => ({ sources: [], attributes: { src } }),
);

describe('the authors at the end of a post', () => {
  it('are all of them, with what is known of each', () => {
    const shown = writersOf([author('Emil'), author('Rosa'), author('Ada')]);
    expect(
      shown.map(({ name, bio, portrait }) => [name, bio, portrait?.attributes['src']]),
    ).toEqual([
      ['Emil', undefined, undefined],
      ['Rosa', 'Grows beans.', '/authors/rosa/rosa.png'],
      ['Ada', undefined, undefined],
    ]);
  });

  it('are left out if their names are all that is known', () => {
    expect(writersOf([author('Emil'), author('Ada')])).toEqual([]);
  });
});
