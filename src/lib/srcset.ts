/** Reads the `srcset` of images. */

/** The addresses in a `srcset`. https://html.spec.whatwg.org/#parse-a-srcset-attribute */
export function imagesIn(srcset: string): string[] {
  // A comma at the end of a URL is none of it, and no size follows.
  return Array.from(srcset.matchAll(/([^\s,]\S*)(?:(?<!,)\s[^,]*)?/g), ([, url = '']) =>
    url.replace(/(?<!,),+$/, ''),
  );
}
