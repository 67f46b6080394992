/** Makes the index of a site from indexes of some of its documents. */
import { encode, type CborValue } from './cbor.ts';
import { METADATA, type SearchDocument } from './documents.ts';
import { fragmentPath, readIndex, type Indexed } from './index-part.ts';
import { pack, unpack, type IndexFile } from './packed-files.ts';
import { hashOf, shortNames, type NameOf } from './short-names.ts';
import { wordChunks } from './word-chunks.ts';

const META_DIGITS = 10;

interface Order {
  /** What the index has, in this order, except for those without a word. */
  readonly documents: readonly SearchDocument[];
  /** What this function made earlier. */
  readonly before: Indexed | undefined;
  /** What Pagefind made of the other documents. */
  readonly added: Indexed | undefined;
  /** As Pagefind names it. */
  readonly language: string;
  /** Tells the documents apart in names of files. */
  readonly nameOf: NameOf;
}

/** The same documents give the same bytes, whatever was made earlier. */
export function mergeIndexes({ documents, before, added, language, nameOf }: Order): Indexed {
  const indexes = [before, added].flatMap((index) => index ?? []);
  const parts = indexes.map(readIndex);
  const fragments = new Map(parts.flatMap((part) => [...part.fragments]));
  const indexed = documents.filter(({ key }) => fragments.has(key));
  const keys = indexed.map(({ key }) => key);
  const pages = indexed.flatMap(({ key }) => {
    const fragment = fragments.get(key);
    return fragment === undefined ? [] : { ...fragment, name: `${language}_${nameOf(key)}` };
  });
  const numberOf = new Map(keys.map((key, number) => [key, number]));
  const sources = parts.map(({ chunks }, index) => ({
    chunks,
    pages: (indexes[index]?.pages ?? []).map((key) => numberOf.get(key)),
  }));
  const chunks = named(wordChunks(sources), language);
  const filters = named(filtersOf(indexed), language);
  // `MetaIndex` in Pagefind.
  const meta = encode([
    parts[0]?.version ?? '',
    pages.map(({ name, words }) => [name, words, '']),
    chunks.map(({ from, to, name }) => [from, to, name]),
    filters.map(({ filter, name }) => [filter, name]),
    sortsOf(indexed),
    METADATA,
  ]);
  const hash = `${language}_${hashOf(meta).slice(0, META_DIGITS)}`;
  const unpacked = [
    ...chunks.map(({ name, content }) => ({ path: `index/${name}.pf_index`, content })),
    ...filters.map(({ name, content }) => ({ path: `filter/${name}.pf_filter`, content })),
    { path: `pagefind.${hash}.pf_meta`, content: meta },
  ];
  const files = [
    ...pages.map(({ name, content }) => ({ path: fragmentPath(name), content })),
    ...packed(unpacked, before?.files ?? []),
    ...programFiles(indexes[0]?.files ?? [], hash, pages.length),
  ];
  return { pages: keys, files };
}

/** Takes what is there already: packing takes longer than all the rest. */
function packed(files: readonly IndexFile[], before: readonly IndexFile[]): IndexFile[] {
  const earlier = new Map(before.map((file) => [file.path, file]));
  return files.map(({ path, content }) => {
    const same = earlier.get(path);
    return same !== undefined && unpack(same.content).equals(content)
      ? same
      : { path, content: pack(content) };
  });
}

type Named<Item> = Item & { readonly name: string };

function named<Item extends { readonly content: Uint8Array }>(
  items: readonly Item[],
  language: string,
): Named<Item>[] {
  const hashed = items.map((item) => ({ item, hash: hashOf(item.content) }));
  const nameOf = shortNames(hashed.map(({ hash }) => hash));
  return hashed.map(({ item, hash }) => ({ ...item, name: `${language}_${nameOf(hash)}` }));
}

interface Filter {
  readonly filter: string;
  readonly content: Uint8Array;
}

/** The pages of each value of each filter, as `FilterIndex` in Pagefind. */
function filtersOf(documents: readonly SearchDocument[]): Filter[] {
  const found = new Map<string, Map<string, Set<number>>>();
  for (const [page, { filters }] of documents.entries())
    for (const [filter, value] of filters) {
      const values = found.get(filter) ?? new Map<string, Set<number>>();
      found.set(filter, values.set(value, (values.get(value) ?? new Set()).add(page)));
    }
  return byName(found).map(([filter, values]) => ({
    filter,
    content: encode([filter, byName(values).map(([value, pages]) => [value, [...pages]])]),
  }));
}

function byName<Value>(entries: ReadonlyMap<string, Value>): (readonly [string, Value])[] {
  return [...entries].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** The pages that have a date, oldest first. */
function sortsOf(documents: readonly SearchDocument[]): CborValue {
  const dated = documents.flatMap(({ date }, page) => (date === undefined ? [] : [{ date, page }]));
  if (dated.length === 0) return [];
  const pages = dated.toSorted((one, other) => one.date - other.date).map(({ page }) => page);
  return [['date', pages]];
}

/** What does not depend on the documents, and the file that says where the index begins. */
function programFiles(files: readonly IndexFile[], hash: string, pages: number): IndexFile[] {
  return files.flatMap(({ path, content }) => {
    if (/\.(?:js|pagefind)$/.test(path)) return [{ path, content }];
    if (path !== 'pagefind-entry.json') return [];
    const entry = Buffer.from(content)
      .toString()
      .replace(/"hash":"[^"]*"/, `"hash":"${hash}"`)
      .replace(/"page_count":\d+/, `"page_count":${pages}`);
    return [{ path, content: Buffer.from(entry) }];
  });
}
