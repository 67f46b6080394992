/** Files of the export that a text links to, such as a PDF: they go beside the text. */
import { parse } from 'node:path/posix';
import { attachmentKind } from '../lib/attachments.ts';
import { shortSlug, slugOf } from '../lib/slug.ts';
import type { Blog, ImportedEntry } from './model.ts';
import { takeName } from './pictures/names.ts';
import type { SourceFile } from './source/source.ts';

/** Bytes. */
const MAX_SIZE = 100_000_000;
const MAX_NAME_BYTES = 80;

export class LinkedFiles {
  readonly #blog: Blog;
  readonly #entry: ImportedEntry;
  readonly #taken: Set<string>;
  /** By path in the export. */
  readonly #files = new Map<string, { readonly name: string; readonly file: SourceFile }>();

  /** @param taken names beside the text that are in use; receives the new ones */
  constructor(blog: Blog, entry: ImportedEntry, taken: Set<string>) {
    this.#blog = blog;
    this.#entry = entry;
    this.#taken = taken;
  }

  /** Name of the file beside the text; `undefined` if the export does not hold it, or no site publishes it. */
  nameOf(href: string): string | undefined {
    const file = this.#blog.file?.(href, this.#entry);
    if (file === undefined || file.size > MAX_SIZE) return undefined;
    const known = this.#files.get(file.path);
    if (known !== undefined) return known.name;
    const name = safeName(file.path);
    if (attachmentKind(name).kind !== 'plain') return undefined;
    const free = takeName(name, this.#taken);
    this.#files.set(file.path, { name: free, file });
    return free;
  }

  /** All files that were named. */
  async read(): Promise<Map<string, Uint8Array>> {
    const contents = new Map<string, Uint8Array>();
    for (const { name, file } of this.#files.values()) {
      const parts: Uint8Array[] = [];
      for await (const part of file.stream()) parts.push(part);
      contents.set(name, Buffer.concat(parts));
    }
    return contents;
  }
}

function safeName(path: string): string {
  const { name, ext } = parse(path);
  const ending = /^\.[a-z0-9]{1,10}$/i.test(ext) ? ext.toLowerCase() : '';
  return `${shortSlug(slugOf(name), MAX_NAME_BYTES) || 'file'}${ending}`;
}
