/** Images and other media: found beside the post, in Markdown and raw HTML alike. */
import { elementsOf, remove, textOf, type Element } from '../html.ts';
import { encodePath } from '../paths.ts';
import { report, type BodyTree } from './body.ts';
import { isRelative, resolveFile } from './files.ts';
import { schemeOf } from './links.ts';

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
};
const IMAGE_FILE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Hosts that have nothing but images, whatever the address looks like. */
const IMAGE_HOST = /^(?:blogger|lh\d)\.googleusercontent\.com$|^\d\.bp\.blogspot\.com$/;

/** Gives every image its published address; all but the first load when they come near. */
export function resolveImages(body: BodyTree): void {
  const elements = elementsOf(body.tree);
  let images = 0;
  for (const element of elements) {
    for (const attribute of ADDRESSES[element.name] ?? []) resolve(element, attribute, body);
    if (element.name !== 'img') continue;
    if (element.attribs['src'] === undefined) {
      remove(element);
      continue;
    }
    element.attribs['alt'] ??= '';
    for (const side of ['width', 'height']) {
      if (!/^\d+$/.test(element.attribs[side] ?? '')) delete element.attribs[side];
    }
    if (images++ > 0) element.attribs['loading'] = 'lazy';
    element.attribs['decoding'] = 'async';
  }
  for (const element of elements) if (element.name === 'a') nameLink(element);
}

/** A link whose images have no description says where it leads, for those who do not see them. */
function nameLink(link: Element): void {
  const { href } = link.attribs;
  const images = elementsOf(link).filter(({ name }) => name === 'img');
  if (href === undefined || images.length === 0 || textOf(link).trim() !== '') return;
  if (images.some(({ attribs }) => attribs['alt']?.trim() || attribs['title']?.trim())) return;
  link.attribs['aria-label'] ??= destinationOf(href);
}

function destinationOf(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  const path = url?.pathname ?? href;
  if (IMAGE_FILE.test(path) || IMAGE_HOST.test(url?.hostname ?? '')) return 'Full-size image';
  return `Link to ${url?.hostname || href}`;
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
    if (scheme === undefined) return body.resolver.link(address) ?? `https:${address}`;
    if (scheme === 'https' || scheme === 'http') return address;
    report(body, 'warning', address.slice(0, 40), {
      code: 'image-scheme',
      message: `An image has the address "${address.slice(0, 40)}", which is not one of the web; it is left out.`,
      hint: 'Save the image as a file beside the post and name that file.',
    });
    return undefined;
  }
  const file = resolveFile(address, body);
  if (file.kind === 'found') return file.url;
  if (file.kind === 'outside') {
    report(body, 'error', address, {
      code: 'image-outside',
      message: `The image "${address}" lies outside the post's folder, which a post cannot reach.`,
      hint: 'Copy the image into the folder of the post.',
    });
    return undefined;
  }
  report(body, 'warning', address, {
    code: 'image-missing',
    message: `The image "${address}" is not in the post's folder; readers will see its description instead.`,
    hint: nearFiles(body),
  });
  return body.url + encodePath(file.path);
}

function nearFiles({ source }: BodyTree): string {
  if (source.files.length === 0) return 'Put the file beside the post.';
  const names = source.files.slice(0, 5).join(', ');
  const more = source.files.length > 5 ? ', ...' : '';
  return `Put the file there, or name one that is there: ${names}${more}.`;
}
