/** Leads from the pictures of a body to the uploads that they are versions of. */
import type { Element } from 'hast';
import { attribute, byTag, classesOf, textOf } from '../../body/tree.ts';
import { originalOf, unscaledOf } from '../original-pictures.ts';
import type { Attachment, AttachmentIndex } from './attachments.ts';

/** Adds the original's address and size, as `data-` attributes that `body/` knows. */
export function tidyPicture(
  img: Element,
  attachments: Pick<AttachmentIndex, 'byId' | 'byPicture'>,
): void {
  const src = attribute(img, 'src');
  const attachment = attachmentOf(img, src, attachments);
  const original = attachment?.url ?? originalOf(src);
  const largest = unscaledOf(original);
  if (largest !== src && attribute(img, 'dataOrigFile') === '')
    img.properties['dataOrigFile'] = largest;
  if (original !== src && original !== largest && attribute(img, 'dataLargeFile') === '')
    img.properties['dataLargeFile'] = original;
  if (attachment === undefined) return;
  const { alt, width, height } = attachment;
  if (!Object.hasOwn(img.properties, 'alt') && alt !== '') img.properties['alt'] = alt;
  if (width !== undefined && height !== undefined && largest === original) {
    img.properties['dataOriginalWidth'] = `${width}`;
    img.properties['dataOriginalHeight'] = `${height}`;
  }
}

/** The class may be left from a picture that was replaced, or from another blog. */
function attachmentOf(
  img: Element,
  src: string,
  attachments: Pick<AttachmentIndex, 'byId' | 'byPicture'>,
): Attachment | undefined {
  const found = attachments.byPicture(src);
  if (found !== undefined) return found;
  const id = classesOf(img)
    .map((name) => /^wp-image-(\d+)$/.exec(name)?.[1])
    .find((one) => one !== undefined);
  const named = id === undefined ? undefined : attachments.byId(id);
  return named !== undefined && stemOf(named.url) === stemOf(src) ? named : undefined;
}

/** Name of the upload, without what smaller and edited versions add. */
function stemOf(url: string): string {
  const name =
    unscaledOf(originalOf(url))
      .replace(/[?#].*/s, '')
      .split('/')
      .at(-1) ?? '';
  return name
    .replace(/\.\w+$/, '')
    .replace(/-\d+x\d+$/, '')
    .replace(/-(?:scaled|rotated|e\d{10,})$/, '')
    .toLowerCase();
}

/** A link from a picture to the page of the attachment leads to the picture itself. */
export function tidyPictureLink(
  link: Element,
  attachments: Pick<AttachmentIndex, 'byId' | 'byPage'>,
): void {
  if (byTag(link, 'img') === undefined || textOf(link).trim() !== '') return;
  const rel = link.properties['rel'];
  const id = (Array.isArray(rel) ? rel : [])
    .map((value) => /^wp-att-(\d+)$/.exec(`${value}`)?.[1])
    .find((one) => one !== undefined);
  const href = attribute(link, 'href');
  const page =
    attachments.byPage(href) ??
    attachments.byId(/[?&]attachment_id=(\d+)/.exec(href)?.[1] ?? '') ??
    (id !== undefined && !/\.\w{3,4}$/.test(href) ? attachments.byId(id) : undefined);
  if (page !== undefined && page.url !== '') link.properties['href'] = page.url;
}
