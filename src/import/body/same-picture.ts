/** Tells whether two addresses are copies of one picture in different sizes. */
import { canParseUrl } from '../../lib/can-parse-url.ts';

const FILE = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|svg|heic)$/i;
/** Hosts of Blogger that serve only pictures, under addresses without an extension. */
const GOOGLE =
  /^(?:(?:blogger|lh\d+(?:-\w+)?|themes)\.googleusercontent|\d\.bp\.blogspot|bp\d\.blogger|lh\d\.ggpht|photos1\.blogger)\.com$/i;

export function looksLikePicture(address: string): boolean {
  const url = parse(address);
  return GOOGLE.test(url.hostname) || FILE.test(url.pathname);
}

export function isSamePicture(address: string, other: string): boolean {
  if (address === '' || other === '' || !looksLikePicture(other)) return false;
  const [first, second] = [keyOf(address), keyOf(other)];
  return first !== '' && first === second;
}

/** Name without size and extension, or the id of a picture without a name. */
function keyOf(address: string): string {
  const { hostname, pathname } = parse(address);
  if (GOOGLE.test(hostname)) {
    const id = /^\/img\/a\/([^/=]+)/.exec(pathname)?.[1];
    if (id !== undefined) return id;
    const segments = pathname
      .replace(/(?<!=)=[^/=]*$/, '')
      .split('/')
      .filter(Boolean);
    const last = segments.at(-1) ?? '';
    return stemOf(last);
  }
  return stemOf(pathname.split('/').at(-1) ?? '');
}

function stemOf(segment: string): string {
  return decoded(segment)
    .replace(FILE, '')
    .replace(
      /[-_](?:\d+x\d+|scaled|small|thumb|thumbnail|medium|large|full|orig(?:inal)?|[smlo])$/i,
      '',
    )
    .replace(/^(?:thumb|small|tn)[-_]/i, '')
    .toLowerCase();
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment.replaceAll('+', ' '));
  } catch {
    return segment;
  }
}

function parse(address: string): { readonly hostname: string; readonly pathname: string } {
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  if (canParseUrl(absolute)) return new URL(absolute);
  return { hostname: '', pathname: absolute.replace(/[?#].*/s, '') };
}
