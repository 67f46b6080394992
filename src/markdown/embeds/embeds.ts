/** Resolves frames: those of embed providers stay, others become links. */
import {
  elementsOf,
  isInside,
  isTag,
  isText,
  parseHtml,
  replaceByText,
  textOf,
  type Element,
} from '../../lib/html.ts';
import { report, type BodyTree } from '../body.ts';
import { embedOf } from './embed-providers.ts';
import { textWithoutMarks } from '../footnotes/footnote-marks.ts';
import { reportFallback, visibleText } from '../raw-html/hidden-text.ts';
import { frameAddress, webUrl } from './player-addresses.ts';
import { replaceByLink } from './replace-by-link.ts';

export function resolveEmbeds(body: BodyTree): void {
  for (const element of elementsOf(body.tree))
    if (element.name === 'iframe') resolveFrame(element, body);
}

function resolveFrame(frame: Element, body: BodyTree): void {
  const { src: written = '', title, width = '', height = '' } = frame.attribs;
  const url = webUrl(written);
  // The HTML parser takes the content of a frame for text.
  const fallback = visibleText(parseHtml(textOf(frame)));
  if (url === undefined) {
    report(body, 'warning', written || '<iframe', {
      code: 'embed-address',
      message: `The frame address "${written.trim().slice(0, 60)}" is not a web address, so the frame is left out.`,
      hint: 'Write the full address with https://, or a link to what the frame shows.',
    });
    replaceByText(frame, fallback);
    return;
  }
  const embed = embedOf(frameAddress(url) ?? url);
  if (embed === undefined) {
    const isFilm = url.hostname === 'www.blogger.com' && url.pathname === '/video.g';
    const name = isFilm ? body.words.embedded('Blogger') : url.href;
    if (isFilm) reportFilm(written, 'so the link to it works only as long as the old blog', body);
    else reportHost(written, url, body);
    replaceByLink(frame, url.href, fallback || title || name);
    return;
  }
  reportFallback(fallback, 'iframe', body);
  const introduced = introduction(frame);
  const name = title?.trim() || introduced || body.words.embedded(embed.name);
  // A link must not contain a frame.
  if (isInside(frame, 'a')) replaceByText(frame, name);
  else {
    const data = { 'data-page': embed.page, 'data-medium': embed.medium };
    const mark = name === introduced ? { 'data-introduced': 'true' } : {};
    frame.attribs = { src: embed.frame, title: name, ...data, ...mark, width, height };
    frame.children = [];
  }
}

function reportHost(written: string, { hostname }: URL, body: BodyTree): void {
  report(body, 'warning', written, {
    code: 'embed-host',
    message: `${hostname} is not on the list of sites that may be embedded, so a link replaces the frame.`,
    hint: 'Write a link instead.',
  });
}

/** @param outcome what becomes of the film on the page */
export function reportFilm(id: string, outcome: string, body: BodyTree): void {
  report(body, 'warning', id || 'BLOG_video_class', {
    code: 'embed-blogger',
    message: `Blogger stores the film${id === '' ? '' : ` "${id.slice(0, 60)}"`} and shows it on the old blog only, ${outcome}.`,
    hint: 'Download the film from the old blog, put the file beside the post, and write `<video src="film.mp4" controls></video>`.',
  });
}

const MAX_TITLE = 100;

/** The heading or title line right before a frame; empty if there is none. */
function introduction(frame: Element): string {
  const before = previousOf(frame);
  if (before === undefined || !/^(?:h[1-6]|p)$/.test(before.name)) return '';
  const text = textWithoutMarks(before).replace(/\s+/g, ' ').trim();
  const isTitle = before.name !== 'p' || !/[\p{Po}\p{Pe}\p{Pf}]$/u.test(text);
  return isTitle && text.length <= MAX_TITLE ? text : '';
}

/** The element before this one, or before the paragraph that starts with it. */
function previousOf(element: Element): Element | undefined {
  let node = element.prev;
  while (node !== null && isText(node) && node.data.trim() === '') node = node.prev;
  if (node !== null) return isTag(node) ? node : undefined;
  const { parent } = element;
  return parent !== null && isTag(parent) && parent.name === 'p' ? previousOf(parent) : undefined;
}
