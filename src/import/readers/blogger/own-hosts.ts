/** Finds the hosts of a blog in the links of its posts. */
import { ownText } from '../../../lib/own-copy.ts';

/** Links to posts and pages as Blogger names them. */
const LINK = /https?:\/\/([a-z0-9.-]+)(?::\d+)?(\/(?:\d{4}\/\d{2}|p)\/[^/?#"'<>\s]+\.html)/gi;

/** Different links that are kept; far above what one needs. */
const MAX_LINKS = 100_000;

/** A host of links to so many different posts of the blog is certainly its own. */
const CERTAIN = 3;

export class OwnHosts {
  readonly #paths = new Set<string>();
  readonly #links = new Map<string, Set<string>>();
  #count = 0;

  /** Adds an address of the blog, root-relative. */
  addPath(path: string): void {
    this.#paths.add(path.toLowerCase());
  }

  addLinks(html: string): void {
    for (const [, host = '', path = ''] of html.matchAll(LINK)) {
      if (this.#count === MAX_LINKS) return;
      const name = ownText(bareHost(host));
      const paths = this.#links.get(name) ?? new Set();
      if (paths.has(path)) continue;
      this.#links.set(name, paths.add(ownText(path)));
      this.#count++;
    }
  }

  /**
   * Hosts of links to posts of this blog, the most frequent first; without `www.`, and `blogspot.com` for all
   * countries.
   * @param title a host of Blogger that resembles it counts even if its posts are gone
   */
  hosts(title: string): string[] {
    const counts = [...this.#links].map(([host, paths]) => {
      const count = [...paths].filter((path) => this.#paths.has(path.toLowerCase())).length;
      return { host, count };
    });
    const linked = counts
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count || (a.host < b.host ? -1 : 1));
    const certain = linked.filter(({ count }, index) => index === 0 || count >= CERTAIN);
    if (certain.length > 0) return certain.map(({ host }) => host);
    const name = letters(title);
    return counts
      .map(({ host }) => host)
      .filter((host) => name !== '' && letters(host.replace(/\.blogspot\.com$/, '')) === name)
      .filter((host) => host.endsWith('.blogspot.com'));
  }
}

/** As it is in `hosts`. */
export function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.blogspot\.[a-z]{2,3}(?:\.[a-z]{2})?$/, '.blogspot.com');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
