/** Serves the files of a site from memory, rendering each on request. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { filesOf } from '../build/write-files.ts';
import type { Render } from '../eleventy/page-sink.ts';
import { outputFile } from '../lib/paths.ts';
import type { Asset, Post, Site } from '../site/model.ts';
import { isStylesheet, readStylesheet } from '../lib/stylesheets.ts';
import { ownValue } from '../lib/own-value.ts';

/** Result of a lookup. */
export type Found =
  | { readonly kind: 'file'; readonly type: string; readonly content: string | Buffer }
  /** The path needs a trailing slash. */
  | { readonly kind: 'moved'; readonly to: string };

/** Media types by extension; browsers download anything else. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

export class SiteFiles {
  readonly #site: Site;
  readonly #pages: Map<string, Render>;
  readonly #assets: ReadonlyMap<string, Asset>;
  #others: ReadonlyMap<string, string> | undefined;

  /** @param pages renderers by output file, such as `about/index.html` */
  constructor(site: Site, pages: ReadonlyMap<string, Render>) {
    this.#site = site;
    this.#pages = new Map(pages);
    this.#assets = new Map(site.assets.map((asset) => [asset.path.slice(1), asset]));
  }

  /** Without a trailing slash. */
  get basePath(): string {
    return this.#site.facts.basePath;
  }

  /** Headers of every answer. */
  get headers(): Readonly<Record<string, string>> {
    return this.#site.securityHeaders;
  }

  /** Headers of the pages of the editor. */
  get editorHeaders(): Readonly<Record<string, string>> {
    return { ...this.#site.securityHeaders, ...this.#site.editorHeaders };
  }

  /** The owner's rules, which follow those of the theme. */
  get ownRules(): string {
    return this.#site.assets.map(({ appended = '' }) => appended).join('\n');
  }

  /** Whether the source file, or one in the source folder, is copied into the site. */
  hasAsset(path: string): boolean {
    const changed = resolve(path);
    return this.#site.assets.some(({ source }) =>
      `${resolve(source)}${sep}`.startsWith(`${changed}${sep}`),
    );
  }

  /** The page of a post as it would be with other content; `undefined` if there is none. */
  pageOf(post: Post): string | undefined {
    return this.#pages.get(fileOf(post))?.(post);
  }

  /** Shows a post with other content from now on. */
  replace(post: Post): void {
    const render = this.#pages.get(fileOf(post));
    if (render !== undefined) this.#pages.set(fileOf(post), (item = post) => render(item));
  }

  /**
   * Looks up a path below the site's root.
   * @param path decoded, with a leading slash
   * @throws errors of templates and of the file system
   */
  at(path: string): Found | undefined {
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const found = this.#file(name.slice(1));
    if (found !== undefined) return found;
    return this.#has(outputFile(`${path}/`)) ? { kind: 'moved', to: `${path}/` } : undefined;
  }

  #file(file: string): Found | undefined {
    const content = this.#content(file);
    const isDownload = this.#assets.get(file)?.isDownload === true;
    const known = isDownload ? undefined : ownValue(TYPES, extname(file).toLowerCase());
    const type = known ?? 'application/octet-stream';
    return content === undefined ? undefined : { kind: 'file', type, content };
  }

  #content(file: string): string | Buffer | undefined {
    const asset = this.#assets.get(file);
    // The folder may be missing for a while.
    if (asset?.content !== undefined)
      return typeof asset.content === 'string' ? asset.content : Buffer.from(asset.content);
    if (asset !== undefined && existsSync(asset.source))
      return asset.isOwn === true && isStylesheet(asset.source)
        ? readStylesheet(asset.source, asset.appended)
        : readFileSync(asset.source);
    return this.#pages.get(file)?.() ?? this.#otherFiles.get(file);
  }

  #has(file: string): boolean {
    return this.#pages.has(file) || this.#assets.has(file) || this.#otherFiles.has(file);
  }

  /** Feeds, stubs and host files, rendered on the first request for any of them. */
  get #otherFiles(): ReadonlyMap<string, string> {
    this.#others ??= new Map(
      Array.from(filesOf(this.#site), ({ path, content }) => [path.slice(1), content]),
    );
    return this.#others;
  }
}

function fileOf({ path }: Post): string {
  return outputFile(path);
}
