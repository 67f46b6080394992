/** Requests from the web, with limits. */
import { checkPublic } from './public-host.ts';

export interface FetchLimits {
  /** In milliseconds, for the whole answer with its redirects. */
  readonly timeout: number;
  /** After decompression. */
  readonly maxBytes: number;
  /** URL that the owner has named. Its host may be in a private network, others may not. */
  readonly named?: string | undefined;
  /** Whether all hosts may be in a private network. */
  readonly allowPrivate?: boolean | undefined;
}

const MAX_REDIRECTS = 5;
/** These keep the method. RFC 9110, sections 15.4.8 and 15.4.9 */
const SAME_METHOD = new Set([307, 308]);
const REDIRECTS = new Set([301, 302, 303, ...SAME_METHOD]);

/** @throws {Error} if the server fails, responds too slowly or sends too much; `reasonOf` explains it */
export async function fetchBytes(address: string, limits: FetchLimits): Promise<Buffer> {
  const response = await fetchFollowing(address, limits, {
    headers: { 'user-agent': 'perennial' },
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the server responded with status ${response.status}`);
  }
  return readBody(response, limits.maxBytes);
}

/**
 * Follows redirects.
 * @throws {Error} if there are too many, or one leads to a private network
 */
export async function fetchFollowing(
  address: string,
  { timeout, ...trust }: Omit<FetchLimits, 'maxBytes'>,
  init: RequestInit,
): Promise<Response> {
  const signal = AbortSignal.timeout(timeout);
  let url = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetchOnce(url, trust, { ...init, signal });
    const location = response.headers.get('location');
    const follows = init.method === undefined ? REDIRECTS : SAME_METHOD;
    if (location === null || !follows.has(response.status)) return response;
    await response.body?.cancel();
    url = new URL(location, url).href;
  }
  throw new Error(`it redirects more than ${MAX_REDIRECTS} times`);
}

/**
 * Follows no redirect.
 * @throws {Error} if `address` is in a private network and on another host than `named`
 */
export async function fetchOnce(
  address: string,
  { named, allowPrivate = false }: Pick<FetchLimits, 'named' | 'allowPrivate'>,
  init: RequestInit,
): Promise<Response> {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`it leads to ${url.protocol}, not the web`);
  const isTrusted = allowPrivate || (named !== undefined && url.host === new URL(named).host);
  if (!isTrusted) await checkPublic(url);
  return fetch(url, { ...init, redirect: 'manual' });
}

/** @throws {Error} if it is larger */
export async function readBody(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`it is larger than ${maxBytes / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
