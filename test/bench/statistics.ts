/** Medians and pairwise ratios. */

/** The middle value, or the mean of the two in the middle; `undefined` of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

/**
 * How many times as long as `others` do `values` take: the median over the
 * rounds, each compared with its own neighbour, since a machine's speed drifts.
 */
export function pairedRatio(
  values: readonly number[],
  others: readonly number[],
): number | undefined {
  const ratios = values.flatMap((value, round) => {
    const other = others[round];
    return other === undefined ? [] : [value / other];
  });
  return median(ratios);
}
