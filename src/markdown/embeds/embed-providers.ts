/** Sites whose players and documents may be embedded. */
import type { EmbedPart } from '../parts.ts';
import { ownValue } from '../../lib/own-value.ts';

interface Provider {
  /** What readers call the site. */
  readonly name: string;
  readonly medium: EmbedPart['medium'];
  /** Adjusts the URL of the frame, to protect privacy or to play at once. */
  readonly adjust?: (frame: URL) => void;
  /** URL of a page with the same content, if it differs from that of the frame. */
  readonly page?: (frame: URL) => string | undefined;
}

/** Readers have asked for the video already: frames load on demand. */
function autoplay({ searchParams }: URL): void {
  searchParams.set('autoplay', '1');
}

/** @returns `start` and what the first group of `pattern` matches in the path of a frame */
function pageByPath(pattern: RegExp, start: string): (frame: URL) => string | undefined {
  return ({ pathname }) => {
    const id = pattern.exec(pathname)?.[1];
    return id === undefined ? undefined : start + id;
  };
}

const YOUTUBE: Provider = {
  name: 'YouTube',
  medium: 'video',
  adjust: (frame) => {
    frame.hostname = 'www.youtube-nocookie.com';
    frame.searchParams.delete('feature');
    autoplay(frame);
  },
  page: ({ pathname, searchParams }) => {
    const id = /^\/(?:embed|v)\/([\w-]+)/.exec(pathname)?.[1];
    const list = searchParams.get('list');
    if (list !== null && (id === undefined || id === 'videoseries'))
      return `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`;
    if (id === undefined) return undefined;
    const start = Number.parseInt(searchParams.get('start') ?? '', 10);
    return `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}s` : ''}`;
  },
};

const VIMEO: Provider = {
  name: 'Vimeo',
  medium: 'video',
  adjust: (frame) => {
    frame.searchParams.set('dnt', '1');
    autoplay(frame);
  },
  page: pageByPath(/^\/video\/(\d+)/, 'https://vimeo.com/'),
};

const DAILYMOTION: Provider = {
  name: 'Dailymotion',
  medium: 'video',
  adjust: autoplay,
  page: ({ pathname, searchParams }) => {
    const id = /^\/embed\/video\/(\w+)/.exec(pathname)?.[1] ?? searchParams.get('video');
    return id === null ? undefined : `https://www.dailymotion.com/video/${encodeURIComponent(id)}`;
  },
};

const GOOGLE_DRIVE: Provider = {
  name: 'Google Drive',
  medium: 'document',
  page: ({ origin, pathname }) =>
    pathname.endsWith('/preview') ? origin + pathname.replace(/preview$/, 'view') : undefined,
};

const PROVIDERS: Readonly<Record<string, Provider>> = {
  'www.youtube.com': YOUTUBE,
  'youtube.com': YOUTUBE,
  'www.youtube-nocookie.com': YOUTUBE,
  'player.vimeo.com': VIMEO,
  'www.dailymotion.com': DAILYMOTION,
  'geo.dailymotion.com': DAILYMOTION,
  'docs.google.com': { ...GOOGLE_DRIVE, name: 'Google Docs' },
  'drive.google.com': GOOGLE_DRIVE,
  'calendar.google.com': { name: 'Google Calendar', medium: 'page' },
  'www.google.com': { name: 'Google', medium: 'page' },
  'archive.org': {
    name: 'Internet Archive',
    medium: 'page',
    page: pageByPath(/^\/embed\/(.+)/, 'https://archive.org/details/'),
  },
  'www.slideshare.net': { name: 'SlideShare', medium: 'document' },
  'speakerdeck.com': { name: 'Speaker Deck', medium: 'document' },
  'w.soundcloud.com': {
    name: 'SoundCloud',
    medium: 'audio',
    page: ({ searchParams }) =>
      /^https:\/\/soundcloud\.com\/.*/.exec(searchParams.get('url') ?? '')?.[0],
  },
  'open.spotify.com': {
    name: 'Spotify',
    medium: 'audio',
    page: pageByPath(/^\/embed\/(.+)/, 'https://open.spotify.com/'),
  },
  'codepen.io': {
    name: 'CodePen',
    medium: 'page',
    page: ({ origin, pathname }) => origin + pathname.replace('/embed/', '/pen/'),
  },
  'giphy.com': {
    name: 'GIPHY',
    medium: 'page',
    page: pageByPath(/^\/embed\/(\w+)/, 'https://giphy.com/gifs/'),
  },
  'peertube.tv': {
    name: 'PeerTube',
    medium: 'video',
    adjust: autoplay,
    page: pageByPath(/^\/videos\/embed\/([\w-]+)/, 'https://peertube.tv/w/'),
  },
  'player.twitch.tv': { name: 'Twitch', medium: 'video' },
};

/** Hosts of frames that may be embedded. */
export const EMBED_HOSTS: readonly string[] = Object.keys(PROVIDERS);

type Embed = Pick<EmbedPart, 'frame' | 'page' | 'medium'> & Pick<Provider, 'name'>;

/** @returns `undefined` for a host that may not be embedded */
export function embedOf(url: URL): Embed | undefined {
  const provider = ownValue(PROVIDERS, url.hostname);
  if (provider === undefined) return undefined;
  const { name, medium, adjust, page } = provider;
  const frame = new URL(url);
  adjust?.(frame);
  return { frame: frame.href, page: page?.(url) ?? url.href, medium, name };
}
