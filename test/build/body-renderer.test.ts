/** Which bodies are rendered again: a reused body is the same object. */
import { expect, it } from 'vitest';
import { BodyRenderer } from '../../src/build/body-renderer.ts';
import { LoadCache } from '../../src/build/load-cache.ts';
import { WorkerThread } from '../../src/build/worker-thread.ts';
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
  readonly legacyHosts?: readonly string[];
  readonly count?: number;
}

async function load(cache: LoadCache, input: Input): Promise<Body | undefined> {
  const { markdown = 'See [tulips](../tulips/).', files = [], url = '/roses/' } = input;
  const { language = 'en', description, posts = {}, legacyHosts = [], count } = input;
  const renderer = new BodyRenderer(
    new WorkerThread(),
    cache.bodies.page,
    'page',
    undefined,
    count,
  );
  const fields = {
    title: 'Roses',
    published: true,
    legacyUrl: [],
    ...(description !== undefined && { description }),
  };
  const entry = { file: 'roses.md', folder: '', slug: 'roses', textHash: '', files, fields };
  renderer.add(entry, markdown, { language });
  const links = linksOf({ posts, legacyHosts });
  const finished = await renderer.finish(links, new Map([['roses.md', url]]));
  cache.save();
  return finished.get('roses.md');
}

it('keeps a body when nothing that it depends on has changed', async () => {
  const cache = new LoadCache();
  const first = await load(cache, { posts: { tulips: '/tulips/' } });
  expect(htmlOf(first?.parts ?? [])).toContain('href="/tulips/"');
  expect(await load(cache, { posts: { tulips: '/tulips/', lilies: '/lilies/' } })).toBe(first);
});

it('does the same on a site of very many posts', async () => {
  const markdown = `![Rose](rose.png) “Roses”. ${'See [tulips](../tulips/). '.repeat(9)}`;
  const [before, after] = ['/tulips/', '/2024/tulips/'].map((tulips) => ({
    markdown,
    files: ['rose.png'],
    posts: { tulips },
  }));
  const cache = new LoadCache();
  const first = await load(cache, { ...before, count: 50_000 });
  expect(first).toEqual(await load(new LoadCache(), before ?? {}));
  expect(await load(cache, { ...before, count: 50_000 })).toBe(first);
  const changed = await load(cache, { ...after, count: 50_000 });
  expect(changed).toEqual(await load(new LoadCache(), after ?? {}));
});

it.each<[string, Input]>([
  ['its text', { markdown: 'Other words.' }],
  ['the language of what is added to it', { language: 'de' }],
  ['the summary that its writer gave', { description: 'Of roses.' }],
  ['the files beside it', { files: ['rose.png'] }],
  ['its address', { url: '/red-roses/' }],
  ['the address that a link leads to', { posts: { tulips: '/2024/tulips/' } }],
  ['the fingerprint of the site', { legacyHosts: ['old.example'] }],
])('renders a body again when %s has changed', async (_what, input) => {
  const cache = new LoadCache();
  const first = await load(cache, { posts: { tulips: '/tulips/' } });
  const second = await load(cache, { posts: { tulips: '/tulips/' }, ...input });
  expect(second).not.toBe(first);
  expect(second).toEqual(await load(new LoadCache(), { posts: { tulips: '/tulips/' }, ...input }));
});

it('gives up a text that takes too long, and renders the others', async () => {
  const cache = new LoadCache();
  const renderer = new BodyRenderer(new WorkerThread(), cache.bodies.page);
  const add = (slug: string, body: string) => {
    const fields = { title: slug, published: true, legacyUrl: [] };
    renderer.add({ file: `${slug}.md`, folder: '', slug, textHash: '', files: [], fields }, body, {
      language: 'en',
    });
  };
  // Shiki's grammar of C++ tries every bracket with every other.
  add('slow', `Text.\n\n\`\`\`cpp\n${'([{<"/*'.repeat(600)}\n\`\`\`\n`);
  add('quick', 'Words.\n\n```js\nlet a = 1;\n```\n');
  const urls = new Map(['slow', 'quick'].map((slug) => [`${slug}.md`, `/${slug}/`]));
  const bodies = await renderer.finish(linksOf({}), urls);
  expect(bodies.get('slow.md')?.problems).toMatchObject([
    {
      severity: 'error',
      code: 'body-too-slow',
      file: 'slow.md',
      near: '([{<"/*'.repeat(71) + '([{',
    },
  ]);
  expect(htmlOf(bodies.get('quick.md')?.parts ?? [])).toContain('tok-keyword');
  // A machine with more time may finish it.
  expect(cache.bodies.page.get('slow.md')).toBeUndefined();
});
