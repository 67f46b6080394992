/** A feed changes with the posts that it holds, and with nothing else. */
import { describe, expect, it } from 'vitest';
import { feedFiles } from '../../../src/outputs/feeds/feed-files.ts';
import { loadSite } from '../../../src/build/load-site.ts';
import { FEED_FORMATS } from '../../support/feeds.ts';
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
  'site.yaml': 'title: Garden\nurl: https://garden.example/\n',
  'posts/roses/index.md': ROSE,
  'posts/beans/index.md': BEAN,
};

/** The feeds of all posts, of a tag and of an author. */
const WITH_ROSES = feedsOf('', 'authors/rosa/', 'tags/flowers/');

function feedsOf(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => FEED_FORMATS.map(({ file }) => `/${folder}${file}`))
    .toSorted();
}

/** Every feed by its path. */
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

/** Paths of the feeds that are not the same in both. */
function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).toSorted();
}

/** When the feeds of all posts say that they changed. */
function lastChanges(feeds: Map<string, string>): number[] {
  return FEED_FORMATS.flatMap(({ file, read }) => {
    const date = read(required(feeds.get(`/${file}`))).changed;
    return date === undefined ? [] : Date.parse(date);
  });
}

describe('feeds', () => {
  it('are the same a year later', async () => {
    const before = await feedsWith(BEFORE);
    const later = await feedsWith(BEFORE, Date.UTC(2026, 0));
    expect(before.size).toBe(3 * 5 + 2);
    expect(changed(before, later)).toEqual([]);
  });

  it('of a new post change, and those of others do not', async () => {
    const before = await feedsWith(BEFORE);
    const added = ROSE.replace('Roses', 'Tulips').replace('2024-03-10', '2024-04-01');
    const after = await feedsWith({ ...BEFORE, 'posts/tulips/index.md': added });
    expect(changed(before, after)).toEqual(WITH_ROSES);
    expect(lastChanges(before)).toEqual([Date.UTC(2024, 2, 12), Date.UTC(2024, 2, 12)]);
    expect(lastChanges(after)).toEqual([Date.UTC(2024, 3, 1), Date.UTC(2024, 3, 1)]);
  });

  it('of a post that was edited change, and those of others do not', async () => {
    const before = await feedsWith(BEFORE);
    const edited = ROSE.replace('author:', "updatedDate: '2024-05-01'\nauthor:");
    const after = await feedsWith({ ...BEFORE, 'posts/roses/index.md': edited });
    // RSS has no word for a change of a post, but one for that of the feed.
    expect(changed(before, after)).toEqual(WITH_ROSES);
    expect(lastChanges(after)).toEqual([Date.UTC(2024, 4, 1), Date.UTC(2024, 4, 1)]);
  });

  it('of a post that is unpublished change, and those of others do not', async () => {
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

  it('do not change with a post that is too old for them', async () => {
    const small = { ...BEFORE, 'site.yaml': `${BEFORE['site.yaml']}feedSize: 1\n` };
    const before = await feedsWith(small);
    const edited = ROSE.replace('author:', "updatedDate: '2024-05-01'\nauthor:");
    const after = await feedsWith({ ...small, 'posts/roses/index.md': edited });
    expect(changed(before, after)).toEqual(feedsOf('authors/rosa/', 'tags/flowers/'));
  });

  it('hold no draft and no post of the future, whatever a preview shows', async () => {
    const files = {
      ...BEFORE,
      'posts/draft/index.md': ROSE.replace('author:', 'published: false\nauthor:'),
      'posts/later/index.md': ROSE.replace('2024-03-10', '2030-03-10'),
    };
    const now = Date.UTC(2025, 0);
    for (const drafts of [false, true])
      expect(changed(await feedsWith(BEFORE), await feedsWith(files, now, drafts))).toEqual([]);
  });

  it('name the blog as the author where a post names none', async () => {
    const feeds = await feedsWith({
      ...BEFORE,
      'posts/weeds/index.md': BEAN.replace('author: Tomas\n', '').replace('Beans', 'Weeds'),
    });
    const feed = required(feeds.get('/tags/vegetables/atom.xml'));
    expect(/<author><name>([^<]*)<\/name>/.exec(feed)?.[1]).toBe('Garden');
  });
});
