/** A site with the editor, and the same site without. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';

const CONTENT = {
  'posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n',
  'posts/tulips/index.md':
    '---\ntitle: Tulips\npublishDate: 2024-03-11\npublished: false\ntags: [secret]\nseries: Secrets\n---\n\nRed.\n',
  'pages/about.md': '---\ntitle: About\n---\n\nHere.\n',
  'authors/rosa.json': '{ "name": "Rosa" }\n',
};
const SITE = 'title: Garden\nurl: https://garden.example/blog/\nhost: netlify\n';
const EDITOR = 'editor: { backend: github, repo: rosa/garden, path: blog }\n';

async function siteWith(settings: string): Promise<OutputFolder> {
  const content = folderWith({ ...CONTENT, 'site.yaml': SITE + settings });
  return built(await buildSite({ content })).output;
}

describe('the editor', () => {
  let without: OutputFolder;
  let site: OutputFolder;

  beforeAll(async () => {
    without = await siteWith('');
    site = await siteWith(EDITOR);
  });

  it('is not there unless the settings ask for it', () => {
    expect(without.files().filter((file) => /admin|editor/.test(file))).toEqual([]);
    expect(without.read('/_headers')).not.toContain('/admin/');
  });

  it('leaves every other file as it is', () => {
    const files = without.files();
    expect(site.files().filter((file) => !file.startsWith('admin/'))).toEqual(files);
    const changed = files.filter((file) => site.read(file) !== without.read(file));
    expect(changed).toEqual(['_headers']);
  });

  it('is a page that search engines leave out, with a policy of its own', () => {
    const page = site.read('/admin/index.html');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('src="/blog/admin/editor.js"');
    expect(page).toContain('connect-src &#39;self&#39; blob: data: https://api.github.com;');
    expect(site.read('/_headers')).toContain('/blog/admin/\n  Content-Security-Policy:');
  });

  it('tells nobody what drafts are about', () => {
    const config = site.read('admin/config.json');
    expect(config).toContain('"Rosa"');
    expect(config).not.toMatch(/secret/i);
  });

  it('comes with the licences of what it is made of', () => {
    const licences = site.read('/admin/licences.txt');
    expect(licences).toContain('@sveltia/cms');
    expect(licences).toContain('Permission is hereby granted');
  });

  it('loads nothing from elsewhere', () => {
    const program = site.read('/admin/editor.js');
    expect(program).not.toMatch(/cdn\.jsdelivr\.net|githubstatus\.com\/api|hostedstatus/);
  });

  it('knows the folder of the blog in its repository', () => {
    expect(JSON.parse(site.read('/admin/config.json'))).toMatchObject({
      site_url: 'https://garden.example/blog/',
      backend: { repo: 'rosa/garden' },
      collections: [{ folder: expect.stringMatching(/^blog\//) }, {}, {}, {}],
    });
  });
});

it('posts link to their page in the editor with `editUrl: editor`', async () => {
  const site = await siteWith(`${EDITOR}editUrl: editor\n`);
  expect(site.read('/2024/03/roses/index.html')).toContain(
    'href="/blog/admin/#/collections/posts/entries/roses/index"',
  );
  expect(site.read('/about/index.html')).toContain(
    'href="/blog/admin/#/collections/pages/entries/about"',
  );
});

it('a page at the address of the editor is an error', async () => {
  const page = '---\ntitle: Administration\n---\n\nHere.\n';
  const content = folderWith({ ...CONTENT, 'pages/admin.md': page, 'site.yaml': SITE + EDITOR });
  const { exitCode, stderr } = await buildSite({ content });
  expect(exitCode).toBe(1);
  expect(stderr).toContain('The editor needs /admin/index.html, but the page of');
});
