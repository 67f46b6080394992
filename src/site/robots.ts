/** The text of robots.txt. https://www.rfc-editor.org/rfc/rfc9309 */

/**
 * Crawlers may read everything, except what the owner's file says; its rules come first.
 * @param sitemap URL of the sitemap
 * @param own text of `public/robots.txt`
 */
export function robotsText(sitemap: string, own = ''): string {
  const lines = own.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const has = (line: RegExp): boolean => lines.some((written) => line.test(written));
  // A second group for all crawlers would be merged with the first, and allow what that forbids.
  const group = has(/^user-agent\s*:\s*\*$/i) ? [] : ['User-agent: *\nAllow: /'];
  const place = lines.some((line) => /^sitemap\s*:/i.test(line) && line.endsWith(sitemap))
    ? []
    : [`Sitemap: ${sitemap}`];
  const kept = own.trim() === '' ? [] : [own.trimEnd()];
  return `${[...kept, ...group, ...place].join('\n\n')}\n`;
}
