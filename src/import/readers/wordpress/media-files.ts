/** Finds uploads among the files of a source: of the media export, or of a copy of the server. */
import type { SourceFile } from '../../source/source.ts';
import { originalOf, unscaledOf } from '../original-pictures.ts';

export class MediaFiles {
  /** By the last three parts of the path, and by its name alone. */
  readonly #files = new Map<string, SourceFile[]>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      if (/\.(?:xml|wxr|json)$/i.test(file.path)) continue;
      for (const key of keysOf(file.path)) {
        const known = this.#files.get(key);
        if (known === undefined) this.#files.set(key, [file]);
        else known.push(file);
      }
    }
  }

  /** The upload itself rather than a smaller version. */
  find(url: string): SourceFile | undefined {
    if (this.#files.size === 0) return undefined;
    const original = originalOf(url);
    for (const address of new Set([unscaledOf(original), original, url]))
      for (const key of keysOf(pathOf(address))) {
        const files = this.#files.get(key) ?? [];
        // Months have pictures of the same name; then the name alone tells nothing.
        if (files.length === 1 || (files.length > 1 && key.includes('/'))) return files[0];
      }
    return undefined;
  }
}

/** `2011/05/x.jpg`, then `x.jpg`. */
function keysOf(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  const name = parts.at(-1);
  if (name === undefined) return [];
  const dated = parts.slice(-3).join('/');
  return (/^\d{4}\/\d\d\/./.test(dated) ? [dated, name] : [name]).map((key) =>
    key.normalize().toLowerCase(),
  );
}

function pathOf(url: string): string {
  const path = url.replace(/[?#].*/s, '').replace(/^(?:https?:)?\/\/[^/]*/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
