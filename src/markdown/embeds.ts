/** Frames of other sites: those of known hosts stay, the rest become a link. Form fields are for show. */
import { Element, elementsOf, isInside, remove, replaceByText, setText, wrap } from '../html.ts';
import { report, type BodyTree } from './body.ts';

/** Hosts whose players and documents may be framed. */
export const EMBED_HOSTS: readonly string[] = [
  ...['www.youtube.com', 'youtube.com', 'www.youtube-nocookie.com', 'player.vimeo.com'],
  ...['docs.google.com', 'drive.google.com', 'calendar.google.com', 'www.google.com'],
  ...['archive.org', 'www.slideshare.net', 'speakerdeck.com', 'w.soundcloud.com'],
  ...['open.spotify.com', 'codepen.io', 'giphy.com', 'peertube.tv', 'player.twitch.tv'],
];

/** Frames get a title, load late and carry no style of their own. */
export function tameEmbeds(body: BodyTree): void {
  for (const element of elementsOf(body.tree)) {
    if (element.name === 'iframe') tameFrame(element, body);
    if (element.name === 'input') tameInput(element);
  }
}

function tameFrame(frame: Element, body: BodyTree): void {
  const src = (frame.attribs['src'] ?? '').trim().replace(/^(?:http:)?\/\//i, 'https://');
  const url = URL.canParse(src) ? new URL(src) : undefined;
  if (url?.protocol !== 'https:') {
    report(body, 'warning', frame.attribs['src'] || '<iframe', {
      code: 'embed-address',
      message: `A frame has the address "${src.slice(0, 60)}", which is none of the web; it is left out.`,
      hint: 'Write the whole address with https://, or a link to what the frame shows.',
    });
    remove(frame);
    return;
  }
  if (!EMBED_HOSTS.includes(url.hostname)) {
    report(body, 'warning', frame.attribs['src'] ?? '', {
      code: 'embed-host',
      message: `A frame shows ${url.hostname}, which is not on the list of hosts that may be framed; a link takes its place.`,
      hint: 'Write a link instead.',
    });
    replaceByLink(frame, src);
    return;
  }
  const { width, height, title } = frame.attribs;
  frame.attribs = {
    src,
    title: title?.trim() || body.words.embedded(url.hostname),
    ...(isPixels(width) && { width }),
    ...(isPixels(height) && { height }),
    loading: 'lazy',
    referrerpolicy: 'strict-origin-when-cross-origin',
    allowfullscreen: '',
  };
  // Text inside a frame is never shown.
  frame.children = [];
  // A frame may stand in a paragraph, where a `div` may not.
  wrap(frame, new Element('span', { class: 'embed' }));
}

function replaceByLink(frame: Element, src: string): void {
  if (isInside(frame, 'a')) {
    replaceByText(frame, src);
    return;
  }
  frame.name = 'a';
  frame.attribs = { href: src };
  setText(frame, src);
}

/** A checkbox or radio button shows its state and cannot be changed; other fields go. */
function tameInput(input: Element): void {
  const { type, checked, id } = input.attribs;
  if (type !== 'checkbox' && type !== 'radio') {
    remove(input);
    return;
  }
  input.attribs = {
    ...(id !== undefined && { id }),
    type,
    ...(checked !== undefined && { checked: '' }),
    disabled: '',
  };
}

function isPixels(length: string | undefined): length is string {
  return /^\d+$/.test(length ?? '');
}
