/** Follows redirects and meta refreshes from a URL to its final page. */
import type { Answer, Client, NoAnswer } from './client.ts';

export interface Hop {
  /** By HTTP status, or by a meta refresh. */
  readonly kind: 'redirect' | 'refresh';
  readonly status: number;
  /** Absolute. */
  readonly to: string;
}

export interface RedirectChain {
  readonly hops: readonly Hop[];
  /** Last URL, absolute. */
  readonly final: string;
  /** Answer of the last URL that was requested. */
  readonly answer: Answer | NoAnswer;
  /** False for a loop, and for more than `MAX_HOPS` hops. */
  readonly isComplete: boolean;
}

export const MAX_HOPS = 5;

/** @param followRefresh whether to follow meta refreshes */
export async function followRedirects(
  client: Client,
  url: string,
  followRefresh: boolean,
): Promise<RedirectChain> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let final = url;
  for (;;) {
    seen.add(final);
    const answer = await client.get(final);
    const hop = hopOf(answer, followRefresh);
    if (hop === undefined) return { hops, final, answer, isComplete: true };
    hops.push(hop);
    final = hop.to;
    if (seen.has(final) || hops.length > MAX_HOPS)
      return { hops, final, answer, isComplete: false };
  }
}

function hopOf(answer: Answer | NoAnswer, followRefresh: boolean): Hop | undefined {
  if (answer.status === undefined) return undefined;
  const { status, location, refresh } = answer;
  if (location !== undefined) return { kind: 'redirect', status, to: location };
  return followRefresh && refresh !== undefined
    ? { kind: 'refresh', status, to: refresh }
    : undefined;
}
