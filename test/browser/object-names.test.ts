/** Scripts of the pages with words that every JavaScript object knows. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../support/build-site.ts';

interface Index {
  find: (asked: string) => unknown;
  suggest: (asked: string, count: number) => unknown;
}
const NotFound = z.object({ NotFoundIndex: z.custom<new (index: unknown) => Index>() });
const Suggestion = z.object({
  suggestionFor:
    z.custom<(query: string, hasResults: boolean, options: unknown) => Promise<unknown>>(),
});

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'then', 'valueOf'];

function load(name: string): Promise<unknown> {
  return import(pathToFileURL(path.join(ROOT, 'public/js', name)).href);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each(NAMES)(
  'the 404 page finds and suggests a page named %s, and nothing without it',
  async (name) => {
    const { NotFoundIndex } = NotFound.parse(await load('not-found-index.js'));
    const other = ['/2024/03/tulips/', 'Tulips'];
    const page = { path: `/2024/03/${name}/`, title: `About ${name}` };
    const index = new NotFoundIndex({
      pages: [other, [page.path, page.title]],
      redirects: [[`/old/${name}.php`, 1]],
      patterns: [['^/([^/]+?)$', '/2024/03/$1/']],
    });
    expect(index.find(`/2024/03/${name.toUpperCase()}.html`)).toEqual(page);
    expect(index.find(`/old/${name}.php`)).toEqual(page);
    expect(index.find(`/${name}`)).toEqual(page);
    expect(index.suggest(`/x/${name}`, 5)).toEqual([page]);

    const without = new NotFoundIndex({ pages: [other], redirects: [], patterns: [] });
    expect(without.find(`/${name}`)).toBe(undefined);
    expect(without.find(name)).toBe(undefined);
    expect(without.suggest(`/${name}`, 5)).toEqual([]);
  },
);

it('the search suggests such words, and takes none for known', async () => {
  const { suggestionFor } = Suggestion.parse(await load('search-suggestion.js'));
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(NAMES)));
  const options = {
    wordFiles: 1,
    spelling: { letters: [], umlauts: [], unspaced: '\\p{Script=Han}' },
  };
  const misspelt = 'constructr toStrinh hasOwnProprty valeuOf';
  expect(await suggestionFor(misspelt, false, { ...options, folder: '/' })).toBe(
    'constructor toString hasOwnProperty valueOf',
  );
  expect(await suggestionFor(NAMES.join(' '), true, { ...options, folder: '/' })).toBe(undefined);
});
