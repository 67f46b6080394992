/** Parses a body and cleans it, whatever platform wrote it. */
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Blog, ImportedEntry } from '../model.ts';
import { keepAnchors } from './attributes.ts';
import type { Change, ParsedBody } from './body.ts';
import { normalizeCode } from './code.ts';
import { normalizeFigures } from './figures.ts';
import { normalizeFlow } from './flow.ts';
import { removeInvisible } from './invisible.ts';
import { limitDepth } from './depth.ts';
import { normalizePictures, picturesOf } from './pictures.ts';
import { normalizeSpaces } from './text.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/** HTML as it is, for `factsOf`. */
export function parseHtmlBody(html: string): Root {
  const root = parser.parse(html);
  limitDepth(root);
  return root;
}

/** @param html of a post, page or comment */
export function parseBody(
  html: string,
  entry: ImportedEntry,
  blog: Pick<Blog, 'tidy'>,
): ParsedBody {
  const changes: Change[] = [];
  const root = parseHtmlBody(html);
  blog.tidy?.(root, entry, (text, reason) => changes.push({ text, reason }));
  removeInvisible(root, changes);
  normalizePictures(root);
  normalizeCode(root);
  normalizeFigures(root);
  keepAnchors(root);
  normalizeSpaces(root);
  const pictures = picturesOf(root);
  normalizeFlow(root);
  return { root, pictures, changes };
}
