/** Reads which file a page of the preview asks to open. */
import type { IncomingMessage } from 'node:http';

/** Characters of a path with line and column. */
const MAX_PLACE = 5000;

/** The body of a request; empty if it cannot be the name of a file. */
export async function readPlace(request: IncomingMessage): Promise<string> {
  let place = '';
  try {
    for await (const part of request.setEncoding('utf8')) {
      place += part;
      if (place.length > MAX_PLACE) return '';
    }
  } catch {
    return '';
  }
  return place;
}
