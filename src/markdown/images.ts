/** Resolves the URLs of images, audio and video in Markdown and raw HTML. */
import { elementsOf, remove, removeAll, replaceByText, unwrap } from '../lib/html.ts';
import { isRelative } from '../lib/paths.ts';
import { report, type BodyTree } from './body.ts';
import { layOutImages } from './image-layout.ts';
import { normalizeSize } from './image-size.ts';
import { checkVersions } from './image-versions.ts';
import { hasBackslash, ownUrl, resolveFile, schemeOf, withScheme } from './urls.ts';
import { isWithheld } from './withheld.ts';
import type { Written } from './uses.ts';

/**
 * Resolves all media. Browsers load the first image before all else, and others when readers come near.
 * @returns whether there are images
 */
export function resolveImages(body: BodyTree): boolean {
  let images = 0;
  // First, since a `picture` loses its sources.
  checkVersions(body);
  for (const element of elementsOf(body.tree)) {
    const { name, attribs } = element;
    // The image processor offers formats of its own, so the fallback image is enough.
    if (name === 'picture') {
      removeAll(elementsOf(element).filter((child) => child.name === 'source'));
      unwrap(element);
    }
    // Removed with its `picture`.
    if (element.parent === null) continue;
    if (!/^(?:img|audio|video|source|track)$/.test(name)) continue;
    for (const attribute of ['src', 'poster']) {
      const written = attribs[attribute]?.trim();
      if (written === undefined) continue;
      const url = resolve(body.uses.of(element, written), body);
      if (url === undefined) delete attribs[attribute];
      else attribs[attribute] = url;
    }
    if (/^(?:img|source|track)$/.test(name) && attribs['src'] === undefined) {
      const alt = name === 'img' ? attribs['alt']?.trim() : undefined;
      if (alt) replaceByText(element, alt);
      else remove(element);
      continue;
    }
    if (name !== 'img') continue;
    attribs['alt'] ??= '';
    normalizeSize(element);
    if (images++ > 0) attribs['loading'] = 'lazy';
    else attribs['fetchpriority'] = 'high';
    attribs['decoding'] = 'async';
  }
  if (images > 0) layOutImages(body);
  return images > 0;
}

const NOT_SHOWN = 'readers do not see it';

/** The published URL, or `undefined` for one that must not be loaded. */
function resolve(image: Written, body: BodyTree): string | undefined {
  const src = image.written;
  if (isRelative(src)) return resolveRelative(image, body);
  if (hasBackslash(src)) {
    report(body, 'warning', image, {
      code: 'image-backslash',
      message: `The address of the image "${src.slice(0, 60)}" has a backslash, which could lead to another site, so readers see its description instead.`,
      hint: 'Replace the backslash with `/`.',
    });
    return undefined;
  }
  const url = ownUrl(src, body);
  if (url !== undefined) body.links.push({ ...image, url, kind: 'file' });
  if (src.startsWith('//')) return withScheme(src);
  if (src.startsWith('/')) return url;
  const scheme = schemeOf(src);
  if (scheme === 'https') return src;
  // The content security policy allows no other scheme.
  if (scheme === 'http') return src.replace(/^http:/i, 'https:');
  const file = resolveFile(src, body);
  if (file.isFound) return file.url;
  if (isWithheld(image, NOT_SHOWN, body)) return undefined;
  report(body, 'warning', image, {
    code: 'image-scheme',
    message: `The image address "${src.slice(0, 40)}" is not a web address, so readers see its description instead.`,
    hint: 'Save the image beside the post and write its file name.',
  });
  return undefined;
}

function resolveRelative(image: Written, body: BodyTree): string | undefined {
  const src = image.written;
  const { isFound, url } = resolveFile(src, body);
  if (isFound) return url;
  if (isWithheld(image, NOT_SHOWN, body)) return undefined;
  if (url === undefined) {
    report(body, 'error', image, {
      code: 'image-outside',
      message: `The image "${src.slice(0, 80)}" is outside the post's folder, so it cannot be published with the post.`,
      hint: "Copy the image into the post's folder.",
    });
    return undefined;
  }
  const { files } = body.source;
  const names = files.slice(0, 5).join(', ') + (files.length > 5 ? ', ...' : '');
  report(body, 'warning', image, {
    code: 'image-missing',
    message: `The image "${src.slice(0, 80)}" is not in the post's folder, so readers see its description instead.`,
    hint:
      names === '' ? 'Put the file there.' : `Put the file there, or use one of these: ${names}.`,
  });
  return url;
}
