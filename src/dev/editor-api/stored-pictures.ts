/** Makes of the pictures that are uploaded those that the content keeps. */
import { basename } from 'node:path';
import { isMap } from '../../editor/merge/same-value.ts';
import { tryYaml } from '../../editor/merge/read-yaml.ts';
import { isImageName } from '../../outputs/images/read-image.ts';
import { storedImage } from '../../outputs/images/stored-image.ts';
import type { FileChange } from './change-files.ts';
import type { ContentFiles } from './content-files.ts';
import { INVALID, Refusal } from './refusal.ts';

/** @throws {Refusal} for a picture that is broken */
export async function withStoredPictures(
  files: ContentFiles,
  changes: readonly FileChange[],
): Promise<FileChange[]> {
  const keepsSize = publishesInFull(files);
  const stored: FileChange[] = [];
  // One after another: a large one takes some hundred megabytes.
  for (const change of changes) {
    const { path, from_path: from = path, content } = change;
    const isPicture = content !== undefined && change.operation !== 'delete' && isImageName(path);
    // One that only moves stays as it is.
    const isNew = isPicture && files.read(from)?.equals(content) !== true;
    stored.push(isNew ? { ...change, content: await prepared(path, content, keepsSize) } : change);
  }
  return stored;
}

async function prepared(path: string, sent: Buffer, keepsSize: boolean): Promise<Buffer> {
  const image = await storedImage(sent, path, keepsSize);
  if (image.ok) return image.bytes;
  throw new Refusal(
    INVALID,
    `Nothing was saved, because the picture "${basename(path)}" cannot be read: ${image.reason}. Open it in an image editor and save it again, or choose another picture.`,
  );
}

/** `largePhotos: original` in the settings. */
function publishesInFull(files: ContentFiles): boolean {
  const text = files.read(`${basename(files.folder)}/site.yaml`);
  const settings = tryYaml(text?.toString() ?? '');
  return isMap(settings) && settings['largePhotos'] === 'original';
}
