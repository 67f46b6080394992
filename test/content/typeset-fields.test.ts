/** Titles and descriptions are set as their language does, names and slugs are not. */
import { describe, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import type { Site } from '../../src/site/model.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const TITLE = `"It's" -- so...`;

/** @param fields further front matter of the post */
function load(settings: string, fields = ''): Promise<Site> {
  const contentDir = folderWith({
    'site.yaml': `title: Rosa's garden\nurl: https://garden.test/\n${settings}`,
    'tags.yaml': `it's:\n  description: It's about it.\n`,
    'authors/rosa.json': JSON.stringify({ name: "Rosa O'Reed", bio: "It's me." }),
    'posts/its-so/index.md': `---\ntitle: '${TITLE.replaceAll("'", "''")}'\npublishDate: 2024-01-01\nauthor: Rosa O'Reed\ntags: [it's]\ndescription: It's short.\n${fields}---\n\nIt's a text.\n`,
    'pages/about.md': "---\ntitle: It's us\n---\n\nIt's a page.\n",
  });
  return loadSite({ contentDir, publicDir: 'public', drafts: false });
}

function bodyOf({ posts: [post] }: Site): string {
  return (post?.body ?? []).map((part) => ('html' in part ? part.html : '')).join('');
}

describe('a site', () => {
  it('is set throughout', async () => {
    const site = await load('');
    const post = required(site.posts[0]);
    expect(post).toMatchObject({
      title: '“It’s”\u00a0— so…',
      summary: 'It’s short.',
      slug: 'its-so',
    });
    expect(bodyOf(site)).toContain('It’s a text.');
    expect(site.pages[0]).toMatchObject({ title: 'It’s us', path: '/about/' });
    expect(site.facts.title).toBe('Rosa’s garden');
    expect(site.tags[0]).toMatchObject({ name: "it's", description: 'It’s about it.' });
    expect(site.authors[0]).toMatchObject({ name: "Rosa O'Reed", bio: 'It’s me.' });
  });

  it('stays as it is with `typography: off`', async () => {
    const site = await load('typography: off\n');
    expect(site.posts[0]).toMatchObject({ title: TITLE, summary: "It's short." });
    expect(bodyOf(site)).toContain("It's a text.");
    expect(site.facts.title).toBe("Rosa's garden");
  });
});

describe('a post', () => {
  it('stays as it is with `typography: off`', async () => {
    const site = await load('', 'typography: off\n');
    expect(site.posts[0]).toMatchObject({ title: TITLE, summary: "It's short." });
    expect(bodyOf(site)).toContain("It's a text.");
    expect(site.pages[0]?.title).toBe('It’s us');
  });

  it('may be the only one that is set', async () => {
    const site = await load('typography: off\n', 'typography: on\n');
    expect(site.posts[0]?.title).toBe('“It’s”\u00a0— so…');
    expect(bodyOf(site)).toContain('It’s a text.');
    expect(site.pages[0]?.title).toBe("It's us");
  });

  it('has the marks of its language', async () => {
    const site = await load('', 'language: de\n');
    expect(site.posts[0]?.title).toBe('„It’s“ – so…');
    expect(site.facts.title).toBe('Rosa’s garden');
  });
});
