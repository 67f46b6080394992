/** Which texts are parsed again: a reused text returns the same object for its fields. */
import path from 'node:path';
import { expect, it } from 'vitest';
import type { PageFields } from '../../src/content/page-schema.ts';
import type { PostFields } from '../../src/content/post-schema.ts';
import { pageReader, postReader, type Parsed } from '../../src/content/read-markdown.ts';
import { DateReader } from '../../src/lib/dates.ts';
import { Store } from '../../src/lib/store.ts';
import { folderWith, writeFiles } from '../support/scratch.ts';

const POST = '---\ntitle: Roses\npublishDate: 2024-03-10 23:30\n---\n\nRed.\n';

function readPost(store: Store<Parsed<PostFields>>, folder: string, zone = 'UTC', lang = 'en') {
  const { entry } = postReader(new DateReader(zone, lang), store)({ slug: 'roses', folder });
  store.save();
  return entry;
}

it('parses a text once, and again when it changes', () => {
  const folder = folderWith({ 'index.md': POST });
  const store = new Store<Parsed<PostFields>>();
  const first = readPost(store, folder);
  expect(readPost(store, folder).fields).toBe(first.fields);
  writeFiles(folder, { 'index.md': POST.replace('Roses', 'Tulips') });
  expect(readPost(store, folder).fields.title).toBe('Tulips');
});

it('parses the dates again in another time zone', () => {
  const folder = folderWith({ 'index.md': POST });
  const store = new Store<Parsed<PostFields>>();
  const instants = ['UTC', 'Europe/Berlin', 'UTC'].map(
    (zone) => readPost(store, folder, zone).fields.publishDate.instant,
  );
  expect(instants).toEqual([
    Date.UTC(2024, 2, 10, 23, 30),
    Date.UTC(2024, 2, 10, 22, 30),
    Date.UTC(2024, 2, 10, 23, 30),
  ]);
});

it('parses the dates again in another language', () => {
  const folder = folderWith({ 'index.md': POST });
  const store = new Store<Parsed<PostFields>>();
  const english = readPost(store, folder);
  expect(readPost(store, folder, 'UTC', 'de').fields).not.toBe(english.fields);
});

it('finds files added beside an unchanged text', () => {
  const folder = folderWith({ 'index.md': `${POST}\n![A rose](rose.png)\n` });
  const store = new Store<Parsed<PostFields>>();
  expect(readPost(store, folder).files).toEqual([]);
  writeFiles(folder, { 'rose.png': 'a rose' });
  expect(readPost(store, folder).files).toEqual(['rose.png']);
});

it('reports the problems of a text each time, until it is corrected', () => {
  const folder = folderWith({ 'about.md': '---\ntitel: About\n---\n' });
  const store = new Store<Parsed<PageFields>>();
  const codes = () => {
    const { problems } = pageReader(store)({ path: path.join(folder, 'about.md'), slug: 'about' });
    store.save();
    return problems.map(({ code }) => code);
  };
  expect(codes()).toEqual(['page-field-misspelt']);
  expect(codes()).toEqual(['page-field-misspelt']);
  writeFiles(folder, { 'about.md': '---\ntitle: About\n---\n' });
  expect(codes()).toEqual([]);
});
