/** The files of an export, wherever they are: in a folder, in zip files, or several of them. */

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
  close(): Promise<void>;
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
 * The whole file as text. A byte-order mark is dropped; invalid UTF-8 becomes U+FFFD.
 * @param limit bytes
 * @throws {SourceError} if the file is larger than `limit`
 */
export async function readText(file: SourceFile, limit = MAX_TEXT): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const bytes of file.stream()) {
    size += bytes.length;
    if (size > limit)
      throw new SourceError(
        `${file.path} has more than ${limit} bytes, which no file of its kind needs. See whether it is damaged.`,
      );
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}
