/** The image that a post names for link previews. */
import type { Addressed } from '../addresses/redirect.ts';
import type { PlannedPost } from '../addresses/plan-entries.ts';
import type { PostEntry } from '../content/entries.ts';
import { refusal } from '../lib/attachments.ts';
import { encodePath, folderOf, resolveAttachment } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { MEDIA_TYPES } from './image-model.ts';
import type { Preview } from './model.ts';
import type { Sharing } from './sharing.ts';

/** The local file that `image` names, if any. */
export function localImage({ fields, files }: Addressed['entry']): string[] {
  const image = 'image' in fields ? fields.image : undefined;
  if (image === undefined || /^(?:https?:|[/\\])/i.test(image)) return [];
  const { file } = resolveAttachment(image, files);
  return file === undefined ? [] : [file];
}

/**
 * The image for previews, described by its `imageAlt`, else by the title. Reports a missing
 * file as an error.
 * @returns `undefined` if there is none, or none that other programs show
 */
export function postImage(
  { entry, address }: PlannedPost,
  { images, addresses }: Sharing,
  problems: Problems,
): Preview | undefined {
  const { image, imageAlt, title } = entry.fields;
  if (image === undefined) return undefined;
  const alt = imageAlt ?? title;
  // Its size is known to the other site only.
  if (/^https?:\/\//.test(image)) return { url: image, alt, size: undefined, type: undefined };
  const [file] = localImage(entry);
  if (file === undefined) {
    reportMissing(entry, image, problems);
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

function reportMissing(entry: PostEntry, image: string, problems: Problems): void {
  const { file: withheld } = resolveAttachment(image, entry.withheld ?? []);
  if (withheld !== undefined) {
    const { reason, hint } = refusal(withheld);
    problems.error({
      file: entry.file,
      field: 'image',
      code: 'attachment-refused',
      message: `\`image\` names "${withheld}", which ${reason}, so it is not published.`,
      hint,
    });
    return;
  }
  problems.error({
    file: entry.file,
    field: 'image',
    code: 'post-image-missing',
    message: `\`image\` names "${image}", but the post's folder has no such file.`,
    hint: 'Put the file beside the post, or correct the name.',
  });
}
