/** Pictures of a Takeout: `Albums/BLOG/` holds what was uploaded, under the names of the uploads. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import { decodeLoosely, foldFile } from '../../../lib/paths.ts';
import type { SourceFile } from '../../source/source.ts';

/** Hosts of pictures that were uploaded to Blogger. */
const HOST =
  /(?:^|\.)(?:bp\.blogspot\.com|googleusercontent\.com|ggpht\.com)$|^(?:photos1|bp\d)\.blogger\.com$/;

export class Albums {
  /** By name without its number. */
  readonly #byName = new Map<string, SourceFile[]>();
  readonly #byFoldedName = new Map<string, SourceFile[]>();

  /** @param files of the source; those outside of albums are ignored */
  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      if (!/(?:^|\/)Albums\//i.test(file.path) || /\.(?:json|csv|html)$/i.test(file.path)) continue;
      const name = unnumbered(nameOf(file));
      add(this.#byName, name, file);
      add(this.#byFoldedName, foldFile(name), file);
    }
  }

  /** The picture at an address of Blogger, if a single file can be it. */
  find(url: string): SourceFile | undefined {
    const name = nameAt(url);
    if (name === undefined) return undefined;
    const similar = this.#byName.get(unnumbered(name)) ?? [];
    const numbered =
      name === unnumbered(name) ? [] : similar.filter((file) => nameOf(file) === name);
    return only(numbered) ?? only(similar) ?? only(this.candidates(url));
  }

  /** All files that may be the picture: uploads of one name are numbered in albums, but not in addresses. */
  candidates(url: string): readonly SourceFile[] {
    const name = nameAt(url);
    return (name !== undefined && this.#byFoldedName.get(foldFile(unnumbered(name)))) || [];
  }
}

function add(files: Map<string, SourceFile[]>, name: string, file: SourceFile): void {
  const list = files.get(name);
  if (list === undefined) files.set(name, [file]);
  else list.push(file);
}

/** Files of the same size count as one: albums repeat pictures, with numbers. */
function only(files: readonly SourceFile[]): SourceFile | undefined {
  const [first] = files.toSorted((a, b) => a.path.length - b.path.length);
  return files.every(({ size }) => size === first?.size) ? first : undefined;
}

function nameOf({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
}

/** Without the number that a second upload of the name has: `x(1).jpg`. */
function unnumbered(name: string): string {
  return name.replace(/(?<!\s)\s*\(\d+\)(?=\.[^.]*$|$)/, '');
}

/** Addresses are encoded up to twice, and may be cut within a sequence. */
function nameAt(url: string): string | undefined {
  const base = 'https://x.invalid';
  if (!canParseUrl(url, base)) return undefined;
  const { hostname, pathname } = new URL(url, base);
  if (!HOST.test(hostname)) return undefined;
  const last = pathname.slice(pathname.lastIndexOf('/') + 1).replace(/=[swh]\d[\w-]*$/, '');
  const name = decodeLoosely(decodeLoosely(last.replaceAll('+', ' '))).normalize('NFC');
  return name === '' ? undefined : name;
}
