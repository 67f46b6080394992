/** Where blog platforms keep the original of a picture that they show smaller. */
import { canParseUrl } from '../../lib/can-parse-url.ts';

/** Pictures uploaded to Blogger, and those of its earlier hosts. */
const BLOGGER_HOST =
  /^(?:\d+\.bp\.blogspot\.com|bp\d\.blogger\.com|blogger\.googleusercontent\.com|lh\d+(?:-[a-z]+)?\.googleusercontent\.com|lh\d+\.ggpht\.com)$/;
/** Blogger's options: longest side, width or height, then crop, format and others. */
const BLOGGER_SIZE = /^[swh]\d+(?:-[a-z0-9]+)*$/;
const BLOGGER_TAIL = /=[swh]\d+(?:-[a-z0-9]+)*$/;

/** Of the platforms themselves: buttons, icons and counters, which are no pictures of a post. */
const ORNAMENT_HOST = /^(?:resources\.blogblog\.com|img\d\.blogblog\.com|www\.blogblog\.com)$/;

interface Rule {
  applies(url: URL): boolean;
  /** Addresses of larger versions, largest first. */
  larger(url: URL): readonly string[];
}

/**
 * Addresses that may hold the original, best first, ending with the one given.
 * @param url of the web
 */
export function originalsOf(url: URL): string[] {
  const rule = RULES.find((one) => one.applies(url));
  return [...new Set([...(rule?.larger(url) ?? []), url.href])];
}

/** The same for all sizes of a picture. */
export function pictureKey(url: URL): string {
  const best = new URL(originalsOf(url)[0] ?? url.href);
  // Blogger serves each picture from several hosts.
  const host = BLOGGER_HOST.test(best.hostname) ? 'blogger' : best.host;
  return `${host}${best.pathname}${best.search}`;
}

export function isOrnament({ hostname, pathname }: URL): boolean {
  return (
    ORNAMENT_HOST.test(hostname) || (hostname === 'www.blogger.com' && pathname.startsWith('/img/'))
  );
}

const RULES: readonly Rule[] = [
  {
    applies: ({ hostname }) => BLOGGER_HOST.test(hostname),
    larger: (url) => ['s0', 's1600'].flatMap((size) => bloggerSize(url, size) ?? []),
  },
  {
    // Before 2006. It has no size of its own for originals.
    applies: ({ hostname }) => hostname === 'photos1.blogger.com',
    larger: (url) => [withPath(url, url.pathname.replace('/400/', '/1600/'))],
  },
  {
    // https://developer.wordpress.com/docs/photon/
    applies: ({ hostname, pathname }) =>
      /^i\d\.wp\.com$/.test(hostname) && /^\/[^/.]+\.[^/]+\//.test(pathname),
    larger: (url) => [
      ...originalsOf(new URL(`https:/${url.pathname}`)),
      withPath(url, url.pathname),
    ],
  },
  {
    applies: ({ hostname, pathname }) =>
      hostname.endsWith('.files.wordpress.com') || pathname.includes('/wp-content/uploads/'),
    larger: (url) => [
      withPath(url, url.pathname.replace(/-(?:\d{1,5}x\d{1,5}|scaled)(?=\.[a-z]{3,4}$)/i, '')),
      withPath(url, url.pathname),
    ],
  },
  {
    // Ghost keeps what was uploaded beside its own version, as `x_o.jpg`.
    applies: ({ pathname }) => pathname.includes('/content/images/'),
    larger: (url) => {
      const path = url.pathname.replace(/\/content\/images\/size\/[^/]+\//, '/content/images/');
      const original = path.replace(/(?<!_o)(?=\.[a-z]{3,4}$)/i, '_o');
      return [withPath(url, original), withPath(url, path)];
    },
  },
  {
    applies: ({ hostname }) => /^(?:cdn-images-\d|miro)\.medium\.com$/.test(hostname),
    larger: ({ pathname }) => {
      const id = pathname.slice(pathname.lastIndexOf('/') + 1);
      return [`https://miro.medium.com/v2/${id}`, `https://cdn-images-1.medium.com/max/2560/${id}`];
    },
  },
  {
    // The address of the original comes last, encoded.
    applies: ({ hostname, pathname }) =>
      /^(?:substackcdn\.com|cdn\.substack\.com)$/.test(hostname) &&
      pathname.startsWith('/image/fetch/'),
    larger: ({ pathname }) => {
      const source = decodedPart(pathname.slice(pathname.lastIndexOf('/') + 1));
      return /^https?:\/\//.test(source) && canParseUrl(source) ? [new URL(source).href] : [];
    },
  },
];

/** The address with another size, if addresses of its form name one. */
function bloggerSize(url: URL, size: string): string | undefined {
  const { pathname } = url;
  if (BLOGGER_TAIL.test(pathname)) return withPath(url, pathname.replace(BLOGGER_TAIL, `=${size}`));
  const parts = pathname.split('/');
  const before = parts.length - 2;
  if (BLOGGER_SIZE.test(parts[before] ?? ''))
    return withPath(url, parts.with(before, size).join('/'));
  // Without a size these show 512 pixels.
  const isBare = pathname.startsWith('/img/a/') || /^\/[^/]{30,}$/.test(pathname);
  return isBare ? withPath(url, `${pathname}=${size}`) : undefined;
}

/** By https, and without the query, which asks hosts for smaller versions. */
function withPath({ host }: URL, path: string): string {
  return new URL(`https://${host}${path}`).href;
}

/** '' for a sequence that was cut. */
function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
