/** Pages in folders, the introduction of the home page, and the text of the error page. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { attributes, elements, textOf } from '../support/dom.ts';
import { folderWith } from '../support/scratch.ts';

function page(title: string, text: string, more = ''): string {
  return `---\ntitle: ${title}\n${more}---\n\n${text}\n`;
}

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://garden.example/blog/\n',
  'posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n',
  'pages/about.md': page('About', 'Me.'),
  'pages/projects/index.md': page('Projects', '[The rocket](/projects/rocket/)'),
  'pages/projects/rocket.md': page('Rocket', '[The plan](plan.pdf)', 'legacyUrl: /p/rocket.html\n'),
  'pages/projects/plan.pdf': '%PDF',
  'pages/index.md': page('Welcome', 'This is a **diary**. [A map](map.pdf)'),
  'pages/map.pdf': '%PDF',
  'pages/404.md': page('Lost in the weeds', 'Try the `search`, or [write to me](/about/).'),
};

describe('pages', () => {
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = built(await buildSite({ content: folderWith(CONTENT) })));
  });

  const links = (address: string): string[] => attributes(output.page(address), 'href');

  it('in a folder have its name in their address', () => {
    expect(links('/projects/')).toContain('/blog/projects/rocket/');
    expect(links('/projects/rocket/')).toContain('/blog/projects/rocket/plan.pdf');
    expect(output.read('projects/rocket/plan.pdf')).toBe('%PDF');
    expect(output.read('p/rocket.html')).toContain('/blog/projects/rocket/');
    expect(output.read('sitemap.xml')).toContain('https://garden.example/blog/projects/rocket/');
  });

  it('directly in the folder of pages are in the navigation', () => {
    const navigation = elements(output.page('/'), 'nav').map(textOf).join(' ');
    expect(navigation).toContain('About');
    expect(navigation).not.toMatch(/Rocket|Welcome|Lost/);
  });

  it('named index introduce the home page', () => {
    expect(textOf(output.page('/'))).toMatch(/This is a diary\.[^]*Roses/);
    expect(links('/')).toContain('/blog/map.pdf');
    expect(output.has('index/index.html')).toBe(false);
  });

  it('named 404 are the text of the error page', () => {
    const document = output.page('/404.html');
    expect(elements(document, 'h1').map(textOf)).toEqual(['Lost in the weeds']);
    expect(textOf(document)).toContain('Try the search');
    expect(links('/404.html')).toContain('/blog/about/');
    expect(textOf(document)).not.toContain('Nothing grows at this address');
    expect(output.has('404/index.html')).toBe(false);
  });
});
