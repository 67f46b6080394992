/** Hosts that owners copy from a guide or leave from a test, where their site cannot be. */

/**
 * Of the reserved names (RFC 2606, RFC 6761), those that documentation shows, and those of the
 * reader's own computer. The top-level names `.example`, `.test` and `.invalid` are left out: who
 * writes one of them knows that it is reserved.
 */
const EXAMPLES =
  /(?:^|\.)(?:example\.(?:com|net|org)|localhost)$|^127(?:\.\d+){3}$|^\[::1\]$|^0\.0\.0\.0$/;

/** @param url absolute */
export function isExampleUrl(url: string): boolean {
  return EXAMPLES.test(new URL(url).hostname);
}
