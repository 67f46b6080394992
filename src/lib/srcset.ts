/** Reads the attribute `srcset`. */

interface Candidate {
  readonly url: string;
  /** Width in pixels or density; 1 without a descriptor. */
  readonly size: number;
}

/** https://html.spec.whatwg.org/multipage/images.html#image-candidate-string, height included */
const DESCRIPTOR = /^(\d+(?:\.\d+)?)[wxh]$/;

/** URLs of a `srcset`, the largest first. A URL may have spaces, as file names do. */
export function urlsOf(srcset: string): string[] {
  const candidates: Candidate[] = [];
  let words: string[] = [];
  let size = 1;
  const finish = (): void => {
    if (words.length > 0) candidates.push({ url: words.join(' '), size });
    words = [];
    size = 1;
  };
  for (const word of srcset.split(/\s+/)) {
    // A comma ends a candidate after its descriptor, or at the end of the URL.
    const [, descriptor = '', next] = /^([\d.]+[wxh]),(.*)/s.exec(word) ?? [];
    const end = descriptor || word.replace(/(?<!,),+$/, '');
    const isDescriptor = words.length > 0 && DESCRIPTOR.test(end);
    if (isDescriptor) size = end.endsWith('h') ? size : Number.parseFloat(end);
    else if (end !== '') words.push(end);
    if (end === word) continue;
    finish();
    const rest = next?.replace(/(?<!,),+$/, '');
    if (rest) words.push(rest);
  }
  finish();
  return candidates.toSorted((a, b) => b.size - a.size).map(({ url }) => url);
}
