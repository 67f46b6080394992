/** Warns about posts that name an address of this site as that of their first publication. */
import type { Addresses } from '../addresses/address.ts';
import type { PostEntry } from '../content/entries.ts';
import type { Problems } from '../lib/problem.ts';

export function checkOriginal(
  { file, fields: { canonicalUrl } }: PostEntry,
  { origin }: Addresses,
  problems: Problems,
): void {
  if (canonicalUrl === undefined || new URL(canonicalUrl).origin !== origin) return;
  problems.warn({
    file,
    field: 'canonicalUrl',
    code: 'post-canonicalUrl-own',
    message:
      '`canonicalUrl` is an address of this site, so search engines would leave this post out.',
    hint: 'Write the address on the other site, or remove the line if the post was first published here.',
  });
}
