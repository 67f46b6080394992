/** HTML for addresses that the old platform showed as a player or card. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import type { Element } from 'hast';
import { h, text } from '../body/tree.ts';
import { escapeHtml } from '../../lib/html.ts';

/** Sites whose addresses WordPress replaces by what they show (oEmbed). */
const PROVIDERS: readonly RegExp[] = [
  /^(?:[\w-]+\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/,
  /^(?:[\w-]+\.)?(?:vimeo|dailymotion|twitter|x|facebook|instagram|tiktok|ted|flickr|soundcloud|spotify|mixcloud|reddit|tumblr|imgur|scribd|slideshare|speakerdeck|kickstarter|hulu|wordpress|animoto|issuu|smugmug|cloudup|screencast|reverbnation|pinterest|meetup|videopress|vine|polldaddy|crowdsignal|amazon|bsky|deviantart|giphy|codepen|vevo|blip|viddler|rdio|photobucket|qik|revision3|funnyordie|collegehumor|imdb|loom|wolframcloud)\.(?:com|net|tv|be|fm|app|cloud)$/,
  /^(?:[\w-]+\.)?(?:dai\.ly|flic\.kr|poll\.fm|wordpress\.tv|kck\.st|amzn\.to|archive\.org|blip\.tv|speakerdeck\.com)$/,
  /^gist\.github\.com$/,
];

/** Whether an address that stood alone on a line was shown as what is there, and not as text. */
export function isEmbedded(address: string): boolean {
  const url = webUrl(address);
  return url !== undefined && PROVIDERS.some((pattern) => pattern.test(url.hostname));
}

/** Paragraph with a link, or a frame if Perennial has one for the site. */
export type Embed =
  | { readonly frame: string }
  | { readonly link: string; readonly text: string }
  | { readonly text: string };

export function embedOf(address: string): Embed {
  const written = address.trim();
  const url = webUrl(address);
  if (url === undefined) return { text: written };
  const frame = frameOf(url);
  return frame === undefined ? { link: url.href, text: written } : { frame };
}

export function embedHtml(address: string): string {
  const embed = embedOf(address);
  if ('frame' in embed) return `<iframe src="${escapeHtml(embed.frame)}"></iframe>`;
  const shown = escapeHtml(embed.text);
  return 'link' in embed
    ? `<p><a href="${escapeHtml(embed.link)}">${shown}</a></p>`
    : `<p>${shown}</p>`;
}

export function embedElement(address: string): Element {
  const embed = embedOf(address);
  if ('frame' in embed) return h('iframe', [], { src: embed.frame });
  const content = text(embed.text);
  return h('p', ['link' in embed ? h('a', [content], { href: embed.link }) : content]);
}

/** With or without a scheme, which may be missing. Entities may be left from an editor. */
export function webUrl(written: string): URL | undefined {
  const address = written
    .trim()
    .replaceAll('&amp;', '&')
    .replaceAll('&#038;', '&')
    .replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(address) || !canParseUrl(address)) return undefined;
  return new URL(address);
}

/** Pages whose address Perennial takes for a frame, and the frames of other sites. */
function frameOf(url: URL): string | undefined {
  const { pathname, search } = url;
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  const secure = url.href.replace(/^http:/, 'https:');
  if (host === 'youtu.be' || host === 'vimeo.com' || host === 'dai.ly') return secure;
  if (/^youtube(?:-nocookie)?\.com$/.test(host))
    return /^\/(?:watch|v\/|e\/|embed\/|shorts\/|live\/|playlist)/.test(pathname)
      ? secure
      : undefined;
  if (host === 'player.vimeo.com' || host === 'w.soundcloud.com') return secure;
  if (host === 'dailymotion.com' && /^\/(?:video|embed|swf)\//.test(pathname)) return secure;
  if (host === 'archive.org' && /^\/(?:details|embed)\//.test(pathname)) return secure;
  if (host === 'soundcloud.com' && /^\/[^/]+\/[^/]+/.test(pathname))
    return `https://w.soundcloud.com/player/?url=${encodeURIComponent(secure)}`;
  if (host === 'open.spotify.com')
    return `https://open.spotify.com/embed${pathname.replace(/^\/(?:intl-[\w-]+\/)?(?:embed\/)?/, '/')}`;
  if (host === 'codepen.io' && /\/(?:pen|embed)\//.test(pathname))
    return `https://codepen.io${pathname.replace('/pen/', '/embed/')}${search}`;
  return undefined;
}
