/** A site whose URL is an example, as an owner gets to know it. */
import { describe, expect, it } from 'vitest';
import { loadWithProblems, type LoadOptions } from '../../src/build/load-site.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { folderWith } from '../support/scratch.ts';

const POST = {
  'posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n',
};

/** What is said about the URL of a site with these settings. */
async function warnings(
  settings: string | undefined,
  options: Pick<LoadOptions, 'siteUrl' | 'origin'> = {},
): Promise<Problem[]> {
  const contentDir = folderWith({
    ...POST,
    ...(settings !== undefined && { 'site.yaml': settings }),
  });
  const { problems } = await loadWithProblems({
    contentDir,
    publicDir: 'public',
    drafts: false,
    ...options,
  });
  return problems.filter(({ code }) => code.startsWith('site-'));
}

describe('a URL that is an example', () => {
  it.each([
    'https://example.org/',
    'https://blog.example.org/',
    'https://Example.COM/blog/',
    'https://www.example.net/',
    'http://localhost:8000/',
    'http://blog.localhost/',
    'http://127.0.0.1:8080/',
    'http://[::1]/',
  ])('is a warning: %s', async (url) => {
    expect(await warnings(`title: Garden\nurl: ${url}\n`)).toMatchObject([
      { severity: 'warning', code: 'site-url-example', line: 2, column: 1 },
    ]);
  });

  it.each([
    'https://rose.garden/',
    'https://myexample.org/',
    'https://example.org.uk/',
    'https://garden.example/',
    'https://garden.test/',
    'https://localhost.garden/',
  ])('is not: %s', async (url) => {
    expect(await warnings(`title: Garden\nurl: ${url}\n`)).toEqual([]);
  });

  it('says what breaks, and what to write', async () => {
    const [warning] = await warnings('url: https://blog.example.org/garden/\n');
    expect(warning?.message).toBe(
      'The URL of the site is https://blog.example.org/garden/, an address for examples and tests, so canonical links, feeds, link previews and the sitemap do not lead to your site.',
    );
    expect(warning?.hint).toBe(
      'Write the address of your home page into `site.yaml`: `url: https://YOUR-DOMAIN/`.',
    );
  });
});

it('warns if the settings have no URL', async () => {
  expect(await warnings('title: Garden\n')).toMatchObject([
    { code: 'site-url-example', line: 1, message: expect.stringContaining('https://example.org/') },
  ]);
});

it('says once that there are no settings or that the URL is invalid', async () => {
  expect(await warnings(undefined)).toMatchObject([{ code: 'site-missing' }]);
  expect(await warnings('url: rose.garden\n')).toMatchObject([{ code: 'site-url-invalid' }]);
});

it('follows the URL of the command line', async () => {
  const example = 'url: https://example.org/\n';
  expect(await warnings(example, { siteUrl: 'https://rose.garden/' })).toEqual([]);
  const [warning, ...others] = await warnings('url: https://rose.garden/\n', {
    siteUrl: 'http://localhost:3000/',
  });
  expect(others).toEqual([]);
  expect(warning?.message).toContain('The URL of the site is http://localhost:3000/, ');
  expect(warning?.hint).toBe(
    'Give the address of your home page: `--site-url https://YOUR-DOMAIN/`.',
  );
});

it('leaves the preview alone', async () => {
  const example = 'url: https://example.org/\n';
  expect(await warnings(example, { origin: 'http://localhost:8080' })).toEqual([]);
});
