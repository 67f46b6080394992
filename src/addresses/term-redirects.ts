/** Old addresses of tags, authors and series. */
import type { Addresses } from './address.ts';
import type { LegacyAddress } from './redirect.ts';
import type { Term } from './taxonomies.ts';

/** What a file says about a term. */
export interface Described {
  readonly name: string;
  readonly file: string;
  /** Path of its fields in the file: empty, or `C#.` */
  readonly prefix: string;
  readonly fields: { readonly slug?: string | undefined; readonly legacyUrl: readonly string[] };
}

/**
 * Old addresses of pages, and for those among the present pages also of the feeds below.
 * @param root of the pages: `/tags/`
 */
export function legacyOf(
  root: string,
  terms: readonly Term[],
  described: readonly Described[],
  addresses: Addresses,
): LegacyAddress[] {
  const byName = new Map(terms.map((term) => [term.name, term]));
  return described.flatMap(({ name, file, prefix, fields }) => {
    const term = byName.get(name);
    if (term === undefined) return [];
    return fields.legacyUrl.flatMap((written, index): LegacyAddress[] => {
      const owner = { file, field: `${prefix}legacyUrl[${index}]` };
      const page: LegacyAddress = { written, to: term, title: name, kind: 'page', owner };
      if (!written.startsWith(root) || !written.endsWith('/')) return [page];
      const { rss, atom, json } = addresses.feedsBelow(written);
      const feeds = [
        { written: rss.path, to: term.feeds.rss ?? term.feeds.atom },
        { written: atom.path, to: term.feeds.atom },
        { written: json.path, to: term.feeds.json ?? term.feeds.atom },
      ];
      return [page, ...feeds.map((feed) => ({ ...page, ...feed, kind: 'feed' as const }))];
    });
  });
}
