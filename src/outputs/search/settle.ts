/**
 * Settles what Pagefind leaves to chance, so that the same site has the same
 * index: the order of values in filters. A filter is named by its content; the
 * metadata name the filters, and the entry names the metadata.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as z from 'zod';
import type { IndexFile } from './indexer.ts';

const ENTRY = 'pagefind-entry.json';

/** Begins each file before it is compressed. */
const SIGNATURE = 'pagefind_dcd';

/** A filter: its name, and each value with the pages that have it. */
const Filter = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.number())]))]);

/** Version, pages, parts of the index, filters with their files, orders, fields. */
const Metadata = z.tuple([
  z.string(),
  z.unknown(),
  z.unknown(),
  z.array(z.tuple([z.string(), z.string()])),
  z.unknown(),
  z.unknown(),
]);

const Entry = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string() })),
});

/** The same index, in one order. */
export function settle(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const settled = [
    ...files
      .filter(({ path }) => path.endsWith('.pf_filter'))
      .map((file) => settleFilter(file, names)),
    ...files
      .filter(({ path }) => path.endsWith('.pf_meta'))
      .map((file) => settleMetadata(file, names)),
    ...files.filter(({ path }) => path === ENTRY).map((file) => settleEntry(file, names)),
  ];
  const others = files.filter(({ path }) => path !== ENTRY && !/\.pf_(?:filter|meta)$/.test(path));
  return [...others, ...settled].toSorted(byPath);
}

/** @param names takes the name that the file gets, by the one it had */
function settleFilter({ path, content }: IndexFile, names: Map<string, string>): IndexFile {
  const [name, values] = Filter.parse(unpack(content));
  const sorted = values.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return renamed(path, pack([name, sorted]), names);
}

function settleMetadata({ path, content }: IndexFile, names: Map<string, string>): IndexFile {
  const [version, pages, chunks, filters, ...rest] = Metadata.parse(unpack(content));
  const sorted = filters
    .map(([name, file]) => [name, names.get(file) ?? file])
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return renamed(path, pack([version, pages, chunks, sorted, ...rest]), names);
}

function settleEntry({ path, content }: IndexFile, names: ReadonlyMap<string, string>): IndexFile {
  const entry = Entry.parse(JSON.parse(Buffer.from(content).toString()));
  const languages = Object.entries(entry.languages)
    .map(
      ([tag, language]) =>
        [tag, { ...language, hash: names.get(language.hash) ?? language.hash }] as const,
    )
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify({ ...entry, languages: Object.fromEntries(languages) });
  return { path, content: Buffer.from(text) };
}

/** `filter/en_1a2b3c4.pf_filter` with a name of the same form that tells its content. */
function renamed(path: string, content: Buffer, names: Map<string, string>): IndexFile {
  const hash = createHash('sha256').update(content).digest('hex');
  return {
    path: path.replace(NAME, (_, language: string, old: string) => {
      const name = language + hash.slice(0, old.length);
      names.set(language + old, name);
      return name;
    }),
    content: gzipSync(content),
  };
}

/** The language and the hash in the name of a file. */
const NAME = /([^./]+_)([0-9a-f]+)(?=\.pf_)/;

function unpack(content: Uint8Array): unknown {
  return decode(gunzipSync(content).subarray(SIGNATURE.length));
}

function pack(value: unknown): Buffer {
  return Buffer.concat([Buffer.from(SIGNATURE), encode(value)]);
}

function byPath(one: IndexFile, other: IndexFile): number {
  return one.path < other.path ? -1 : 1;
}
