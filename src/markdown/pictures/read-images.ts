/** Reads the images of finished HTML, with the classes that `arrange.ts` leaves. */
import { attributesOf, classesOf, type Tag } from '../../lib/html-tags.ts';
import { reachOf, type Reach } from './reach.ts';

/** Number of images in the row of each; see `galleries.ts`. */
export function columnsOf(tags: readonly Tag[]): ReadonlyMap<Tag, number> {
  const columns = new Map<Tag, number>();
  let row: Tag[] = [];
  /** Levels of `div` within the gallery, itself included. */
  let depth = 0;
  for (const tag of tags) {
    if (tag.name === 'div' && (depth > 0 || classesOf(tag)[0] === 'pictures')) {
      depth += tag.isEnd ? -1 : 1;
      if (depth !== 1) continue;
      for (const image of row) columns.set(image, row.length);
      row = [];
    } else if (tag.name === 'img' && depth > 0) row.push(tag);
  }
  return columns;
}

export function imageOf(tag: Tag): {
  readonly attributes: Readonly<Record<string, string>>;
  readonly isAlone: boolean;
  readonly reach: Reach | undefined;
} {
  const attributes = attributesOf(tag);
  const classes = classesOf(tag);
  if (classes.includes('picture')) attributes['class'] = 'picture';
  else delete attributes['class'];
  return { attributes, isAlone: classes.includes('alone'), reach: reachOf(classes) };
}
