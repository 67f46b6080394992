/** The files of a site below its root, and those that stood at an address. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import path from 'node:path';
import { decodePath, foldFile } from '../../../lib/paths.ts';
import type { ImportedEntry } from '../../model.ts';
import type { Source, SourceFile } from '../../source/source.ts';

export class SiteFiles {
  /** Below the source; empty, or ends in a slash. */
  readonly root: string;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #folded: ReadonlyMap<string, SourceFile>;

  constructor(source: Source, root: string) {
    this.root = root;
    const files = source.files.filter((file) => file.path.startsWith(root));
    this.#files = new Map(files.map((file) => [file.path.slice(root.length), file]));
    this.#folded = new Map([...this.#files].map(([name, file]) => [foldFile(name), file]));
  }

  /** Below the root, sorted. */
  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  entries(): Iterable<readonly [string, SourceFile]> {
    return this.#files.entries();
  }

  get(name: string): SourceFile | undefined {
    return this.#files.get(name);
  }

  /** Also with other capitals or another Unicode form. */
  find(name: string): SourceFile | undefined {
    return this.#files.get(name) ?? this.#folded.get(foldFile(name));
  }
}

/** Where the files of a site were on the web. */
export interface AssetPlaces {
  readonly files: SiteFiles;
  /** Hosts of the old blog. */
  readonly hosts: ReadonlySet<string>;
  /** `/blog`, if the site was not at the root of its host. */
  readonly basePath: string;
  /** Folders below the root whose files were at the root of the site: `static`; `''` for the root itself. */
  readonly roots: readonly string[];
  /** Folders of posts, by the address of the post: `/roses/` to `content/posts/roses`. */
  readonly folders: ReadonlyMap<string, string>;
}

/** The file that stood at an address of a body, cover or link. */
export function findAsset(
  url: string,
  { body, legacyUrls }: ImportedEntry,
  places: AssetPlaces,
): SourceFile | undefined {
  const address = pathOf(url, places.hosts);
  if (address === undefined) return undefined;
  const { files } = places;
  const folder = (body.base ?? '').slice(files.root.length);
  const own = legacyUrls[0] ?? '/';
  const page = own.endsWith('/') ? own : path.posix.dirname(own);
  const isRooted = address.startsWith('/');
  const candidates = [
    ...(isRooted ? [] : [path.posix.join(folder, address)]),
    ...atAddress(path.posix.join('/', isRooted ? '' : page, address), places),
    // Themes begin some addresses at the home page, with or without a slash.
    ...(isRooted ? [] : atAddress(path.posix.join('/', address), places)),
  ];
  for (const candidate of candidates) {
    const file = files.find(candidate);
    if (file !== undefined) return file;
  }
  return undefined;
}

function* atAddress(address: string, { basePath, roots, folders }: AssetPlaces): Generator<string> {
  const own = basePath !== '' && address.startsWith(`${basePath}/`);
  for (const site of own ? [address.slice(basePath.length), address] : [address]) {
    const folder =
      folders.get(`${path.posix.dirname(site)}/`) ?? folders.get(path.posix.dirname(site));
    if (folder !== undefined) yield path.posix.join(folder, path.posix.basename(site));
    for (const root of roots) yield path.posix.join(root, site.slice(1));
  }
}

/** The decoded path of an address, unless it is on another site. */
function pathOf(url: string, hosts: ReadonlySet<string>): string | undefined {
  const [address = ''] = url.trim().split(/[?#]/);
  if (address === '') return undefined;
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return decodePath(address) ?? address;
  if (!canParseUrl(address, 'https://x')) return undefined;
  const { hostname, pathname } = new URL(address, 'https://x');
  return hosts.has(hostname) ? (decodePath(pathname) ?? pathname) : undefined;
}

/** For `--blog` and messages: the name of the folder. */
export function nameOf(source: Source, root: string): string {
  const name = path.posix.basename(root === '' ? source.name.replaceAll('\\', '/') : root);
  return name.replace(/\.(?:zip|tgz|tar(?:\.gz)?)$/i, '') || source.name;
}
