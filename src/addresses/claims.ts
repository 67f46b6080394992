/** What lays claim to an address or file of the output, for `collisions.ts`. */
import type { AuthorEntry, PostEntry } from '../content/entries.ts';
import { foldFile, folderOf } from '../lib/paths.ts';
import type { AddedPage } from './added-page.ts';
import type { PageAddress } from './address.ts';
import { SITE_ITSELF, type Claim } from './collisions.ts';
import { keptAddresses, type Addressed, type RedirectTable } from './redirect.ts';
import type { Term } from './terms.ts';

export function claim(path: string, what: string, owner = SITE_ITSELF): Claim {
  return { path, what, owner };
}

export function pageClaims(pages: Iterable<PageAddress>): Claim[] {
  return [...pages].map(({ path }) => claim(path, 'a page'));
}

/** Of the files of the search, those whose names do not tell their content. */
export function searchClaims({ path }: PageAddress): Claim[] {
  return ['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json'].map((name) =>
    claim(path + name, 'a file of the search'),
  );
}

export function archiveClaims(entries: readonly PostEntry[], pageSize: number): Claim[] {
  const dates = entries.map(({ fields }) => fields.publishDate);
  const paths = new Set([
    ...dates.map(({ year }) => `/${year}/`),
    ...dates.map(({ year, month }) => `/${year}/${month}/`),
  ]);
  for (let page = 2; page <= Math.ceil(entries.length / pageSize); page++)
    paths.add(`/page/${page}/`);
  return [...paths].map((path) => claim(path, 'a list of posts'));
}

export function entryClaims(entries: readonly Addressed[], what: string): Claim[] {
  return entries.map(({ entry, address }) => {
    const [kept] = keptAddresses([{ entry, address }]);
    const { file, fields } = entry;
    const isNamed = 'slug' in fields && fields.slug !== undefined;
    return claim(address.path, what, kept?.owner ?? (isNamed ? { file, field: 'slug' } : { file }));
  });
}

export function addedClaims(pages: readonly AddedPage[]): Claim[] {
  return pages.map(({ path, file }) => claim(path, 'the page', { file, field: 'permalink' }));
}

export function fileClaim(path: string, what: string, file: string): Claim {
  return { ...claim(path, what, { file }), isFile: true };
}

/** Files beside posts and pages, whether used or not: a link to one must not take another's place. */
export function fileClaims(entries: readonly Addressed[]): Claim[] {
  return entries.flatMap(({ entry, address }) =>
    entry.files.map((file) =>
      fileClaim(folderOf(address.path) + file, `the file ${file}`, entry.file),
    ),
  );
}

/** Cards clash when their posts do, which is said once. */
export function cardClaims(
  posts: readonly (Addressed & { readonly card: PageAddress })[],
): Claim[] {
  return posts.map(({ entry, card }) => ({
    ...fileClaim(card.path, 'the card', entry.file),
    target: foldFile(card.path),
  }));
}

export function portraitClaims(entries: readonly AuthorEntry[], authors: readonly Term[]): Claim[] {
  const paths = new Map(authors.map(({ name, path }) => [name, path]));
  return entries.flatMap(({ file, fields: { name, avatar } }) => {
    const path = paths.get(name);
    if (path === undefined || avatar === undefined || /^https?:\/\//.test(avatar)) return [];
    return [fileClaim(path + avatar.replace(/^\.\//, ''), 'the portrait', file)];
  });
}

export function redirectClaims({ exact, gone, patterns }: RedirectTable): Claim[] {
  return [
    ...[...exact, ...patterns.flatMap(({ known }) => known)].map(({ from, to, owner }) => ({
      ...claim(from, 'the old address', owner),
      target: to.path,
    })),
    ...gone.map(({ from, owner }) => claim(from, 'the old address', owner)),
  ];
}
