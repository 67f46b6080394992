/** Finds uploads in a copy of Ghost's `content` folder. */
import type { SourceFile } from '../../source/source.ts';
import { originalOf } from '../original-pictures.ts';

export class ContentFiles {
  /** By the path below `content/`. */
  readonly #files = new Map<string, SourceFile>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      const key = keyOf(file.path);
      if (key !== undefined) this.#files.set(key, file);
    }
  }

  /** What was uploaded, which Ghost keeps as `x_o.jpg` beside its own version. */
  find(url: string): SourceFile | undefined {
    for (const address of new Set([originalOf(url), url])) {
      const key = keyOf(decoded(address.replace(/[?#].*/s, '')));
      if (key === undefined) continue;
      const uploaded = key.startsWith('images/') ? key.replace(/(?=\.[a-z]{3,4}$)/, '_o') : key;
      const file = this.#files.get(uploaded) ?? this.#files.get(key);
      if (file !== undefined) return file;
    }
    return undefined;
  }
}

/** `images/2020/05/x.jpg`; an archive of uploads alone may lack `content/`. */
function keyOf(path: string): string | undefined {
  const [, below] =
    /(?:^|\/)((?:images|media|files)\/(?:size\/[^/]+\/)?\d{4}\/.+)$/.exec(path) ?? [];
  const [, any] = /(?:^|\/)content\/((?:images|media|files)\/.+)$/.exec(path) ?? [];
  return (any ?? below)?.normalize().toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
