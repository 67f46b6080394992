/** Reuse of parsed files. Identity of the returned fields shows whether a file was parsed again. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { Readers } from '../../src/content/readers.ts';
import { folderWith, writeFiles } from '../support/scratch.ts';

const POST = '---\ntitle: Roses\npublishDate: 2024-03-10 23:30\n---\n\nRed.\n';

function readPost(readers: Readers, folder: string, timeZone = 'UTC') {
  return readers.postReader(timeZone, 'en')({ slug: 'roses', folder });
}

it('parses a file again only after it has changed', () => {
  const folder = folderWith({ 'index.md': POST });
  const readers = new Readers();
  const first = readPost(readers, folder);
  for (const store of readers.stores) store.save();
  expect(readPost(readers, folder).entry.fields).toBe(first.entry.fields);
  writeFiles(folder, { 'index.md': POST.replace('Roses', 'Tulips') });
  expect(readPost(readers, folder).entry.fields.title).toBe('Tulips');
});

it('parses dates again for another time zone', () => {
  const folder = folderWith({ 'index.md': POST });
  const readers = new Readers();
  const instants = ['UTC', 'Europe/Berlin', 'UTC'].map(
    (zone) => readPost(readers, folder, zone).entry.fields.publishDate.instant,
  );
  expect(instants).toEqual([
    Date.UTC(2024, 2, 10, 23, 30),
    Date.UTC(2024, 2, 10, 22, 30),
    instants[0],
  ]);
});

it('finds files added next to an unchanged post', () => {
  const folder = folderWith({ 'index.md': `${POST}\n![A rose](rose.png)\n` });
  const readers = new Readers();
  expect(readPost(readers, folder).entry.files).toEqual([]);
  writeFiles(folder, { 'rose.png': 'a rose' });
  expect(readPost(readers, folder).entry.files).toEqual(['rose.png']);
});

it('reports the problems of an unchanged file each time', () => {
  const folder = folderWith({ 'about.md': '---\ntitel: About\n---\n' });
  const readers = new Readers();
  const codes = () =>
    readers.readPage(path.join(folder, 'about.md')).problems.map(({ code }) => code);
  expect(codes()).toEqual(['page-field-misspelt']);
  expect(codes()).toEqual(['page-field-misspelt']);
  writeFiles(folder, { 'about.md': '---\ntitle: About\n---\n' });
  expect(codes()).toEqual([]);
});
