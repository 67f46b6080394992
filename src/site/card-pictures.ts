/** The images that stand for posts in cards. */
import type { Plan } from '../addresses/plan.ts';
import type { PlannedPost } from '../addresses/plan-entries.ts';
import { encodePath, folderOf } from '../lib/paths.ts';
import type { Picture } from './model.ts';
import { namedFiles } from './post-image.ts';
import type { BodyOf } from './posts.ts';

/** The picture of a file of this site, with a value for `sizes`. */
export type PictureAt = (url: string, sizes: string) => Picture | undefined;

/** A card fills a phone, and half of a wider screen; see `home.css`. */
export const CARD = '(max-width: 40rem) 90vw, (max-width: 54rem) 45vw, 376px';

/** More than its width, because wider images are cropped; see `post-end.css`. */
export const THUMBNAIL = '170px';

/** Smaller or taller images of a text, such as icons, do not fill a card. */
const MIN_WIDTH = 320;
const MIN_RATIO = 0.6;

/** Paths of the files that posts name as their `cover` or `image`. */
export function imagePaths({ posts }: Plan): string[] {
  return posts.flatMap(({ entry, address }) => {
    const file = namedFile(entry);
    return file === undefined ? [] : [folderOf(address.path) + file];
  });
}

function namedFile(entry: PlannedPost['entry']): string | undefined {
  const { cover, preview } = namedFiles(entry);
  return cover ?? preview;
}

/**
 * By path of the post: its `cover` or `image`, or the first image of its text that fills a card.
 * @param sizes value of the attribute
 */
export function cardPictures(
  { posts }: Plan,
  bodyOf: BodyOf,
  pictureAt: PictureAt,
  sizes: string,
): ReadonlyMap<string, Picture> {
  const pictureOf = (post: PlannedPost): Picture | undefined => {
    const { entry, address } = post;
    const file = namedFile(entry);
    const own =
      file === undefined ? undefined : pictureAt(folderOf(address.url) + encodePath(file), sizes);
    if (own !== undefined) return own;
    for (const part of bodyOf(post).parts) {
      if (part.kind !== 'image') continue;
      const picture = pictureAt(part.attributes['src'] ?? '', sizes);
      if (picture !== undefined && fills(picture)) return picture;
    }
    return undefined;
  };
  return new Map(
    posts.flatMap((post) => {
      const picture = pictureOf(post);
      return picture === undefined ? [] : [[post.address.path, picture] as const];
    }),
  );
}

function fills({ attributes }: Picture): boolean {
  const width = Number(attributes['width'] ?? 0);
  return width >= MIN_WIDTH && width / Number(attributes['height'] ?? 1) >= MIN_RATIO;
}
