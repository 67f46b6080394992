/** Front matter of imported posts and pages. */
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { postSchema } from '../../../src/content/post-schema.ts';
import type { ImportedEntry } from '../../../src/import/model.ts';
import { frontMatter, type FrontMatterParts } from '../../../src/import/write/front-matter.ts';
import { DateReader } from '../../../src/lib/dates.ts';

const berlin = new DateReader('Europe/Berlin', 'en');

function entry(fields: Partial<ImportedEntry>): ImportedEntry {
  return {
    type: 'post',
    id: '1',
    place: { file: 'feed.atom', line: 7 },
    status: 'public',
    title: 'Roses',
    published: '2021-04-06T16:30:00Z',
    authors: [],
    tags: [],
    legacyUrls: [],
    body: { format: 'html', text: '' },
    ...fields,
  };
}

function write(
  fields: Partial<ImportedEntry>,
  parts: Partial<FrontMatterParts> = {},
  options = { keepsOffsets: false, dates: berlin },
) {
  const title = fields.title ?? 'Roses';
  return frontMatter(
    entry(fields),
    { title, legacyUrls: [], ...parts },
    { language: 'en', ...options },
  );
}

/** The fields as a build reads them. */
function read(text: string): Record<string, unknown> {
  const split = splitFrontMatter(`${text}\nBody\n`);
  if (!split.ok) throw new Error(split.error.message);
  return postSchema(berlin).parse(split.frontMatter);
}

it('writes what a person would write', () => {
  const { text, notices } = write(
    {
      updated: '2021-05-01T08:00:00.000Z',
      authors: ['Ada Example'],
      tags: ['herbs', 'C#', 'herbs'],
      description: 'About\nroses.',
      guid: 'tag:blogger.com,1999:blog-1.post-2',
      canonicalUrl: 'https://mag.example/roses',
      language: 'pt_br',
      pinned: true,
      cover: { url: 'https://x.example/a.jpg', alt: 'A rose: red' },
    },
    { legacyUrls: ['/2021/04/roses.html'], cover: 'a.jpg' },
  );
  expect(notices).toEqual([]);
  expect(text).toBe(`---
title: Roses
publishDate: 2021-04-06T18:30:00+02:00
updatedDate: 2021-05-01T10:00:00+02:00
author: Ada Example
description: About roses.
tags: [herbs, C#]
language: pt-BR
legacyUrl: /2021/04/roses.html
guid: tag:blogger.com,1999:blog-1.post-2
cover: ./a.jpg
coverAlt: 'A rose: red'
pinned: true
canonicalUrl: https://mag.example/roses
---
`);
});

describe('a title', () => {
  it.each([
    'Ten years: a look back',
    'Roses #2',
    `It's "quoted"`,
    '2024',
    'true',
    '- [a] {b}',
    '---',
    '@home & %garden',
    'How to write &amp; in HTML',
    '<stdin> & "x"',
    '*bold* | > `code`',
    '日本語\u00a0薔薇 😀',
    'a\\nb',
  ])('comes back as it was: %j', (title) => {
    expect(read(write({ title }).text)['title']).toBe(title);
  });
});

describe('dates', () => {
  it('keep the instant, in the zone of the blog', () => {
    expect(write({ published: '2021-01-31T23:30:00Z' }).text).toContain(
      'publishDate: 2021-02-01T00:30:00+01:00\n',
    );
    expect(write({ published: '2021-07-01T00:00:00-07:00' }).text).toContain(
      'publishDate: 2021-07-01T09:00:00+02:00\n',
    );
  });

  it('stay as exported if the zone is unknown', () => {
    const options = { keepsOffsets: true, dates: new DateReader('UTC', 'en') };
    expect(write({ published: '2021-07-01T08:00:00+08:00' }, {}, options).text).toContain(
      'publishDate: 2021-07-01T08:00:00+08:00\n',
    );
  });

  it('of updates are left out if they are not later', () => {
    for (const updated of ['2021-04-06T16:30:00Z', '2021-04-06T18:30:00+02:00', '2020-01-01'])
      expect(write({ updated }).text).not.toContain('updatedDate');
    expect(write({ published: '2021-04-06', updated: '2021-04-07' }).text).toContain(
      'publishDate: 2021-04-06\nupdatedDate: 2021-04-07\n',
    );
  });

  it('that a draft lacks have a placeholder, and a notice', () => {
    const { text, notices } = write({ status: 'draft', published: undefined });
    expect(text).toContain('publishDate: 2000-01-01\n');
    expect(text).toContain('published: false\n');
    expect(notices).toEqual([expect.stringContaining('It has no date')]);
    expect(write({ published: '0000-00-00', updated: '2021-05-01T08:00:00Z' }).text).toContain(
      'publishDate: 2021-05-01T10:00:00+02:00\n---',
    );
  });
});

it.each(['draft', 'scheduled', 'private', 'password', 'members', 'unknown'] as const)(
  'does not publish what was not public: %s',
  (status) => {
    expect(read(write({ status }).text)['published']).toBe(false);
    expect(write({ type: 'page', status }).text).toBe('---\ntitle: Roses\npublished: false\n---\n');
  },
);

it('leaves out what is not valid, with a notice', () => {
  const { text, notices } = write({ language: 'klingonese', canonicalUrl: 'javascript:alert(1)' });
  expect(text).toBe('---\ntitle: Roses\npublishDate: 2021-04-06T18:30:00+02:00\n---\n');
  expect(notices).toHaveLength(2);
});

describe('series', () => {
  it('have the number of the part, if there is one', () => {
    expect(write({ series: { names: ['Herbs'] } }).text).toContain('\nseries: Herbs\n');
    const { text } = write({ series: { names: ['Herbs'], part: 0 } });
    expect(read(text)['series']).toEqual({ name: 'Herbs', part: 0 });
  });

  it('after the first are named in a notice', () => {
    const { text, notices } = write({ series: { names: ['Herbs', 'Roses', 'Beds'] } });
    expect(text).toContain('\nseries: Herbs\n');
    expect(notices).toEqual(['It is in the series "Herbs" only, not also in "Roses", "Beds".']);
  });
});

it('shows a cover that stayed on the web in link previews', () => {
  const cover = { url: 'https://x.example/a.jpg', alt: 'A rose' };
  expect(write({ cover }, { cover: cover.url }).text).toContain(
    'image: https://x.example/a.jpg\nimageAlt: A rose\n',
  );
});
