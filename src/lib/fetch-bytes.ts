/** Fetches a file from the web, with limits. */

export interface FetchLimits {
  /** In milliseconds. */
  readonly timeout: number;
  readonly maxBytes: number;
}

/** @throws {Error} if the server fails, responds too slowly or sends too much; `reasonOf` explains it */
export async function fetchBytes(
  address: string,
  { timeout, maxBytes }: FetchLimits,
): Promise<Buffer> {
  const response = await fetch(address, {
    signal: AbortSignal.timeout(timeout),
    headers: { 'user-agent': 'perennial' },
  });
  if (!response.ok) throw new Error(`the server responded with status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`it is larger than ${maxBytes / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
