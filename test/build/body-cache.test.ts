/** Which bodies are rendered again, told by the very object that comes back. */
import { expect, it } from 'vitest';
import { LoadCache } from '../../src/build/body-cache.ts';
import { BodyRenderer } from '../../src/build/body-renderer.ts';
import type { Body } from '../../src/markdown/body.ts';
import { htmlOf } from '../support/parts.ts';
import { links as linksOf } from '../support/redirects.ts';

interface Input {
  readonly markdown?: string;
  readonly files?: readonly string[];
  readonly url?: string;
  readonly language?: string;
  readonly description?: string;
  readonly posts?: Readonly<Record<string, string>>;
}

async function load(cache: LoadCache, input: Input): Promise<Body | undefined> {
  const { markdown = 'See [tulips](../tulips/).', files = [], url = '/roses/', posts = {} } = input;
  const { language = 'en', description } = input;
  const bodies = cache.bodies(new BodyRenderer(undefined, 1), 'page');
  bodies.add({ file: 'roses.md', markdown, files, language, description });
  const links = linksOf({ posts });
  const finished = await bodies.finish({ links, urls: new Map([['roses.md', url]]) });
  cache.save();
  return finished.get('roses.md');
}

it('keeps a body when nothing that it depends on has changed', async () => {
  const cache = new LoadCache();
  const first = await load(cache, { posts: { tulips: '/tulips/' } });
  expect(htmlOf(first?.parts ?? [])).toContain('href="/tulips/"');
  expect(await load(cache, { posts: { tulips: '/tulips/', lilies: '/lilies/' } })).toBe(first);
});

it.each<[string, Input]>([
  ['its text', { markdown: 'Other words.' }],
  ['the language of what is added to it', { language: 'de' }],
  ['the summary that its writer gave', { description: 'Of roses.' }],
  ['the files beside it', { files: ['rose.png'] }],
  ['its address', { url: '/red-roses/' }],
  ['the address that a link leads to', { posts: { tulips: '/2024/tulips/' } }],
])('renders a body again when %s has changed', async (_what, input) => {
  const cache = new LoadCache();
  const first = await load(cache, { posts: { tulips: '/tulips/' } });
  const second = await load(cache, { posts: { tulips: '/tulips/' }, ...input });
  expect(second).not.toBe(first);
  expect(second).toEqual(await load(new LoadCache(), { posts: { tulips: '/tulips/' }, ...input }));
});
