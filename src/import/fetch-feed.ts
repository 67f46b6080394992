/** Fetches the pages of a live feed. */
import { fetchFollowing, readBody } from '../lib/fetch-bytes.ts';
import { reasonOf } from '../lib/fetch-errors.ts';
import { SourceError } from './source/source.ts';

/** Milliseconds. */
const TIMEOUT = 60_000;
/** Bytes of a page. */
const MAX_BYTES = 100_000_000;
const HEADERS = {
  'user-agent': 'perennial',
  accept: 'application/atom+xml,application/rss+xml,*/*;q=0.5',
};

/**
 * @param url that the owner has named: it may be in a private network
 * @throws {SourceError}
 */
export async function fetchFeed(
  url: string,
): Promise<{ readonly url: string; readonly text: string }> {
  try {
    const response = await fetchFollowing(
      url,
      { timeout: TIMEOUT, named: url },
      { headers: HEADERS },
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the server responded with status ${response.status}`);
    }
    const bytes = await readBody(response, MAX_BYTES);
    return { url: response.url, text: decode(bytes, response.headers.get('content-type') ?? '') };
  } catch (error) {
    throw new SourceError(`${url} cannot be fetched: ${reasonOf(error, TIMEOUT)}.`);
  }
}

/** In the encoding that the server names, else the XML declaration, else UTF-8. */
function decode(bytes: Uint8Array, type: string): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named =
    /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ??
    /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)/.exec(start)?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
