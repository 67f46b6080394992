/** Images and other media: found beside the post, in Markdown and raw HTML alike. */
import { elementsOf, remove, replaceByText, unwrap, type Element } from '../lib/html.ts';
import { encodePath, folderOf } from '../lib/paths.ts';
import { report, type BodyTree } from './body.ts';
import { isRelative, resolveFile } from './files.ts';
import { hasBackslash, schemeOf } from './links.ts';
import { presentPictures } from './pictures.ts';

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
};

/** They are nothing without a file. */
const NEEDS_ADDRESS: ReadonlySet<string> = new Set(['img', 'source', 'track']);

/** Gives every image its published address; all but the first load when they come near. */
export function resolveImages(body: BodyTree): void {
  const elements = elementsOf(body.tree);
  let images = 0;
  for (const element of elements) {
    if (element.name === 'picture') choose(element);
    // A source of a picture, or a file of what was left out.
    if (element.parent === null) continue;
    for (const attribute of ADDRESSES[element.name] ?? []) resolve(element, attribute, body);
    if (NEEDS_ADDRESS.has(element.name) && element.attribs['src'] === undefined) {
      leaveOut(element);
      continue;
    }
    if (element.name !== 'img') continue;
    element.attribs['alt'] ??= '';
    for (const side of ['width', 'height']) {
      if (!/^\d+$/.test(element.attribs[side] ?? '')) delete element.attribs[side];
    }
    if (images++ > 0) element.attribs['loading'] = 'lazy';
    element.attribs['decoding'] = 'async';
  }
  if (images > 0) presentPictures(body);
}

/** Of several images, the one that every browser can show: the page offers others by itself. */
function choose(picture: Element): void {
  for (const element of elementsOf(picture)) if (element.name === 'source') remove(element);
  unwrap(picture);
}

/** The description of an image stays, as text. */
function leaveOut(element: Element): void {
  const alt = element.name === 'img' ? (element.attribs['alt']?.trim() ?? '') : '';
  if (alt === '') remove(element);
  else replaceByText(element, alt);
}

function resolve(element: Element, attribute: string, body: BodyTree): void {
  const address = element.attribs[attribute]?.trim();
  if (address === undefined) return;
  const resolved = resolveAddress(address, body);
  if (resolved === undefined) delete element.attribs[attribute];
  else element.attribs[attribute] = resolved;
}

function resolveAddress(address: string, body: BodyTree): string | undefined {
  if (!isRelative(address)) {
    const scheme = schemeOf(address);
    if (hasBackslash(address)) {
      report(body, 'warning', address, {
        code: 'image-backslash',
        message: `The image "${address.slice(0, 60)}" has a backslash in its address, which could lead to another site; its description takes its place.`,
        hint: 'Write `/` instead of the backslash.',
      });
      return undefined;
    }
    if (address.startsWith('//')) return `https:${address}`;
    if (address.startsWith('/')) return body.resolver.link(address);
    if (scheme === 'https') return address;
    // Browsers ask for it like this, and the security policy of the site lets no other through.
    if (scheme === 'http') return address.replace(/^http:/i, 'https:');
    report(body, 'warning', address.slice(0, 40), {
      code: 'image-scheme',
      message: `An image has the address "${address.slice(0, 40)}", which is not one of the web; its description takes its place.`,
      hint: 'Save the image as a file beside the post and name that file.',
    });
    return undefined;
  }
  const file = resolveFile(address, body);
  if (file.kind === 'found') return file.url;
  if (file.kind === 'outside') {
    report(body, 'error', address, {
      code: 'image-outside',
      message: `The image "${address.slice(0, 80)}" lies outside the post's folder, which a post cannot reach.`,
      hint: 'Copy the image into the folder of the post.',
    });
    return undefined;
  }
  report(body, 'warning', address, {
    code: 'image-missing',
    message: `The image "${address.slice(0, 80)}" is not in the post's folder; readers will see its description instead.`,
    hint: nearFiles(body),
  });
  return folderOf(body.url) + encodePath(file.path);
}

function nearFiles({ source }: BodyTree): string {
  if (source.files.length === 0) return 'Put the file beside the post.';
  const names = source.files.slice(0, 5).join(', ');
  const more = source.files.length > 5 ? ', ...' : '';
  return `Put the file there, or name one that is there: ${names}${more}.`;
}
