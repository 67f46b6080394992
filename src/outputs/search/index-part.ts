/** Reads an index of Pagefind, or one that was merged from others. */
import { CborReader } from './cbor.ts';
import { unpack, type IndexFile } from './packed-files.ts';

/** An index, and the keys of the documents that are its pages. */
export interface Indexed {
  readonly pages: readonly string[];
  readonly files: readonly IndexFile[];
}

/** What a browser loads to show a page as a result. */
interface Fragment {
  /** Number of words in the text. */
  readonly words: number;
  /** Compressed. */
  readonly content: Uint8Array;
}

interface IndexPart {
  readonly version: string;
  /** By key of the document. */
  readonly fragments: ReadonlyMap<string, Fragment>;
  /** In the order of their words. */
  readonly chunks: Iterable<Buffer>;
}

export function readIndex({ pages: keys, files }: Indexed): IndexPart {
  const contentOf = contentsOf(files);
  const { version, pages, chunks } = readMeta(files);
  const fragments = keys.flatMap((key, number) => {
    const page = pages[number];
    if (page === undefined) return [];
    return [[key, { words: page.words, content: contentOf(fragmentPath(page.name)) }] as const];
  });
  return {
    version,
    fragments: new Map(fragments),
    chunks: unpacked(chunks.map((name) => contentOf(`index/${name}.pf_index`))),
  };
}

/** The addresses of the pages of an index, in their order. */
export function urlsOf(files: readonly IndexFile[]): string[] {
  const contentOf = contentsOf(files);
  return readMeta(files).pages.map(({ name }) => {
    // Begins with `{"url":"`; addresses are percent-encoded.
    const text = unpack(contentOf(fragmentPath(name))).toString();
    return text.split('"', 4)[3] ?? '';
  });
}

export function fragmentPath(name: string): string {
  return `fragment/${name}.pf_fragment`;
}

function contentsOf(files: readonly IndexFile[]): (path: string) => Uint8Array {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  return (path) => {
    const content = contents.get(path);
    if (content === undefined) throw new Error(`The search index lacks ${path}.`);
    return content;
  };
}

/** One by one, so that they are not in memory together. */
function* unpacked(contents: readonly Uint8Array[]): Generator<Buffer> {
  for (const content of contents) yield unpack(content);
}

interface Meta {
  readonly version: string;
  readonly pages: readonly { readonly name: string; readonly words: number }[];
  /** Their names, in the order of their words. */
  readonly chunks: readonly string[];
}

/** The beginning of `MetaIndex` in Pagefind. */
function readMeta(files: readonly IndexFile[]): Meta {
  const file = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (file === undefined) throw new Error('The search index lacks its beginning.');
  const reader = new CborReader(unpack(file.content));
  reader.array();
  const version = reader.text();
  const pages = Array.from({ length: reader.array() }, () => {
    reader.array();
    const page = { name: reader.text(), words: reader.unsigned() };
    reader.text();
    return page;
  });
  const chunks = Array.from({ length: reader.array() }, () => {
    reader.array();
    reader.text();
    reader.text();
    return reader.text();
  });
  return { version, pages, chunks };
}
