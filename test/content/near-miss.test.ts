/** The name that a writer probably meant. */
import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/content/near-miss.ts';

const FIELDS = [
  'title',
  'publishDate',
  'updatedDate',
  'author',
  'tags',
  'legacyUrl',
  'slug',
  'guid',
];

describe('nearestName', () => {
  it.each([
    ['titel', 'title'],
    ['tilte', 'title'],
    ['Title', 'title'],
    ['publishdate', 'publishDate'],
    ['publish_date', 'publishDate'],
    ['publish-date', 'publishDate'],
    ['publishedDate', 'publishDate'],
    ['autor', 'author'],
    ['authors', 'author'],
    ['tag', 'tags'],
    ['legacyURL', 'legacyUrl'],
    ['legacy url', 'legacyUrl'],
    ['sulg', 'slug'],
  ])('%s was meant to be %s', (name, meant) => {
    expect(nearestName(name, FIELDS)).toBe(meant);
  });

  it.each(['mood', 'layout', 'date', 'id', 'x', '', 'categories', 'draft'])(
    '%j means something else',
    (name) => {
      expect(nearestName(name, FIELDS)).toBeUndefined();
    },
  );

  it('takes the nearest of several', () => {
    expect(nearestName('Rosa Lynd', ['Rosa Linde', 'Rosa Lind', 'Rose Lindt'])).toBe('Rosa Lind');
  });

  it('knows nobody when nobody is known', () => {
    expect(nearestName('Rosa', [])).toBeUndefined();
  });
});
