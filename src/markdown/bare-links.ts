/** Links whose text is their address, behind which print need not repeat it. */
import type { Element } from '../lib/html.ts';
import { textOf } from '../lib/html.ts';
import { decodePath } from '../lib/paths.ts';

/** Marks a link for `print.css`. @param url where it leads */
export function markBareLink(link: Element, url: string): void {
  if (!/^https?:/i.test(url) || shown(textOf(link)) !== shown(url)) return;
  link.attribs['class'] = ['bare', link.attribs['class'] ?? []].flat().join(' ');
}

/** An address as people write it: without scheme, final slash and percent-encoding. */
function shown(address: string): string {
  const written = address.trim().replace(/^https?:\/\//i, '');
  const plain = written.replace(/^www\./i, '').replace(/\/$/, '');
  return (decodePath(plain) ?? plain).toLowerCase();
}
