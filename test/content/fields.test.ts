/** Front-matter field types. */
import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../src/content/page-schema.ts';
import { postSchema } from '../../src/content/post-schema.ts';
import { DateReader } from '../../src/lib/dates.ts';

const WRITTEN = {
  title: ' Q&amp;A ',
  publishDate: '2024-03-10',
  author: 'A &amp; B',
  tags: ['q&amp;a'],
  legacyUrl: '/a&amp;b.html',
};

describe('HTML entities', () => {
  it('are decoded in titles only', () => {
    expect(postSchema(new DateReader('UTC', 'en')).parse(WRITTEN)).toMatchObject({
      title: 'Q&A',
      author: ['A &amp; B'],
      tags: ['q&amp;a'],
      legacyUrl: ['/a&amp;b.html'],
    });
    expect(pageSchema.parse(WRITTEN)).toMatchObject({
      title: 'Q&A',
      legacyUrl: ['/a&amp;b.html'],
    });
  });

  it('that decode to whitespace do not make a title', () => {
    expect(pageSchema.safeParse({ title: '&#32;' }).success).toBe(false);
  });
});
