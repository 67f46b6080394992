/** The sites whose players and documents may be framed: what each shows, and where it shows it by itself. */

/** What a frame shows. */
export type Medium = 'video' | 'audio' | 'document' | 'page';

interface Player {
  /** What readers call the site. */
  readonly name: string;
  readonly medium: Medium;
  /** Changes the address of a frame into one that asks less of its readers. */
  readonly tame?: (frame: URL) => void;
  /** Address of the page that shows the same without a frame; that of the frame where none is known. */
  readonly page?: (frame: URL) => string | undefined;
}

/** A reader who asks for a video need not ask twice. */
function playAtOnce({ searchParams }: URL): void {
  searchParams.set('autoplay', '1');
}

const YOUTUBE: Player = {
  name: 'YouTube',
  medium: 'video',
  tame: (frame) => {
    frame.hostname = 'www.youtube-nocookie.com';
    frame.searchParams.delete('feature');
    playAtOnce(frame);
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

const GOOGLE_DRIVE: Player = {
  name: 'Google Drive',
  medium: 'document',
  page: ({ origin, pathname }) =>
    pathname.endsWith('/preview') ? origin + pathname.replace(/preview$/, 'view') : undefined,
};

const PLAYERS: Readonly<Record<string, Player>> = {
  'www.youtube.com': YOUTUBE,
  'youtube.com': YOUTUBE,
  'www.youtube-nocookie.com': YOUTUBE,
  'player.vimeo.com': {
    name: 'Vimeo',
    medium: 'video',
    tame: (frame) => {
      frame.searchParams.set('dnt', '1');
      playAtOnce(frame);
    },
    page: inPath(/^\/video\/(\d+)/, 'https://vimeo.com/'),
  },
  'docs.google.com': { ...GOOGLE_DRIVE, name: 'Google Docs' },
  'drive.google.com': GOOGLE_DRIVE,
  'calendar.google.com': { name: 'Google Calendar', medium: 'page' },
  'www.google.com': { name: 'Google', medium: 'page' },
  'archive.org': {
    name: 'Internet Archive',
    medium: 'page',
    page: inPath(/^\/embed\/(.+)/, 'https://archive.org/details/'),
  },
  'www.slideshare.net': { name: 'SlideShare', medium: 'document' },
  'speakerdeck.com': { name: 'Speaker Deck', medium: 'document' },
  'w.soundcloud.com': { name: 'SoundCloud', medium: 'audio' },
  'open.spotify.com': {
    name: 'Spotify',
    medium: 'audio',
    page: inPath(/^\/embed\/(.+)/, 'https://open.spotify.com/'),
  },
  'codepen.io': {
    name: 'CodePen',
    medium: 'page',
    page: ({ origin, pathname }) => origin + pathname.replace('/embed/', '/pen/'),
  },
  'giphy.com': {
    name: 'GIPHY',
    medium: 'page',
    page: inPath(/^\/embed\/(\w+)/, 'https://giphy.com/gifs/'),
  },
  'peertube.tv': {
    name: 'PeerTube',
    medium: 'video',
    tame: playAtOnce,
    page: inPath(/^\/videos\/embed\/([\w-]+)/, 'https://peertube.tv/w/'),
  },
  'player.twitch.tv': { name: 'Twitch', medium: 'video' },
};

/** Hosts whose pages may stand in a frame. */
export const EMBED_HOSTS: readonly string[] = Object.keys(PLAYERS);

/** A frame of a known host, as it is to be shown. */
export interface Embed {
  /** Address of the frame. */
  readonly frame: string;
  /** Address of a page that shows the same. */
  readonly page: string;
  /** What readers call the site. */
  readonly site: string;
  readonly medium: Medium;
}

/** What a frame with this address shows, or `undefined` for a host that may not be framed. */
export function embedOf(address: URL): Embed | undefined {
  const player = PLAYERS[address.hostname];
  if (player === undefined) return undefined;
  const frame = new URL(address);
  player.tame?.(frame);
  return {
    frame: frame.href,
    page: player.page?.(address) ?? address.href,
    site: player.name,
    medium: player.medium,
  };
}

/** The page whose address ends in a part of the frame's path. */
function inPath(shape: RegExp, start: string): (frame: URL) => string | undefined {
  return ({ pathname }) => {
    const found = shape.exec(pathname)?.[1];
    return found === undefined ? undefined : start + found;
  };
}
