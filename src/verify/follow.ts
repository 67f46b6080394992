/** From an address to where a reader of it arrives. */
import type { Answer, Client, Silence } from './client.ts';

/** One step on the way. */
export interface Hop {
  /** By the server's status, or by a page that leads on by itself. */
  readonly kind: 'redirect' | 'refresh';
  readonly status: number;
  /** Absolute. */
  readonly to: string;
}

/** The way from an address, and what stands at its end. */
export interface Journey {
  readonly hops: readonly Hop[];
  /** Where it ends, absolute. */
  readonly final: string;
  /** What answers there; when the way has no end, what answered last. */
  readonly answer: Answer | Silence;
  /** False for a loop, and for more hops than browsers and robots like to follow. */
  readonly hasEnd: boolean;
}

/** What is followed at most. */
export const MOST_HOPS = 5;

/** @param followsPages whether a page that leads on by itself is followed */
export async function follow(
  client: Client,
  address: string,
  followsPages: boolean,
): Promise<Journey> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let final = address;
  for (;;) {
    seen.add(final);
    const answer = await client.ask(final);
    const hop = hopOf(answer, followsPages);
    if (hop === undefined) return { hops, final, answer, hasEnd: true };
    hops.push(hop);
    final = hop.to;
    if (seen.has(final) || hops.length > MOST_HOPS) return { hops, final, answer, hasEnd: false };
  }
}

function hopOf(answer: Answer | Silence, followsPages: boolean): Hop | undefined {
  if (answer.status === undefined) return undefined;
  const { status, location, refresh } = answer;
  if (location !== undefined) return { kind: 'redirect', status, to: location };
  return followsPages && refresh !== undefined
    ? { kind: 'refresh', status, to: refresh }
    : undefined;
}
