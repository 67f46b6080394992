/** Obtains the files of the pictures that posts use: from the export, or from the web. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import { createHash } from 'node:crypto';
import { sizeOf, type Size } from '../../outputs/images/size.ts';
import type { PictureUse } from '../body/body.ts';
import { DiskList, type Listed } from '../../lib/disk-list.ts';
import type { Blog, ImportedEntry } from '../model.ts';
import { Downloader, type DownloadOptions } from './download.ts';
import { dataFile, readPicture } from './local-files.ts';
import { pathOf, pictureName, takeName } from './names.ts';
import { isOrnament, originalsOf } from './originals.ts';

export interface Picture {
  /** Of the file in the folder of the post. */
  readonly name: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  readonly bytes: Buffer;
}

/** A picture that stays linked. */
export interface MissingPicture {
  readonly url: string;
  /** A clause. */
  readonly reason: string;
  readonly entry: Pick<ImportedEntry, 'id' | 'title' | 'place'>;
}

export interface PicturesOptions extends DownloadOptions {
  /** Without downloads, only pictures of the export arrive. */
  readonly download: boolean;
  /** Called after each picture. */
  readonly onPicture?: (() => void) | undefined;
}

/** Characters of an address; a `data:` URL has millions. */
const MAX_SHOWN = 2000;

interface FoundPicture {
  readonly ok: true;
  readonly bytes: Buffer;
  readonly size: Size;
  /** Address or path, for its name. */
  readonly url: string;
}

type Found = FoundPicture | { readonly ok: false; readonly reason: string };

export class Pictures {
  readonly #missing = new DiskList<MissingPicture>();
  readonly #options: PicturesOptions;
  readonly #downloader: Downloader;

  constructor(options: PicturesOptions) {
    this.#options = options;
    this.#downloader = new Downloader(options);
  }

  get missing(): Listed<MissingPicture> {
    return this.#missing;
  }

  /**
   * The files by `PictureUse.src`; those with the same bytes are one. Pictures that could not be had are
   * absent, and in `missing`.
   * @param taken names in the folder of the post that are in use; receives the new ones
   */
  async obtain(
    uses: readonly PictureUse[],
    entry: ImportedEntry,
    blog: Blog,
    taken: Set<string> = new Set(),
  ): Promise<ReadonlyMap<string, Picture>> {
    const bySource = new Map(uses.map((use) => [use.src, use]));
    const found = await Promise.all(
      [...bySource.values()].map(async (use) => {
        const result = await this.#find(use, entry, blog);
        this.#options.onPicture?.();
        return { src: use.src, result };
      }),
    );
    const { id, title, place } = entry;
    const pictures = new Map<string, Picture>();
    const byHash = new Map<string, Picture>();
    for (const { src, result } of found) {
      if (!result.ok) {
        const url = src.slice(0, MAX_SHOWN);
        this.#missing.add({ url, reason: result.reason, entry: { id, title, place } });
        continue;
      }
      const { bytes, size, url } = result;
      const hash = hashOf(bytes);
      const picture = byHash.get(hash) ?? {
        name: takeName(pictureName(url, size.type), taken),
        hash,
        bytes,
      };
      byHash.set(hash, picture);
      pictures.set(src, picture);
    }
    return pictures;
  }

  async #find(use: PictureUse, entry: ImportedEntry, blog: Blog): Promise<Found> {
    const written = [use.src, ...use.others];
    for (const url of written) {
      const file = dataFile(url) ?? blog.file?.(url, entry);
      const bytes = file && (await readPicture(file));
      const found = bytes && asPicture(bytes, file.path);
      if (found?.ok === true) return found;
    }
    const byPixels = await this.#findByPixels(use, blog);
    if (byPixels !== undefined) return byPixels;
    const addresses = written.flatMap((url) => webAddress(url, entry.body.base) ?? []);
    if (addresses.length === 0)
      return { ok: false, reason: 'the export does not hold it, and it has no address on the web' };
    if (addresses.some(isOrnament))
      return { ok: false, reason: 'it is a button or icon of the platform' };
    if (!this.#options.download) return { ok: false, reason: 'downloads are off' };
    return this.#download(addresses, use);
  }

  /** The only candidate of the size that the markup tells. */
  async #findByPixels({ src, width, height }: PictureUse, blog: Blog): Promise<Found | undefined> {
    if (width === undefined || height === undefined) return undefined;
    const fitting = new Map<string, FoundPicture>();
    for (const file of blog.candidates?.(src) ?? []) {
      const bytes = await readPicture(file);
      const found = bytes && asPicture(bytes, file.path);
      if (found?.ok === true && found.size.width === width && found.size.height === height)
        fitting.set(hashOf(found.bytes), found);
    }
    return fitting.size === 1 ? [...fitting.values()][0] : undefined;
  }

  /** The first that is a picture, unless it is smaller than the markup promises; then the largest. */
  async #download(addresses: readonly URL[], use: PictureUse): Promise<Found> {
    let best: FoundPicture | undefined;
    let failure: Found = { ok: false, reason: 'there is no address to try' };
    for (const url of candidates(addresses)) {
      const download = await this.#downloader.get(url);
      const found = download.ok ? asPicture(download.bytes, url) : download;
      if (!found.ok) failure = found;
      else if (best === undefined || found.size.width > best.size.width) best = found;
      if (best !== undefined && best.size.width >= (use.width ?? 0)) return best;
    }
    return best ?? failure;
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The best address of each first, those as written last; by https before http. */
function candidates(addresses: readonly URL[]): string[] {
  const lists = addresses.map(originalsOf);
  const longest = Math.max(...lists.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list[index] ?? []),
  ).flat();
  const bySecureFirst = inTurn.flatMap((url) =>
    url.startsWith('http:') ? [url.replace('http:', 'https:'), url] : [url],
  );
  return [...new Set(bySecureFirst)];
}

function asPicture(bytes: Buffer, url: string): Found {
  const size = sizeOf(bytes, pathOf(url));
  return size === undefined || size.type === 'other'
    ? { ok: false, reason: 'what is there is not a picture that browsers show' }
    : { ok: true, bytes, size, url };
}

/** @param base of relative addresses; a folder of the source is none on the web */
function webAddress(url: string, base: string | undefined): URL | undefined {
  const from = base !== undefined && /^https?:/.test(base) ? base : undefined;
  const absolute = url.startsWith('//') ? `https:${url}` : url;
  if (!canParseUrl(absolute, from)) return undefined;
  const parsed = new URL(absolute, from);
  return /^https?:$/.test(parsed.protocol) ? parsed : undefined;
}
