/** Titles of pages, for messages, navigation and the search for similar addresses. */
import type { AddedPage } from './added-page.ts';
import type { OutputPath } from './collisions.ts';
import type { Addressed } from './redirect.ts';

/** Titles by path. Generated pages are titled by their path. */
export function titlesOf(
  pagePaths: readonly OutputPath[],
  entries: readonly Addressed[],
  addedPages: readonly AddedPage[],
): Map<string, string> {
  return new Map([
    ...pagePaths.map(({ path }): [string, string] => [path, path]),
    ...addedPages.map(({ path, title }): [string, string] => [path, title]),
    ...entries.map(({ entry, address }): [string, string] => [address.path, entry.fields.title]),
  ]);
}
