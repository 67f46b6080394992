/** HTML for addresses that the old platform showed as a player or card. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import type { Element } from 'hast';
import { h, text } from '../body/tree.ts';
import { isPlayerAddress } from '../../markdown/embeds/player-addresses.ts';
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
  const secure = url.href.replace(/^http:/, 'https:');
  return isPlayerAddress(secure) ? { frame: secure } : { link: url.href, text: written };
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
