/** Which bodies are rendered again, told by the very object that comes back. */
import { expect, it } from 'vitest';
import { BodyCache } from '../../src/site/body-cache.ts';
import type { Body } from '../../src/site/body.ts';
import { links as linksOf } from '../support/redirects.ts';

interface Input {
  readonly markdown?: string;
  readonly files?: readonly string[];
  readonly url?: string;
  readonly language?: string;
  readonly posts?: Readonly<Record<string, string>>;
}

async function load(cache: BodyCache, input: Input): Promise<Body | undefined> {
  const { markdown = 'See [tulips](../tulips/).', files = [], url = '/roses/', posts = {} } = input;
  const { language = 'en' } = input;
  const bodies = cache.begin();
  bodies.add({ source: { file: 'roses.md', markdown, files, language }, description: undefined });
  const links = linksOf({ posts });
  return (await bodies.finish({ links, urls: new Map([['roses.md', url]]) })).get('roses.md');
}

it('keeps a body when nothing that it depends on has changed', async () => {
  const cache = new BodyCache();
  const first = await load(cache, { posts: { tulips: '/tulips/' } });
  expect(first?.html).toContain('href="/tulips/"');
  expect(await load(cache, { posts: { tulips: '/tulips/', lilies: '/lilies/' } })).toBe(first);
});

it.each<[string, Input]>([
  ['its text', { markdown: 'Other words.' }],
  ['the files beside it', { files: ['rose.png'] }],
  ['its address', { url: '/red-roses/' }],
  ['the address that a link leads to', { posts: { tulips: '/2024/tulips/' } }],
])('renders a body again when %s has changed', async (_what, input) => {
  const cache = new BodyCache();
  const first = await load(cache, { posts: { tulips: '/tulips/' } });
  const second = await load(cache, { posts: { tulips: '/tulips/' }, ...input });
  expect(second).not.toBe(first);
  expect(second).toEqual(await load(new BodyCache(), { posts: { tulips: '/tulips/' }, ...input }));
});
