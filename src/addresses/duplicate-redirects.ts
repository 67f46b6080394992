/** Joins redirects from one source, and reports those to different targets. */
import { foldPath, outputFile } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { isIndexFile } from './index-files.ts';
import { sortRedirects, type Gone, type Redirect } from './redirect.ts';

/** Keeps sources that differ only in case, because some hosts distinguish them. */
export function withoutDuplicates(
  table: readonly Redirect[],
  gone: readonly Gone[],
  problems: Problems,
): Redirect[] {
  const first = new Map<string, Redirect>();
  const unique = new Map<string, Redirect>();
  const spellings = new Map<string, Set<string>>();
  const goneByPath = new Map(gone.map((one) => [foldPath(one.from), one]));
  for (const redirect of table) {
    const key = foldPath(redirect.from);
    const other = first.get(key) ?? redirect;
    const removed = goneByPath.get(key);
    if (removed !== undefined) reportDuplicate(redirect, 'is marked as gone', removed, problems);
    else if (other.to.path === redirect.to.path) {
      first.set(key, other);
      const own = isIndexFile(redirect.from) ? redirect.from : outputFile(redirect.from);
      if (!unique.has(own)) unique.set(own, redirect);
      const known = spellings.get(own) ?? new Set();
      for (const spelling of redirect.spellings ?? []) known.add(spelling);
      if (known.size > 0) spellings.set(own, known);
    } else reportDuplicate(redirect, `to ${other.to.path}`, other, problems);
  }
  return sortRedirects(
    [...unique].map(([own, redirect]) => {
      const known = spellings.get(own);
      return known === undefined ? redirect : { ...redirect, spellings: [...known] };
    }),
  );
}

/** @param otherwise what the other definition says: `to /a/` */
function reportDuplicate(
  { from, to, owner }: Redirect,
  otherwise: string,
  other: Gone,
  problems: Problems,
): void {
  const variant =
    other.from === from ? '' : ` as ${other.from}, which many hosts treat as the same address`;
  problems.error({
    ...owner,
    code: 'redirect-duplicate',
    message: `The old address ${from} leads to ${to.path} here, but ${otherwise} in ${other.owner.file}${variant}.`,
    hint: 'Keep it in only one of the two places.',
  });
}
