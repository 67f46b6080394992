/** The images that stand for posts in lists. */
import type { Plan } from '../addresses/plan.ts';
import type { PlannedPost } from '../addresses/plan-entries.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { encodePath, folderOf } from '../lib/paths.ts';
import type { Picture } from './model.ts';
import { namedFiles } from './post-image.ts';
import type { BodyOf } from './posts.ts';

/** The picture of a file of this site, with a value for `sizes`. */
export type PictureAt = (url: string, sizes: string) => Picture | undefined;

/** `lead` fills the page, `card` half of it, `thumbnail` its margin; `related` is below a post. */
export type Place = 'lead' | 'card' | 'thumbnail' | 'related';

/** The picture for a post, by its path. */
export type PictureFor = (path: string, place: Place) => Picture | undefined;

interface Needs {
  /** Value of the attribute; see `home.css`, `posts.css` and `post-end.css`. */
  readonly sizes: string;
  /** Pixels that an image of a text must have, so that no icon is chosen. */
  readonly minWidth: number;
  /** Least width divided by height: taller images lose too much when they are cropped. */
  readonly minRatio: number;
}

const NEEDS: Readonly<Record<Place, Needs>> = {
  lead: { sizes: '(max-width: 54rem) 90vw, 784px', minWidth: 800, minRatio: 1.2 },
  card: {
    sizes: '(max-width: 40rem) 90vw, (max-width: 54rem) 45vw, 376px',
    minWidth: 320,
    minRatio: 0.6,
  },
  // More than its width, because wider images are cropped.
  thumbnail: { sizes: '(max-width: 54rem) 150px, 230px', minWidth: 320, minRatio: 0.6 },
  related: { sizes: '170px', minWidth: 320, minRatio: 0.6 },
};

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

/** Chooses the `cover` of a post, else its `image`, else the first image of its text that fits the place. */
export function listPictures(
  { posts }: Plan,
  { lists }: Pick<SiteSettings, 'lists'>,
  bodyOf: BodyOf,
  pictureAt: PictureAt,
): PictureFor {
  const byPath = new Map(posts.map((post) => [post.address.path, post]));
  return (path, place) => {
    const post = byPath.get(path);
    if (post === undefined || (place === 'thumbnail' && !lists.thumbnails)) return undefined;
    const { sizes, ...needs } = NEEDS[place];
    const { entry, address } = post;
    const file = namedFile(entry);
    const named =
      file === undefined ? undefined : pictureAt(folderOf(address.url) + encodePath(file), sizes);
    const isChosen = entry.fields.cover !== undefined || place !== 'lead';
    if (named !== undefined && (isChosen || fits(named, needs))) return named;
    for (const part of bodyOf(post).parts) {
      if (part.kind !== 'image') continue;
      const picture = pictureAt(part.attributes['src'] ?? '', sizes);
      if (picture !== undefined && fits(picture, needs)) return picture;
    }
    return undefined;
  };
}

function fits({ attributes }: Picture, { minWidth, minRatio }: Omit<Needs, 'sizes'>): boolean {
  const width = Number(attributes['width'] ?? 0);
  return width >= minWidth && width / Number(attributes['height'] ?? 1) >= minRatio;
}
