/** The images that a post names: its cover, and that of link previews. */
import type { Addressed } from '../addresses/redirect.ts';
import type { PlannedPost } from '../addresses/plan-entries.ts';
import type { PostEntry } from '../content/entries.ts';
import { refusal } from '../lib/attachments.ts';
import { encodePath, folderOf, resolveAttachment } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { MEDIA_TYPES } from './image-model.ts';
import type { Picture, Preview } from './model.ts';
import type { Sharing } from './sharing.ts';

/** Fields that name an image. */
type ImageField = 'image' | 'cover';

/** The picture at a URL of this site; `undefined` if browsers do not show it. */
export type CoverAt = (url: string, alt: string) => Picture | undefined;

/** The local files that a post names, if any. */
export interface NamedFiles {
  readonly cover: string | undefined;
  /** For link previews: `image`, else the cover. */
  readonly preview: string | undefined;
}

export function namedFiles(entry: Addressed['entry']): NamedFiles {
  const { fields } = entry;
  if (!('publishDate' in fields)) return { cover: undefined, preview: undefined };
  const cover = localFile(fields.cover, entry.files);
  return { cover, preview: localFile(fields.image ?? fields.cover, entry.files) };
}

function localFile(written: string | undefined, files: readonly string[]): string | undefined {
  if (written === undefined || /^(?:https?:|[/\\])/i.test(written)) return undefined;
  return resolveAttachment(written, files).file;
}

/** The image above the text. Reports a missing file as an error. */
export function postCover(
  { entry, address }: PlannedPost,
  coverAt: CoverAt,
  problems: Problems,
): Picture | undefined {
  const { cover, coverAlt = '' } = entry.fields;
  if (cover === undefined) return undefined;
  const { cover: file } = namedFiles(entry);
  if (file === undefined) {
    reportMissing(entry, 'cover', cover, problems);
    return undefined;
  }
  return coverAt(folderOf(address.url) + encodePath(file), coverAlt);
}

/**
 * The image for previews, described by its `imageAlt` or `coverAlt`, else by the title. Reports a
 * missing `image` as an error.
 * @returns `undefined` if there is none, or none that other programs show
 */
export function postImage(
  { entry, address }: PlannedPost,
  { images, addresses }: Sharing,
  problems: Problems,
): Preview | undefined {
  const { cover, image = cover, title } = entry.fields;
  if (image === undefined) return undefined;
  const alt = previewAlt(entry.fields) ?? title;
  // Its size is known to the other site only.
  if (image !== cover && /^https?:\/\//.test(image))
    return { url: image, alt, size: undefined, type: undefined };
  const { preview: file } = namedFiles(entry);
  if (file === undefined) {
    if (entry.fields.image !== undefined) reportMissing(entry, 'image', image, problems);
    return undefined;
  }
  const url = folderOf(address.canonical) + encodePath(file);
  const found = images.get(folderOf(address.path) + file);
  if (found === undefined) return { url, alt, size: undefined, type: undefined };
  if (found.preview !== undefined) {
    const { path, width, height, type } = found.preview;
    return { url: addresses.of(path).canonical, alt, size: { width, height }, type };
  }
  if (!found.isForBrowsers) return undefined;
  const { width, height } = found.republished ?? found;
  const size = width === 0 ? undefined : { width, height };
  return { url, alt, size, type: MEDIA_TYPES[found.type] };
}

/** An `image` is shown as it is, a `cover` on the card of its post. */
export function ownPreview<Shown>(
  { fields }: PostEntry,
  image: Shown | undefined,
): Shown | undefined {
  return fields.image === undefined ? undefined : image;
}

/** What the image for previews shows, in words. */
export function previewAlt({ image, imageAlt, coverAlt }: PostEntry['fields']): string | undefined {
  return image === undefined ? coverAlt : imageAlt;
}

function reportMissing(
  entry: PostEntry,
  field: ImageField,
  written: string,
  problems: Problems,
): void {
  const place = { file: entry.file, field };
  const { file: withheld } = resolveAttachment(written, entry.withheld ?? []);
  if (withheld !== undefined) {
    const { reason, hint } = refusal(withheld);
    problems.error({
      ...place,
      code: 'attachment-refused',
      message: `\`${field}\` names "${withheld}", which ${reason}, so it is not published.`,
      hint,
    });
    return;
  }
  const isCover = field === 'cover';
  const isElsewhere = isCover && /^https?:/i.test(written);
  problems.error({
    ...place,
    code: isCover ? 'post-cover-missing' : 'post-image-missing',
    message: `\`${field}\` names "${written}", ${isElsewhere ? 'which is on another site' : "but the post's folder has no such file"}.`,
    hint: isElsewhere
      ? "Save the image in the post's folder and write its file name, or rename the field to `image`, which only link previews show."
      : 'Put the file beside the post, or correct the name.',
  });
}
