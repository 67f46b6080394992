/** Suggestions for misspelt names. */
import { describe, expect, it } from 'vitest';
import { suggestName } from '../../src/lib/suggest-name.ts';

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

describe('suggestName', () => {
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
  ])('suggests for %s: %s', (name, meant) => {
    expect(suggestName(name, FIELDS)).toBe(meant);
  });

  it.each(['mood', 'layout', 'date', 'id', 'x', '', 'categories', 'draft'])(
    'suggests nothing for %j',
    (name) => {
      expect(suggestName(name, FIELDS)).toBeUndefined();
    },
  );

  it('suggests the closest of several names', () => {
    expect(suggestName('Rosa Lynd', ['Rosa Linde', 'Rosa Lind', 'Rose Lindt'])).toBe('Rosa Lind');
  });

  it('suggests nothing if no name is known', () => {
    expect(suggestName('Rosa', [])).toBeUndefined();
  });
});
