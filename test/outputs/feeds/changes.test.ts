/** A feed changes only with its posts. */
import { describe, expect, it } from 'vitest';
import { feedFiles } from '../../../src/outputs/feeds/feed-files.ts';
import { loadSite } from '../../../src/build/load-site.ts';
import { EVERY_FORMAT, FEED_FORMATS } from '../../support/feeds.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';

const ROSE = `---
title: Roses
publishDate: '2024-03-10'
author: Rosa
tags: [flowers]
---

Red.
`;
const BEAN = `---
title: Beans
publishDate: '2024-03-12'
author: Tomas
tags: [vegetables]
---

Green.
`;
const BEFORE = {
  'site.yaml': `title: Garden\nurl: https://garden.example/\n${EVERY_FORMAT}`,
  'posts/roses/index.md': ROSE,
  'posts/beans/index.md': BEAN,
};

/** Feeds of the site, a tag and an author. */
const WITH_ROSES = feedsOf('', 'authors/rosa/', 'tags/flowers/');

function feedsOf(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => FEED_FORMATS.map(({ file }) => `/${folder}${file}`))
    .toSorted();
}

/** Feeds by path. */
async function feedsWith(
  files: Readonly<Record<string, string>>,
  now = Date.UTC(2025, 0),
  drafts = false,
): Promise<Map<string, string>> {
  const site = await loadSite({
    contentDir: folderWith(files),
    publicDir: folderWith({}),
    drafts,
    now,
  });
  return new Map(Array.from(feedFiles(site), ({ path, content }) => [path, content]));
}

/** Paths of feeds that differ. */
function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).toSorted();
}

/** Dates of the last change in the feeds of the site. */
function lastChanges(feeds: Map<string, string>): number[] {
  return FEED_FORMATS.flatMap(({ file, read }) => {
    const date = read(required(feeds.get(`/${file}`))).changed;
    return date === undefined ? [] : Date.parse(date);
  });
}

describe('feeds', () => {
  it('do not change with time', async () => {
    const before = await feedsWith(BEFORE);
    const later = await feedsWith(BEFORE, Date.UTC(2026, 0));
    expect(before.size).toBe(3 * 5 + 2);
    expect(changed(before, later)).toEqual([]);
  });

  it('change only where they contain a new post', async () => {
    const before = await feedsWith(BEFORE);
    const added = ROSE.replace('Roses', 'Tulips').replace('2024-03-10', '2024-04-01');
    const after = await feedsWith({ ...BEFORE, 'posts/tulips/index.md': added });
    expect(changed(before, after)).toEqual(WITH_ROSES);
    expect(lastChanges(before)).toEqual([Date.UTC(2024, 2, 12), Date.UTC(2024, 2, 12)]);
    expect(lastChanges(after)).toEqual([Date.UTC(2024, 3, 1), Date.UTC(2024, 3, 1)]);
  });

  it('change only where they contain an edited post', async () => {
    const before = await feedsWith(BEFORE);
    const edited = ROSE.replace('author:', "updatedDate: '2024-05-01'\nauthor:");
    const after = await feedsWith({ ...BEFORE, 'posts/roses/index.md': edited });
    // RSS has no word for a change of a post, but one for that of the feed.
    expect(changed(before, after)).toEqual(WITH_ROSES);
    expect(lastChanges(after)).toEqual([Date.UTC(2024, 4, 1), Date.UTC(2024, 4, 1)]);
  });

  it('change only where they contained an unpublished post', async () => {
    const rosesTwice = {
      ...BEFORE,
      'posts/tulips/index.md': ROSE.replace('Roses', 'Tulips').replace('2024-03-10', '2024-04-01'),
    };
    const before = await feedsWith(rosesTwice);
    const after = await feedsWith({
      ...rosesTwice,
      'posts/tulips/index.md': rosesTwice['posts/tulips/index.md'].replace(
        'author:',
        'published: false\nauthor:',
      ),
    });
    expect(changed(before, after)).toEqual(WITH_ROSES);
    expect(lastChanges(after)).toEqual([Date.UTC(2024, 2, 12), Date.UTC(2024, 2, 12)]);
  });

  it('do not change with a post too old to be included', async () => {
    const small = { ...BEFORE, 'site.yaml': `${BEFORE['site.yaml']}feedSize: 1\n` };
    const before = await feedsWith(small);
    const edited = ROSE.replace('author:', "updatedDate: '2024-05-01'\nauthor:");
    const after = await feedsWith({ ...small, 'posts/roses/index.md': edited });
    expect(changed(before, after)).toEqual(feedsOf('authors/rosa/', 'tags/flowers/'));
  });

  it('never contain drafts or future posts', async () => {
    const files = {
      ...BEFORE,
      'posts/draft/index.md': ROSE.replace('author:', 'published: false\nauthor:'),
      'posts/later/index.md': ROSE.replace('2024-03-10', '2030-03-10'),
    };
    const now = Date.UTC(2025, 0);
    for (const drafts of [false, true])
      expect(changed(await feedsWith(BEFORE), await feedsWith(files, now, drafts))).toEqual([]);
  });

  it('name the blog as the author of posts without one', async () => {
    const feeds = await feedsWith({
      ...BEFORE,
      'posts/weeds/index.md': BEAN.replace('author: Tomas\n', '').replace('Beans', 'Weeds'),
    });
    const feed = required(feeds.get('/tags/vegetables/atom.xml'));
    expect(/<author><name>([^<]*)<\/name>/.exec(feed)?.[1]).toBe('Garden');
  });
});
