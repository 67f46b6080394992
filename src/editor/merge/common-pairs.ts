/** Finds what two lists have in common. */
import { LCS } from 'node-diff3';

/** The end of a common subsequence, and the way back through it. */
interface Match {
  readonly buffer1index: number;
  readonly buffer2index: number;
  readonly chain: Match | null;
}

/** The longest common subsequence, as pairs of positions. */
export function commonPairs(
  a: readonly string[],
  b: readonly string[],
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let match: Match | null | undefined = LCS([...a], [...b]);
  // The chain begins before both lists.
  for (; match?.chain; match = match.chain) pairs.push([match.buffer1index, match.buffer2index]);
  return pairs.toReversed();
}
