/** What a body holds that readers can live with, and its writer may want to mend: for the report. */
import { elementsOf, isTag, isText, textOf, type Element, type ParentNode } from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';
import { isEmpty } from './links.ts';
import { BLOGGER_IMAGES } from './pictures.ts';

/** Adds a note for each such thing. The tree must still be as it was written. */
export function takeNotes(body: BodyTree): void {
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
  if (isEmpty(link)) {
    report(body, 'note', href, {
      code: 'link-empty',
      message: `A link to "${shorten(href)}" has no text and no image, so that nobody could follow it; it is left out.`,
      hint: 'Give it a text, or remove it.',
    });
    return;
  }
  const target = body.resolver.link(href);
  // A path of this site stays as it is, behind the base path.
  if (target !== undefined && !target.endsWith(href))
    report(body, 'note', href, {
      code: 'link-healed',
      replacement: target,
      message: `The link to the old address "${shorten(href)}" leads to ${target} now.`,
      hint: 'There is nothing to do; the text of the post may stay as it is.',
    });
  const host = hostOf(href);
  if (BLOGGER.test(host) && !PUBLIC_PATH.test(new URL(href).pathname))
    report(body, 'note', href, {
      code: 'link-blogger',
      message: `The link leads into Blogger itself, to "${shorten(href)}", where readers find nothing of this blog.`,
      hint: 'Write the address that was meant, such as `#1` for a place in the same post, or remove the link.',
    });
  if (BLOGGER_IMAGES.test(host))
    report(body, 'note', href, {
      code: 'link-blogger-image',
      message: `The link leads to an image that Blogger keeps, "${shorten(href)}", which may go with the old blog.`,
      hint: 'Save the image beside the post and link to the file, or remove the link around the picture.',
    });
}

/** The program that blogs are written with. */
const BLOGGER = /^(?:(?:www|draft)\.)?blogger\.com$/;
/** What it shows to everybody. */
const PUBLIC_PATH = /^\/(?:profile|about|features)(?:\/|$)/;

function noteImage(image: Element, body: BodyTree): void {
  const src = image.attribs['src']?.trim();
  if (src === undefined) return;
  if ((image.attribs['alt'] ?? '').trim() === '')
    report(body, 'note', src, {
      code: 'image-alt-missing',
      message: `The image "${shorten(src)}" has no description for those who do not see it.`,
      hint: 'Say in a few words what it shows: `![A garden in winter](garden.jpg)`; leave it empty only for an ornament.',
    });
  if (BLOGGER_IMAGES.test(hostOf(src)))
    report(body, 'note', src, {
      code: 'image-blogger',
      message: `The image "${shorten(src)}" is kept by Blogger, and may go with the old blog.`,
      hint: 'Save it beside the post, and name the file.',
    });
}

function noteCode(pre: Element, body: BodyTree): void {
  const code = pre.children.find((child) => isTag(child) && child.name === 'code');
  if (code !== undefined && isTag(code) && 'class' in code.attribs) return;
  const [line = ''] = textOf(pre).trim().split('\n');
  if (line === '') return;
  report(body, 'note', line, {
    code: 'code-language-missing',
    message: `The code that begins with "${shorten(line)}" names no language, and is shown without colours.`,
    hint: 'Write the language behind the three backticks: `python`, for example, or `text` for none.',
  });
}

function noteHeadings(body: BodyTree): void {
  const empty = elementsOf(body.tree).filter(
    (element) => isHeading(element) && textOf(element).trim() === '' && !holdsImage(element),
  );
  if (empty.length === 0) return;
  const texts = textsBehindHeadings(body.tree);
  for (const heading of empty) {
    const next = texts.get(heading) ?? '';
    report(body, 'note', next, {
      code: 'heading-empty',
      message: `A heading ${next === '' ? 'at the end' : `before "${shorten(next)}"`} has no text; it is left out.`,
      hint: 'Remove the line of number signs, or write the heading.',
    });
  }
}

function holdsImage(element: Element): boolean {
  return elementsOf(element).some(({ name }) => name === 'img');
}

/** The first text behind each heading, as far as its line goes; empty at the end. */
function textsBehindHeadings(tree: ParentNode): ReadonlyMap<Element, string> {
  const texts = new Map<Element, string>();
  let behind = '';
  const visit = (node: ParentNode): void => {
    for (const child of node.children.toReversed()) {
      if (isText(child)) behind = child.data.trim().split('\n')[0] || behind;
      if (!isTag(child)) continue;
      if (isHeading(child)) texts.set(child, behind);
      visit(child);
    }
  };
  visit(tree);
  return texts;
}

function isHeading({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}

/** Lower case; empty for an address without one. */
function hostOf(address: string): string {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).hostname : '';
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}\u2026`;
}
