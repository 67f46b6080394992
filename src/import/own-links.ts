/** Finds what a link to the old blog leads to, and the link to write instead. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { decodeLoosely, encodePath, foldPath } from '../lib/paths.ts';
import { legacyUrl } from '../lib/hosts.ts';
import type { ImportedEntry } from './model.ts';

/** Where something of the old blog is now. */
export interface LinkTarget {
  /** Old addresses, root-relative. */
  readonly legacyUrls: readonly string[];
  /** Path below the content folder: `posts/roses`; `undefined` for what redirects know, such as a tag. */
  readonly path: string | undefined;
}

/** Base of root-relative addresses. */
const ROOT = 'https://x.invalid/';

/** What is added to an address to show or count it, but not another page. */
const NO_PAGE = /^(?:m|showComment|utm_\w+|fbclid|gclid|spref|replytocom|share|nb|amp)$/;

/** Addresses of Blogger that the new site redirects. */
const BLOGGER_LIST =
  /^\/(?:\d{4}\/(?:\d\d\/)?|\d{4}_\d\d_\d\d_archive\.html|search(?:\/label\/[^/]+)?|feeds\/posts\/default)$/;

export interface OwnLinksOptions {
  /** Host names of the old blog. */
  readonly hosts: readonly string[];
  /** `https://host/` of the old blog, if known. */
  readonly url: string | undefined;
  readonly isBlogger: boolean;
}

export class OwnLinks {
  /** Paths below the content folder by address; `undefined` for what redirects know. */
  readonly #targets = new Map<string, string | undefined>();
  readonly #options: OwnLinksOptions;
  readonly #hosts: readonly string[];

  /** Of two targets with the same address, the first counts. */
  constructor(targets: Iterable<LinkTarget>, options: OwnLinksOptions) {
    this.#options = options;
    this.#hosts = options.hosts.flatMap((host) => [
      host,
      `www.${host}`,
      host.replace(/^www\./, ''),
    ]);
    for (const target of targets)
      for (const url of target.legacyUrls.filter((one) => canParseUrl(one, ROOT))) {
        const key = keyOf(new URL(url, ROOT));
        if (!this.#targets.has(key)) this.#targets.set(key, target.path);
      }
  }

  /**
   * The link to write instead of `href`, or `undefined` to leave it.
   * @param entry whose body has the link
   * @param path of the entry below the content folder
   */
  link(href: string, entry: ImportedEntry, path: string): string | undefined {
    const url = this.#resolve(href, entry);
    if (url === undefined) return undefined;
    const key = this.#find(url);
    const target = key === undefined ? undefined : this.#targets.get(key);
    if (target === undefined) {
      if (key !== undefined || this.#isList(url)) return url.pathname + url.search + url.hash;
      return this.#onOldBlog(href, url);
    }
    if (target === path && url.hash !== '') return url.hash;
    const [, kind, name = ''] = /^(posts|pages)\/(.*)$/s.exec(target) ?? [];
    return (kind === 'posts' ? `../${name}/` : encodePath(`/${name}/`)) + url.hash;
  }

  /** The address on the old blog; `undefined` for one of another site. */
  #resolve(href: string, { body, legacyUrls: [own] }: ImportedEntry): URL | undefined {
    if (/^(?:https?:)?\/\//i.test(href)) return legacyUrl(href, this.#hosts);
    if (href === '' || href.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined;
    const isOnWeb = /^https?:\/\//i.test(body.base ?? '');
    const isRead = own !== undefined && canParseUrl(own, ROOT);
    const base = isOnWeb ? body.base : isRead ? new URL(own, ROOT).href : undefined;
    const from = base ?? (href.startsWith('/') ? ROOT : undefined);
    if (from === undefined || !canParseUrl(href, from)) return undefined;
    const url = new URL(href, from);
    return url.href.startsWith(ROOT) || legacyUrl(url.href, this.#hosts) ? url : undefined;
  }

  /** The key of its target, if it has one. */
  #find(url: URL): string | undefined {
    const keys = [keyOf(url), foldPath(decodeLoosely(url.pathname))];
    const known = keys.slice(0, url.pathname === '/' ? 1 : 2);
    return known.find((key) => this.#targets.has(key));
  }

  /** Whether the new site has a list of posts for an address. */
  #isList({ pathname, search }: URL): boolean {
    if (pathname === '/' && search === '') return true;
    return this.#options.isBlogger && BLOGGER_LIST.test(pathname);
  }

  /** An absolute address instead of a relative one, which would lead nowhere on the new site. */
  #onOldBlog(href: string, url: URL): string | undefined {
    if (/^(?:https?:)?\/\//i.test(href)) return undefined;
    if (!url.href.startsWith(ROOT)) return url.href;
    const { url: home } = this.#options;
    return home === undefined || !href.startsWith('/')
      ? undefined
      : new URL(url.pathname + url.search + url.hash, home).href;
  }
}

/** The same for all spellings of an address. */
function keyOf({ pathname, searchParams }: URL): string {
  const query = [...searchParams].filter(([name]) => !NO_PAGE.test(name));
  const path = foldPath(decodeLoosely(pathname));
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
}
