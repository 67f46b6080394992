/** Paths below the site's root: how they are written in links, and which file answers for them. */

/** Percent-encodes what a URL's path cannot hold (RFC 3986, section 3.3). */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** The file that answers for a path: `/a/` is `a/index.html`, `/a.html` is itself. */
export function outputFile(path: string): string {
  const file = path.slice(1);
  if (file === '' || file.endsWith('/')) return `${file}index.html`;
  // Without an extension a host would not know what the file holds.
  return /\.[^/.]+$/.test(file) ? file : `${file}/index.html`;
}

/** Two paths with the same folded form are one file on some systems, and one address on Blogger. */
export function foldPath(path: string): string {
  return outputFile(path).normalize('NFC').toLowerCase();
}
