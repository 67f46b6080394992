/** Templates, filters, shortcodes, plugins and collections of an owner who knows Eleventy. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder, ROOT, run, type Outcome } from '../support/build-site.ts';
import { ownProject, runIn, useOwnConfig } from '../support/own-project.ts';
import { writeFiles } from '../support/scratch.ts';

const TEMPLATES = {
  'templates/pages/projects.njk': `---
title: Our projects
layout: frame
---
{{ motto | shout }} {{ motto | later }} {{ 8 | half }} {% here %} {{ stamp() }}
{% box "id=a" %}inside{% endbox %}
{% for post in collections.post %}<a href="{{ post.url }}">{{ post.data.title }}</a>{{ post.data.tags }};{% endfor %}
newest {% for post in collections.newest %}{{ post.data.title }}{% endfor %}
all {% for item in collections.all %}{{ item.url }} {% endfor %}`,
  'templates/pages/_parts/frame.njk': '<main>{{ content | safe }}</main>',
  'templates/pages/list.liquid':
    '---\ntitle: List\npagination: { data: collections.post, size: 1, alias: post }\npermalink: "/list/{{ post.fileSlug }}/"\n---\n{{ post.data.title }} {{ post.content | strip }}',
  'templates/pages/data.11ty.js':
    'export const data = { permalink: "/data.json" };\nexport const render = ({ site }) => JSON.stringify({ posts: site.posts.length });\n',
  'templates/pages/secret.njk': '---\neleventyExcludeFromCollections: true\n---\nSecret',
  'templates/pages/gone.njk': '---\nhidden: true\n---\nHidden',
  'templates/pages/ignored.njk': 'Ignored',
  'templates/pages/deep/notes.11ty.tsx':
    'import type { Site } from "../../../src/site/model.ts";\nexport const data = { title: "Notes" };\nexport const render = ({ site }: { site: Site }): string => `<p>${site.facts.title}</p>`;\n',
  'extra/plants.txt': 'rose, tulip',
  'content/site.yaml':
    'title: The garden\nurl: https://garden.example/\nhost: netlify\nnavigation:\n  - { text: Projects, url: /projects/ }\n  - { text: Tulips, url: /list/tulips/ }\n',
  'content/redirects.yaml': 'redirects:\n  - { from: /old-projects.html, to: /projects/ }\n',
  'content/posts/links/index.md':
    '---\ntitle: Links\npublishDate: 2024-05-12\n---\n\n[Projects](/projects/), [notes](/deep/notes/).\n',
};

describe('a project with templates of its own', () => {
  let project: string;
  let outcome: Outcome;
  let site: OutputFolder;

  beforeAll(async () => {
    project = ownProject(TEMPLATES);
    useOwnConfig(project);
    outcome = await runIn(project, 'build');
    site = new OutputFolder(path.join(project, '_site'));
  });

  it('is built without a complaint', () => {
    expect(outcome.stderr).toBe('');
    expect(outcome.exitCode).toBe(0);
  });

  it('has filters, shortcodes, layouts, data and plugins', () => {
    const page = site.read('projects/index.html');
    expect(page).toMatch(/^<main>GROW SLOWLY! Grow slowly later 4 \/projects\/ stamped\n/);
    expect(page).toContain('<b id=a>inside</b>');
    expect(site.read('plants.txt')).toBe('rose, tulip');
    expect(site.read('data.json')).toBe('{"posts":3}');
    expect(site.read('deep/notes/index.html')).toBe('<p>The garden</p>');
    expect(site.files()).not.toContain('gone/index.html');
    expect(site.files()).not.toContain('ignored/index.html');
  });

  it('finds posts in the collections, oldest first', () => {
    const page = site.read('projects/index.html');
    expect(page).toContain(
      '<a href="/2024/03/roses/">Roses</a>post,flowers;<a href="/2024/04/tulips/">Tulips</a>post;<a href="/2024/05/links/">Links</a>post;',
    );
    expect(page).toContain('newest Links\n');
    expect(page).toContain('all /2024/03/roses/ /2024/04/tulips/ /2024/05/links/');
    expect(page).toMatch(/^all .*\/projects\/ /m);
    expect(page).not.toMatch(/^all .*\/secret\//m);
    expect(site.read('list/tulips/index.html')).toBe('Tulips <p>Yellow.</p>');
  });

  it('links and redirects to its pages', () => {
    expect(site.read('index.html')).toContain('<a href="/projects/">Projects</a>');
    expect(site.read('index.html')).toContain('<a href="/list/tulips/">Tulips</a>');
    expect(site.read('_redirects')).toMatch(/^\/old-projects\.html\s+\/projects\/\s+301/m);
  });

  it('lists its pages in the sitemap, but no other files and no excluded page', () => {
    const sitemap = site.read('sitemap.xml');
    for (const listed of ['projects', 'list/roses', 'list/links', 'deep/notes'])
      expect(sitemap).toContain(`<loc>https://garden.example/${listed}/</loc>`);
    expect(sitemap).not.toContain('data.json');
    expect(sitemap).not.toContain('secret');
    expect(site.read('secret/index.html')).toBe('Secret');
  });

  it('is the same when the program is compiled already', async () => {
    const again = await runIn(project, 'build', '--quiet');
    expect(again).toMatchObject({ stderr: '', exitCode: 0 });
    expect(site.read('data.json')).toBe('{"posts":3}');
  });

  it('passes `npm run check`', async () => {
    const checked = await runIn(project, 'check', '--quiet');
    expect(checked.stderr).toBe('');
    expect(checked.exitCode).toBe(0);
  });

  it('is the same when Eleventy itself builds it', async () => {
    const { exitCode, stderr } = await run(
      'npm',
      ['run', 'eleventy', '--', '--output=theirs', '--quiet'],
      { cwd: project },
    );
    expect(exitCode, stderr).toBe(0);
    const theirs = new OutputFolder(path.join(project, 'theirs'));
    for (const file of ['projects/index.html', 'list/roses/index.html', 'deep/notes/index.html'])
      expect(theirs.read(file)).toBe(site.read(file));
    expect(theirs.read('sitemap.xml')).toContain('<loc>https://garden.example/projects/</loc>');
  });
});

it('names both files when an added page clashes', async () => {
  const project = ownProject({
    'templates/pages/clash.njk': '---\npermalink: /about/\n---\nA',
    'templates/pages/about.liquid': 'B',
    'templates/pages/sheet.njk': '---\npermalink: /css/site.css\n---\nC',
    'templates/pages/rose.njk':
      '---\npagination: { data: site.posts, size: 1, alias: post }\npermalink: "{{ post.path }}"\n---\nD',
    'content/pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
    'content/redirects.yaml': 'redirects:\n  - { from: /about, to: /archive/ }\n',
  });
  const { exitCode, stderr } = await runIn(project, 'build', '--quiet');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /error address-taken\n {2}templates\/pages\/clash\.njk:2:1\n.*\/about\/index\.html.*content\/pages\/about\.md/,
  );
  expect(stderr).toMatch(/templates\/pages\/about\.liquid.*\n.*content\/pages\/about\.md/);
  expect(stderr).toMatch(/public\/css\/site\.css\n.*page of templates\/pages\/sheet\.njk/);
  expect(stderr).toMatch(
    /templates\/pages\/rose\.njk:3:1\n.*\/2024\/03\/roses\/index\.html.*content\/posts\/roses\/index\.md/,
  );
  expect(stderr).toContain('Give the template another `permalink`');
  expect(stderr).not.toContain('mistake in Perennial');
  expect(new OutputFolder(path.join(project, '_site')).files()).toEqual([]);
});

it('reports a navigation link to a missing page', async () => {
  const project = ownProject({ 'templates/pages/hello.md': '# Hello' });
  writeFiles(project, {
    'content/site.yaml':
      'title: The garden\nurl: https://garden.example/\nnavigation:\n  - { text: Hello, url: /hallo/ }\n',
  });
  const { exitCode, stderr } = await runIn(project, 'check');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('error navigation-target-missing');
});

it('takes templates from the configuration too', async () => {
  const project = ownProject({
    'content/redirects.yaml': 'redirects:\n  - { from: /n, to: /news/ }\n',
  });
  const file = path.join(project, '.eleventy.ts');
  const add = (permalink: string) =>
    writeFileSync(
      file,
      readFileSync(path.join(ROOT, '.eleventy.ts'), 'utf8').replace(
        '  await config.addPlugin',
        `  config.addTemplate('news.njk', '{{ collections.post | length }} posts', { permalink: '${permalink}' });\n$&`,
      ),
    );
  add('/css/site.css');
  const clash = await runIn(project, 'build', '--quiet');
  expect(clash.stderr).toMatch(/public\/css\/site\.css\n.*templates\/pages\/news\.njk/);
  expect(clash.exitCode).toBe(1);
  add('/news/');
  const good = await runIn(project, 'build', '--quiet');
  expect(good).toMatchObject({ exitCode: 0, stderr: '' });
  const site = new OutputFolder(path.join(project, '_site'));
  expect(site.read('news/index.html')).toBe('2 posts');
});
