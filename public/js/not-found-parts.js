/** Completes the 404 index of a large site, whose `/addresses.json` names further files by the addresses in them. */
import { keyOf } from './not-found-paths.js';

/**
 * @param whole the parsed `/addresses.json`
 * @param paths that are looked up
 * @param read returns a parsed part by the name of its file
 * @returns the index with the parts that have these paths, as if it were in one file
 */
export async function withParts({ parts, ...whole }, paths, read) {
  const names = new Set(paths.map((path) => nearest(keyOf(path), parts)));
  const pages = [];
  const redirects = [];
  const places = new Map();
  const place = (page) => {
    const [path] = page;
    if (!places.has(path)) places.set(path, pages.push(page) - 1);
    return places.get(path);
  };
  for (const part of [...(await Promise.all([...names].map(read))), whole]) {
    const own = part.pages.map(place);
    redirects.push(...part.redirects.map(([from, page]) => [from, own[page]]));
  }
  return { ...whole, pages, redirects };
}

/** The file of the part with a key, or else with similar ones: that which begins most like it. */
function nearest(key, parts) {
  let best = { common: -1 };
  for (const [beginning, name] of parts) {
    const common = commonLength(key, beginning);
    const isShorter = common === best.common && beginning.length < best.beginning.length;
    if (common > best.common || isShorter) best = { common, beginning, name };
  }
  return best.name;
}

function commonLength(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
