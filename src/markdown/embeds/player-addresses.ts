/** Translates addresses of players and scripts to those that work in a frame or a link. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import { embedOf } from './embed-providers.ts';

/** Pattern of an address with https, and what replaces it. */
type Rule = readonly [RegExp, string];

const YOUTUBE = String.raw`^https://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com`;

/** Old players and pages of embed providers, and their frames. */
const FRAMES: readonly Rule[] = [
  [
    new RegExp(
      String.raw`${YOUTUBE}/(?:(?:v|e|shorts|live)/|watch\?(?:.*&)?v=)|youtu\.be/)([\w-]+)`,
    ),
    'https://www.youtube.com/embed/$1',
  ],
  [
    new RegExp(String.raw`${YOUTUBE}/playlist\?(?:.*&)?list=)([\w-]+)`),
    'https://www.youtube.com/embed/videoseries?list=$1',
  ],
  [
    new RegExp(String.raw`${YOUTUBE}/p/)(?:PL)?([\w-]+)`),
    'https://www.youtube.com/embed/videoseries?list=PL$1',
  ],
  [/^https:\/\/(?:www\.)?vimeo\.com\/(\d+)\/([0-9a-f]+)/, 'https://player.vimeo.com/video/$1?h=$2'],
  [
    /^https:\/\/(?:www\.)?vimeo\.com\/(?:channels\/\w+\/|groups\/\w+\/videos\/|moogaloop\.swf\?(?:.*&)?clip_id=)?(\d+)/,
    'https://player.vimeo.com/video/$1',
  ],
  [
    /^https:\/\/(?:(?:www\.)?dailymotion\.com\/(?:swf\/|video\/)+|dai\.ly\/)(\w+)/,
    'https://www.dailymotion.com/embed/video/$1',
  ],
  [
    /^https:\/\/player\.soundcloud\.com\/player\.swf\?(?:.*&)?url=([^&]+)/,
    'https://w.soundcloud.com/player/?url=$1',
  ],
  [
    /^https:\/\/(?:www\.|m\.)?soundcloud\.com\/((?!(?:discover|pages|search|you)\/)[\w-]+\/[\w/-]+)/,
    'https://w.soundcloud.com/player/?url=https://soundcloud.com/$1',
  ],
  [
    /^https:\/\/api\.soundcloud\.com\/((?:tracks|playlists|users)\/\d+)/,
    'https://w.soundcloud.com/player/?url=https://api.soundcloud.com/$1',
  ],
  [
    /^https:\/\/open\.spotify\.com\/(?:intl-[\w-]+\/)?((?:album|artist|episode|playlist|show|track)\/\w+)/,
    'https://open.spotify.com/embed/$1',
  ],
  [
    /^https:\/\/codepen\.io\/([\w-]+)\/(?:pen|full|details)\/(\w+)/,
    'https://codepen.io/$1/embed/$2',
  ],
  [/^https:\/\/giphy\.com\/gifs\/(?:[\w-]*-)?(\w+)/, 'https://giphy.com/embed/$1'],
  [/^https:\/\/peertube\.tv\/(?:w|videos\/watch)\/([\w-]+)/, 'https://peertube.tv/videos/embed/$1'],
  [
    /^https:\/\/(?:www\.archive\.org\/embed|(?:www\.)?archive\.org\/(?:details|download))\/([^/?#]+)/,
    'https://archive.org/embed/$1',
  ],
];

/** Players that no longer work and scripts, and pages with their content. */
const PAGES: readonly Rule[] = [
  [
    /^https:\/\/[\w.]*scribd(?:assets)?\.com\/ScribdViewer\.swf\?(?:.*&)?document_id=(\d+)/,
    'https://www.scribd.com/document/$1',
  ],
  [
    /^https:\/\/[\w.]*slidesharecdn\.com\/swf\/.*[?&]stripped_title=([\w-]+)&(?:.*&)?userName=([\w-]+)/,
    'https://www.slideshare.net/$2/$1',
  ],
  [/^https:\/\/(gist\.github\.com\/[\w/-]+)\.js\b/, 'https://$1'],
  [/^https:\/\/(gitlab\.[\w.-]+\/[\w/.-]*snippets\/\d+)\.js\b/, 'https://$1'],
  [/^https:\/\/(asciinema\.org\/a\/\w+)\.js\b/, 'https://$1'],
  [/^https:\/\/pastebin\.com\/embed_js(?:\/|\.php\?i=)(\w+)/, 'https://pastebin.com/$1'],
  [/^https:\/\/(jsfiddle\.net\/[\w/]+?\/)embed\b/, 'https://$1'],
  [
    /^https:\/\/(?:static|secure)\.(?:polldaddy|crowdsignal)\.com\/p\/(\d+)\.js\b/,
    'https://poll.fm/$1',
  ],
];

/** Parses a web address, with or without scheme, as one with https. */
export function webUrl(written: string): URL | undefined {
  const address = written.trim().replace(/^(?:http:)?\/\//i, 'https://');
  if (!/^https:/i.test(address) || !canParseUrl(address)) return undefined;
  return new URL(address);
}

/** Address of the frame that shows what an old player or a page of an embed provider shows. */
export function frameAddress(url: URL): URL | undefined {
  const address = apply(FRAMES, url);
  if (address !== undefined) {
    const frame = new URL(address);
    const start = startOf(url);
    if (start > 0 && frame.hostname === 'www.youtube.com')
      frame.searchParams.set('start', String(start));
    if (start > 0 && frame.hostname === 'player.vimeo.com') frame.hash = `t=${start}s`;
    return frame;
  }
  return embedOf(url) === undefined || url.pathname.endsWith('.swf') ? undefined : url;
}

/** Where a film starts, in seconds: `t=90`, `start=90s` or `t=1m30s`. */
function startOf({ href }: URL): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /[?&#](?:start|t)=(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?(?:[&#]|$)/.exec(href) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Frames of embed providers, and none of their other pages. */
const PLAYER = new RegExp(
  `^https://(?:${[
    String.raw`(?:www\.)?youtube(?:-nocookie)?\.com/embed/[\w-]`,
    String.raw`player\.vimeo\.com/video/\d`,
    String.raw`(?:www|geo)\.dailymotion\.com/(?:embed/video/\w|player)`,
    String.raw`w\.soundcloud\.com/player/?\?`,
    String.raw`open\.spotify\.com/embed/\w`,
    String.raw`codepen\.io/[\w-]+/embed/\w`,
    String.raw`giphy\.com/embed/\w`,
    String.raw`peertube\.tv/videos/embed/\w`,
    String.raw`player\.twitch\.tv/\?`,
    String.raw`archive\.org/embed/\w`,
    String.raw`www\.slideshare\.net/slideshow/embed_code/\w`,
    String.raw`speakerdeck\.com/player/\w`,
    String.raw`(?:docs|drive)\.google\.com/[^?#]+/(?:embed|preview)(?:[?#]|$)`,
    String.raw`calendar\.google\.com/calendar/embed\?`,
    String.raw`www\.google\.com/maps/embed\?`,
  ].join('|')})`,
);

/**
 * Frame of a player, if that is what the address of it or of its page stands for. Other pages of embed
 * providers, such as a channel or a file to download, have none.
 */
export function playerFrame(url: URL): URL | undefined {
  const frame = url.pathname.startsWith('/download/') ? undefined : frameAddress(url);
  return frame !== undefined && PLAYER.test(frame.href) ? frame : undefined;
}

/** Whether this is the address of a player, or of the page with it. */
export function isPlayerAddress(address: string): boolean {
  const url = webUrl(address);
  return url !== undefined && playerFrame(url) !== undefined;
}

/** Address of a page with the content of a player or script. */
export function pageAddress(url: URL): string | undefined {
  return apply(PAGES, url);
}

/** Real addresses are shorter. */
const MAX_LENGTH = 2000;

function apply(rules: readonly Rule[], { href }: URL): string | undefined {
  if (href.length > MAX_LENGTH) return undefined;
  for (const [pattern, target] of rules) {
    const match = pattern.exec(href);
    if (match !== null) return match[0].replace(pattern, target);
  }
  return undefined;
}
