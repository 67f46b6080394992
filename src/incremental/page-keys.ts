/** Keys of pages: a page of the last build is what this build would write if its key is the same. */
import { keyOf } from '../lib/cache.ts';
import type { Site } from '../site/model.ts';
import { Fingerprints } from './fingerprints.ts';
import { SiteReads, collectReads } from './site-reads.ts';

/** Items of a list that takes longer to compare than a page that shows it to render. Nearly every edit changes it. */
const LONG_LIST = 100;

/** What a page is rendered from, besides the site. */
export interface PageSource {
  /** Path of the template. */
  readonly template: string;
  /** The post, tag or other part of the model that it is about, if it is about one. */
  readonly item: unknown;
  /** Of its file below the output folder, with forward slashes: `about/index.html`. */
  readonly file: string;
}

export interface RenderedPage {
  readonly html: string;
  /** Names of the parts of the site that it shows; those about the page itself do not name it. One list for all pages that read the same. */
  readonly reads: readonly string[];
}

export class PageKeys {
  /** For templates: notes what pages read. */
  readonly site: Site;
  readonly #fingerprints: Fingerprints;
  readonly #reads: SiteReads;
  /** Of what every page may depend on without reading it: which parts there are, and the languages of the interface. */
  readonly #shape: string;
  /** The lists of names, which many pages share. */
  readonly #lists = new Map<string, readonly string[]>();
  /** Fingerprints of the parts that they name. */
  readonly #shared = new Map<readonly string[], string | undefined>();

  constructor(site: Site) {
    this.#fingerprints = new Fingerprints([...site.posts, ...site.pages]);
    this.#reads = new SiteReads(site);
    this.site = this.#reads.site;
    this.#shape = this.#fingerprints.of([this.#reads.names, site.languages]);
  }

  /** Renders a page with `site`. */
  render({ file }: PageSource, make: () => string): RenderedPage {
    const { result, reads } = collectReads(make);
    const path = addressOf(file);
    const about = `:${path}`;
    const names = Array.from(reads, (name) =>
      name.endsWith(about) ? name.slice(0, -path.length) : name,
    );
    const joined = names.join('\n');
    const known = this.#lists.get(joined) ?? names;
    this.#lists.set(joined, known);
    return { html: result, reads: known };
  }

  /**
   * @param reads as `render` returns them, of this build or another one
   * @returns `undefined` for a page that is to be rendered by every build
   */
  keyOf({ template, item, file }: PageSource, reads: readonly string[]): string | undefined {
    const shared = this.#sharedKey(reads);
    if (shared === undefined) return undefined;
    const path = addressOf(file);
    const own = reads.filter((name) => name.endsWith(':')).map((name) => name + path);
    const parts = own.map((name) => this.#reads.partOf(name));
    return keyOf(this.#fingerprints.of([this.#shape, template, item, file, shared, ...parts]));
  }

  #sharedKey(reads: readonly string[]): string | undefined {
    if (this.#shared.has(reads)) return this.#shared.get(reads);
    const parts = reads
      .filter((name) => !name.endsWith(':'))
      .map((name) => this.#reads.partOf(name));
    const isLong = parts.some((part) => Array.isArray(part) && part.length > LONG_LIST);
    const key = isLong ? undefined : this.#fingerprints.of([reads, parts]);
    this.#shared.set(reads, key);
    return key;
  }
}

/** Path of the page that a file is. */
function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}
