/** Bodies that are too large to convert. No page could show them either. */

/** Characters, without embedded pictures. A text of Perennial may have a million bytes. */
const MAX_SIZE = 4_000_000;
/** A page may have 100,000 elements, most of which have two. */
const MAX_TAGS = 400_000;

const EMBEDDED = /data:image\/[\w.+-]{1,40};base64,[\w+/=%]*/gi;

/** @param text HTML or Markdown */
export function isTooLarge(text: string): boolean {
  if (text.length < MAX_TAGS) return false;
  let size = text.length;
  if (size > MAX_SIZE) for (const [picture] of text.matchAll(EMBEDDED)) size -= picture.length;
  return size > MAX_SIZE || countTags(text) > MAX_TAGS;
}

function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) count++;
  return count;
}
