/** Finds references within the site that lead nowhere. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import type { Problem } from '../lib/problem.ts';
import { decodeLoosely, decodePath } from '../lib/paths.ts';
import type { AuditedPage } from './page.ts';

interface SiteAddresses {
  /** URL of the home page. */
  readonly url: string;
  /** Whether the site has a file at a path below its root, decoded. */
  readonly has: (path: string) => boolean;
  /** Addresses whose fragment is reported where a text has them. */
  readonly reported: ReadonlySet<string>;
}

/**
 * @param pages by file below the output folder
 * @returns a problem for each page and address
 */
export function brokenLinks(
  pages: ReadonlyMap<string, AuditedPage>,
  { url: home, has, reported }: SiteAddresses,
): Problem[] {
  const { origin, pathname: base } = new URL(home.endsWith('/') ? home : `${home}/`);
  const known = new Map<string, boolean>();
  return [...pages].flatMap(([file, { references }]) => {
    const address = new URL(encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), origin + base);
    return [...new Set(references)].flatMap((written) => {
      const url = canParseUrl(written, address.href) ? new URL(written, address) : undefined;
      if (url === undefined || url.origin !== origin || !url.pathname.startsWith(base)) return [];
      const path = decodePath(url.pathname.slice(base.length - 1)) ?? '';
      const isThere = known.get(path) ?? has(path);
      known.set(path, isThere);
      if (!isThere) return [broken(file, written, 'the site has no such page or file')];
      const id = decodeLoosely(url.hash.slice(1));
      const target = pages.get(fileOf(path));
      if (id === '' || id === 'top' || reported.has(written)) return [];
      if (target === undefined || target.ids.has(id)) return [];
      return [broken(file, written, `that page has nothing with the \`id\` "${id}"`)];
    });
  });
}

function broken(file: string, written: string, why: string): Problem {
  return {
    severity: 'error',
    code: 'page-link-broken',
    file,
    message: `The page leads to \`${written}\`, but ${why}.`,
    hint: 'Correct the address where it is written: in a text, a setting, a component or a slot.',
  };
}

function fileOf(path: string): string {
  return path.slice(1).replace(/(^|\/)$/, '$1index.html');
}
