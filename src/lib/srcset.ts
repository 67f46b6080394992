/** Reads the `srcset` of images. */

/** The addresses in a `srcset`. https://html.spec.whatwg.org/#parse-a-srcset-attribute */
export function imagesIn(srcset: string): string[] {
  return Array.from(
    srcset.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?(?:,|$)/g),
    ([, url = '']) => url,
  );
}
