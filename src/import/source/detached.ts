/** V8 copies shorter parts of a text. */
const COPIED = 13;

/**
 * The text in memory of its own. A part of a text keeps the whole of it in memory: an id that is kept would keep
 * the piece of the file where it stood.
 */
export function detached(part: string): string {
  return part.length < COPIED ? part : Buffer.from(part).toString();
}
