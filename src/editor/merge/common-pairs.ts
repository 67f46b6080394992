/** What two lists have in common. */
import { LCS, type ILCSResult } from 'node-diff3';

/** The longest common subsequence, as pairs of positions. */
export function commonPairs(
  a: readonly string[],
  b: readonly string[],
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let match: ILCSResult | null = LCS([...a], [...b]);
  // The chain begins before both lists.
  for (; match?.chain; match = match.chain) pairs.push([match.buffer1index, match.buffer2index]);
  return pairs.toReversed();
}
