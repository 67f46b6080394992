/** How many texts a load has rendered, and how many it found in the cache. */

export interface TextStats {
  /** Of the site; the others follow while they are rendered or found in the cache. */
  texts: number;
  rendered: number;
  cached: number;
  milliseconds: number;
}

export const NO_TEXTS: Readonly<TextStats> = { texts: 0, rendered: 0, cached: 0, milliseconds: 0 };
