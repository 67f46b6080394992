/** The files of an export, wherever they are: in a folder, in zip files, or several of them. */
import { StreamDecoder } from './text-decoder.ts';

export interface SourceFile {
  /** Below the source, with forward slashes: `Takeout/Blogger/Blogs/Garden/feed.atom`. */
  readonly path: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Reads it in pieces. Each call starts at the beginning. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface Source {
  /** As the user named it. */
  readonly name: string;
  /** Sorted by path. Never links, files of macOS (`__MACOSX`, `._x`), or paths that leave the source. */
  readonly files: readonly SourceFile[];
  /** The address, if the source is a feed on the web; then there are no files. */
  readonly url?: string | undefined;
  /** Members that were not taken, such as links; those of macOS are not worth a word. */
  readonly skipped?: readonly Skipped[];
  close(): Promise<void>;
}

export interface Skipped {
  readonly path: string;
  /** Plural noun phrase: "links to other files". */
  readonly reason: string;
}

/** The export cannot be read. The message is one or two sentences: what happened, and what to do. */
export class SourceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SourceError';
  }
}

/** Default limit of `readText`: settings, tables and single posts are far smaller. */
const MAX_TEXT = 64 * 1024 * 1024;

/**
 * The whole file as text. A byte-order mark is dropped; invalid bytes become U+FFFD.
 * @param limit bytes
 * @throws {SourceError} if the file is larger than `limit`
 */
export async function readText(file: SourceFile, limit = MAX_TEXT): Promise<string> {
  const decoder = new StreamDecoder();
  let text = '';
  let size = 0;
  for await (const bytes of file.stream()) {
    size += bytes.length;
    if (size > limit)
      throw new SourceError(
        `${file.path} has more than ${limit} bytes, which no file of its kind needs. See whether it is damaged.`,
      );
    text += decoder.write(bytes);
  }
  return text + decoder.end();
}
