/** Notes for the report: what readers can live with, but authors may want to fix. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { elementsOf, isTag, isText, textOf, type Element, type ParentNode } from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';
import { textWithoutMarks } from './footnotes/footnote-marks.ts';
import { BLOGGER_IMAGE_HOST } from './image-layout.ts';
import { isEmptyLink } from './links.ts';

/** @param body before any pass has resolved links or images */
export function addNotes(body: BodyTree): void {
  for (const element of elementsOf(body.tree)) {
    if (element.name === 'a') noteLink(element, body);
    if (element.name === 'img') noteImage(element, body);
    if (element.name === 'pre') noteCode(element, body);
  }
  noteHeadings(body);
}

function noteLink(link: Element, body: BodyTree): void {
  const href = link.attribs['href']?.trim();
  if (href === undefined) return;
  const written = body.uses.of(link, href);
  if (isEmptyLink(link)) {
    report(body, 'note', written, {
      code: 'link-empty',
      message: `The link to "${shorten(href)}" has no text and no image for readers to click, so it is left out.`,
      hint: 'Give it a text, or remove it.',
    });
    return;
  }
  const target = body.resolver.link(href);
  // A path on this site only gains the base path.
  if (target !== undefined && !target.endsWith(href))
    report(body, 'note', written, {
      code: 'link-healed',
      replacement: target,
      message: `The link to the old address "${shorten(href)}" now leads to ${target}.`,
      hint: 'Nothing needs to be done; the text of the post may stay as it is.',
    });
  const host = hostOf(href);
  if (BLOGGER_HOST.test(host) && !PUBLIC_PATH.test(new URL(href).pathname))
    report(body, 'note', written, {
      code: 'link-blogger',
      message: `The link leads to Blogger's own pages, "${shorten(href)}", where readers find nothing of this blog.`,
      hint: 'Write the intended address, such as `#1` for a place in the same post, or remove the link.',
    });
  if (BLOGGER_IMAGE_HOST.test(host))
    report(body, 'note', written, {
      code: 'link-blogger-image',
      message: `The link leads to an image hosted by Blogger, "${shorten(href)}", which may disappear with the old blog.`,
      hint: 'Save the image beside the post and link to the file, or remove the link around the image.',
    });
}

/** Blogger's editor. */
const BLOGGER_HOST = /^(?:(?:www|draft)\.)?blogger\.com$/;
const PUBLIC_PATH = /^\/(?:profile|about|features)(?:\/|$)/;

function noteImage(image: Element, body: BodyTree): void {
  const src = image.attribs['src']?.trim();
  if (src === undefined) return;
  const written = body.uses.of(image, src);
  if ((image.attribs['alt'] ?? '').trim() === '')
    report(body, 'note', written, {
      code: 'image-alt-missing',
      message: `The image "${shorten(src)}" has no description for readers who cannot see it.`,
      hint: 'Say in a few words what it shows, `![A garden in winter](garden.jpg)`, unless it is only decoration.',
    });
  if (BLOGGER_IMAGE_HOST.test(hostOf(src)))
    report(body, 'note', written, {
      code: 'image-blogger',
      message: `The image "${shorten(src)}" is hosted by Blogger, so it may disappear with the old blog.`,
      hint: 'Save it beside the post and write its file name.',
    });
}

function noteCode(pre: Element, body: BodyTree): void {
  const { children } = pre;
  if (children.some((child) => isTag(child) && child.name === 'code' && 'class' in child.attribs))
    return;
  const [line = ''] = textOf(pre).trim().split('\n');
  if (line === '') return;
  report(body, 'note', line, {
    code: 'code-language-missing',
    message: `The code block that starts with "${shorten(line)}" names no language, so it is not highlighted.`,
    hint: 'Write the language after the three backticks: `python`, for example, or `text` for none.',
  });
}

/** Notes headings without text and images, at the line of text that follows. */
function noteHeadings(body: BodyTree): void {
  let empty = 0;
  const noteEmpty = (next: string): void => {
    for (; empty > 0; empty--)
      report(body, 'note', next, {
        code: 'heading-empty',
        message: `A heading ${next === '' ? 'at the end' : `before "${shorten(next)}"`} has no text, so it is left out.`,
        hint: 'Remove the line, or write the heading.',
      });
  };
  const visit = (node: ParentNode): void => {
    for (const child of node.children) {
      if (isText(child) && child.data.trim() !== '')
        noteEmpty(child.data.trim().replace(/\n.*/s, ''));
      if (!isTag(child)) continue;
      if (/^h[1-6]$/.test(child.name) && textWithoutMarks(child).trim() === '')
        if (elementsOf(child).every(({ name }) => name !== 'img')) empty++;
      visit(child);
    }
  };
  visit(body.tree);
  noteEmpty('');
}

/** Empty for a URL without a host. */
function hostOf(url: string): string {
  return /^https?:/i.test(url) && canParseUrl(url) ? new URL(url).hostname : '';
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}\u2026`;
}
