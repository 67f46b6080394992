import { expect, it } from 'vitest';
import { jsonItems } from '../../../src/import/source/json-items.ts';
import { memoryFile } from '../../support/memory-source.ts';

async function read(json: string, paths: readonly string[], chunk?: number) {
  const reader = jsonItems(memoryFile('a.json', json, chunk), new Set(paths));
  const items: unknown[] = [];
  for await (const { path, value } of reader.items) items.push([path, value]);
  return { items, isComplete: reader.isComplete() };
}

const JSON_TEXT =
  '{"meta":{"version":"6"}, "db": [ {"data" : {"x":[[{"a":1}]], "po\\"sts":[0], "posts":[ {"id":"1","t":"a\\\\\\"}]{[ä","n":[{"b":[]}]} , {"id":"2"}, 3]},"posts":[{"id":"no"}]}]}';

it.each([1, 2, 7, 4096])('reads items in pieces of %d bytes', async (chunk) => {
  expect(await read(JSON_TEXT, ['db/*/data/posts/*', 'meta'], chunk)).toEqual({
    items: [
      ['meta', { version: '6' }],
      ['db/*/data/posts/*', { id: '1', t: 'a\\"}]{[ä', n: [{ b: [] }] }],
      ['db/*/data/posts/*', { id: '2' }],
    ],
    isComplete: true,
  });
});

it('tells that a document was cut', async () => {
  expect(await read('{"posts":[{"id":1},{"id":', ['posts/*'])).toEqual({
    items: [['posts/*', { id: 1 }]],
    isComplete: false,
  });
});

it('gives nothing for an item that is damaged, and reads on', async () => {
  expect((await read('{"posts":[{"id":x},{"id":2}]}', ['posts/*'])).items).toEqual([
    ['posts/*', undefined],
    ['posts/*', { id: 2 }],
  ]);
});

it('refuses lists that are nested too deep', async () => {
  await expect(read('['.repeat(600), ['a'])).rejects.toThrow('nested more than 500');
});

it('refuses an item of more than 64 MB', async () => {
  const text = `{"posts":[{"a":"${'x'.repeat(65 * 1024 * 1024)}`;
  await expect(read(text, ['posts/*'], 1 << 20)).rejects.toThrow('64 MB');
});
