/** The address of the old blog. Exports have a placeholder in its place. */
import { webUrl } from '../addresses.ts';
import type { PostRow } from './rows.ts';

const PLACEHOLDER = '__GHOST_URL__';

export class GhostSite {
  /** `https://host/path/`; '' if unknown. */
  readonly url: string;
  /** Path of the blog, without a slash at the end. */
  readonly #root: string;

  /**
   * @param told by the owner
   * @param hosts number of own pictures by host
   */
  constructor(told: string | undefined, hosts: ReadonlyMap<string, number>) {
    const [host] = [...hosts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
    const written = webUrl(told ?? '') ?? (host === undefined ? '' : `https://${host}/`);
    const url = written === '' ? undefined : new URL(written);
    this.#root = url?.pathname.replace(/(?<!\/)\/+$/, '') ?? '';
    this.url = url === undefined ? '' : `${url.origin}${this.#root}/`;
  }

  /** @param path below the blog: `/roses/` */
  at(path: string): string {
    return this.#root + (path.startsWith('/') ? path : `/${path}`);
  }

  isElsewhere(url: string): boolean {
    const address = webUrl(url);
    return (
      address !== undefined && (this.url === '' || new URL(address).host !== new URL(this.url).host)
    );
  }

  /** The post with addresses in place of the placeholder; root-relative ones if the address is unknown. */
  complete(post: PostRow): PostRow {
    return {
      ...post,
      html: this.fill(post.html),
      lexical: this.fill(post.lexical),
      mobiledoc: this.fill(post.mobiledoc),
      markdown: this.fill(post.markdown),
      feature_image: this.fill(post.feature_image),
      image: this.fill(post.image),
      canonical_url: this.fill(post.canonical_url),
    };
  }

  fill(text: string): string {
    return text.includes(PLACEHOLDER)
      ? text.replaceAll(PLACEHOLDER, () => this.url.replace(/\/$/, ''))
      : text;
  }
}
