/** Old addresses of posts, pages and lists. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import type { XmlNode } from '../../source/xml-items.ts';
import { field, metaOf } from './wxr-items.ts';

/** The old blog's own addresses. */
export class OldSite {
  /** `https://host/path/`, or '' if unknown. */
  readonly url: string;
  /** Other hosts that its posts have. */
  readonly hosts: readonly string[];
  readonly #own: ReadonlySet<string>;
  /** Path of the blog: `/` or `/blog/`. */
  readonly #root: string;

  /**
   * @param urls of the blog, the best first; some may be empty
   * @param hosts number of posts by host
   */
  constructor(urls: readonly string[], hosts: ReadonlyMap<string, number>) {
    const known = urls.filter((url) => canParseUrl(url)).map((url) => new URL(url));
    const total = [...hosts.values()].reduce((sum, one) => sum + one, 0);
    // Plugins let single posts lead to other sites.
    const commonest = [...hosts].find(([, posts]) => posts * 2 > total)?.[0];
    const first = known[0];
    const path = first?.pathname.replace(/(?<!\/)\/*$/, '/') ?? '/';
    const host = first?.host ?? commonest ?? '';
    this.url = host === '' ? '' : `${first?.protocol ?? 'https:'}//${host}${path}`;
    this.#root = path;
    const all = new Set([...known.map((url) => url.host), ...(commonest ? [commonest] : [])]);
    this.#own = new Set([...all].map(withoutWww));
    this.hosts = [...all].filter((other) => other !== host);
  }

  isOwn(host: string): boolean {
    return this.#own.has(withoutWww(host));
  }

  /** @param path below the blog: `category/roses/` */
  at(path: string): string {
    return this.#root + path;
  }

  /** Root-relative, as written; `undefined` for an address of another site. */
  relative(url: string): string | undefined {
    const [, host, path = '/'] = /^https?:\/\/([^/?#]+)([/?][^#]*)?/i.exec(url) ?? [];
    if (host !== undefined) {
      if (!this.isOwn(host.toLowerCase())) return undefined;
      return path.startsWith('/') ? path : `/${path}`;
    }
    return url.startsWith('/') && !url.startsWith('//') ? url.replace(/#.*/s, '') : undefined;
  }

  /** The address first, then the others. */
  ofEntry(item: XmlNode, type: 'post' | 'page', bodyPages: number): string[] {
    const id = field(item, 'wp:post_id');
    const link = this.relative(field(item, 'link'));
    const urls = link === undefined ? [] : [link];
    const path = link !== undefined && !link.includes('?') && link !== '/' ? link : undefined;
    if (path !== undefined) urls.push(...olderAddresses(path, item));
    const guid = this.relative(field(item, 'guid'));
    if (guid !== undefined && guid !== '/') urls.push(guid);
    if (id !== '') urls.push(this.at(type === 'page' ? `?page_id=${id}` : `?p=${id}`));
    if (path?.endsWith('/') === true)
      for (let page = 2; page <= bodyPages; page++) urls.push(`${path}${page}/`);
    return [...new Set(urls)];
  }
}

/** Those from before the slug or the date was changed. */
function olderAddresses(path: string, item: XmlNode): string[] {
  const meta = metaOf(item);
  const slugs = (meta.get('_wp_old_slug') ?? [])
    .filter((slug) => /^[^\s/?#]+$/.test(slug))
    .map((slug) => path.replace(/(?<![^/])[^/]+(\/?)$/, `${escapeReplacement(slug)}$1`));
  const dates = (meta.get('_wp_old_date') ?? []).map((date) => withDate(path, date));
  return [...slugs, ...dates];
}

function escapeReplacement(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** @param date `2011-05-01` */
function withDate(path: string, date: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? [];
  if (year === '') return path;
  return path
    .replace(/\/\d{4}\/\d\d\/\d\d\//, `/${year}/${month}/${day}/`)
    .replace(/\/\d{4}\/\d\d\/(?!\d\d\/)/, `/${year}/${month}/`);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}

/** Decodes a `post_name`, which WordPress may have cut inside a character. Without `.html`. */
export function slugOfName(name: string): string {
  return name
    .replace(/(?:%[0-9a-f]{2})+/gi, (codes) =>
      Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8').replaceAll('\uFFFD', ''),
    )
    .replace(/%[0-9a-f]?$/i, '')
    .replace(/\.(?:html?|php|aspx?)$/i, '');
}
