/** Words for what an import accounts for. */
import type { AccountedDifference, AccountKind } from '../import/account/account.ts';

/** What an account counts. */
export const NOUNS: Readonly<Record<AccountKind, string>> = {
  word: 'words',
  line: 'lines',
  link: 'links',
  picture: 'pictures in texts',
  frame: 'frames',
  code: 'blocks of code',
  heading: 'headings',
  comment: 'comments',
};

/** For what is missing. */
export const UNKNOWN = 'the reason is not known';

/** What no page will show; what nobody can explain comes first. */
export function missingOf(differences: Iterable<AccountedDifference>): AccountedDifference[] {
  const missing: AccountedDifference[] = [];
  for (const difference of differences)
    if (difference.change === 'missing') missing.push(difference);
  return missing.toSorted(
    (a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined),
  );
}
