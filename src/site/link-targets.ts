/** What a link to this site finds: a page, a file, a redirect, or nothing. */
import type { Plan } from '../addresses/plan.ts';
import type { Planned } from '../addresses/plan-entries.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { HASHED_FOLDER, decodePath, foldPath, folderOf, outputFile } from '../lib/paths.ts';
import { match } from '../lib/patterns.ts';

export type Unpublished = Planned<PostEntry | PageEntry>;

/** All paths are below the site root and decoded. */
export class LinkTargets {
  readonly paths: readonly string[];
  readonly #plan: Plan;
  readonly #hasUnknownFiles: boolean;
  /** Output files. */
  readonly #files: ReadonlySet<string>;
  readonly #redirects: ReadonlySet<string>;
  #unpublished: ReadonlyMap<string, Unpublished> | undefined;

  /**
   * @param files paths of what is copied or generated, such as `/css/site.css`
   * @param hasUnknownFiles whether there may be others
   */
  constructor(plan: Plan, files: readonly string[], hasUnknownFiles: boolean) {
    this.paths = [...plan.titles.keys(), ...files];
    this.#plan = plan;
    this.#hasUnknownFiles = hasUnknownFiles;
    this.#files = new Set([
      ...Array.from(plan.titles.keys(), outputFile),
      ...plan.entries.map(({ address }) => outputFile(address.path)),
      ...files.map((path) => path.slice(1)),
    ]);
    this.#redirects = new Set(plan.redirects.exact.map(({ from }) => foldPath(from)));
  }

  /** Whether readers arrive, perhaps by a redirect, or a field that decides it is invalid. */
  has(path: string): boolean {
    return (
      this.#files.has(path.slice(1)) ||
      this.#files.has(outputFile(path)) ||
      [HASHED_FOLDER, this.#plan.searchFolder.path].some((folder) => path.startsWith(folder)) ||
      (this.#hasUnknownFiles && /\.(?!html?$)[^./]+$/i.test(path)) ||
      this.#isRedirected(path) ||
      this.#plan.isUnresolved(path)
    );
  }

  /** Whether a redirect answers with 410 Gone. */
  isGone(path: string): boolean {
    const { gone, patterns } = this.#plan.redirects;
    return (
      gone.some(({ from }) => foldPath(from) === foldPath(path)) ||
      patterns.some(({ from, to }) => to === undefined && match(from, path) !== undefined)
    );
  }

  /** The post or page that will be here, or whose file will. */
  unpublished(path: string): Unpublished | undefined {
    this.#unpublished ??= unpublishedBy(this.#plan);
    const own = this.#unpublished.get(foldPath(path));
    if (own !== undefined) return own;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const place = this.#unpublished.get(foldPath(path.slice(0, end + 1)));
      if (place?.entry.files.includes(path.slice(end + 1))) return place;
    }
    return undefined;
  }

  #isRedirected(path: string): boolean {
    const { patterns } = this.#plan.redirects;
    return (
      this.#redirects.has(foldPath(path)) ||
      patterns.some(
        ({ from, to, kind }) =>
          // The link resolver follows those to feeds that exist.
          kind === 'page' && to !== undefined && match(from, path) !== undefined,
      )
    );
  }
}

/** By the folded output file of each address, old ones included. */
function unpublishedBy({ unpublished }: Plan): Map<string, Unpublished> {
  return new Map(
    unpublished.flatMap((place) => {
      const { address, entry } = place;
      const old = entry.fields.legacyUrl.map((url) => decodePath(url) ?? url);
      return [address.path, folderOf(address.path), ...old].map((path): [string, Unpublished] => [
        foldPath(path),
        place,
      ]);
    }),
  );
}
