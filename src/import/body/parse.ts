/** Parses a body and cleans it, whatever platform wrote it. */
import type { Root } from 'hast';
import type { Blog, ImportedEntry } from '../model.ts';
import { keepAnchors } from './anchors.ts';
import type { Direction } from '../../lib/language/tag.ts';
import { normalizeDirection } from './direction.ts';
import type { Change, ParsedBody } from './body.ts';
import { normalizeCode } from './code.ts';
import { normalizeFigures } from './figures.ts';
import { normalizeFlow } from './flow.ts';
import { normalizeFootnotes, removeRule } from './footnotes.ts';
import { normalizeForms } from './forms.ts';
import { removeInvisible } from './invisible.ts';
import { parseShallow } from './depth.ts';
import { normalizePictures, picturesOf } from './pictures.ts';
import { normalizeSpaces } from './text.ts';
import { normalizeWordLists } from './word-lists.ts';

/** What readers of the old blog saw. */
export interface SourceTree {
  readonly root: Root;
  readonly changes: readonly Change[];
}

/** @param html of a post, page or comment */
export function parseSource(
  html: string,
  entry: ImportedEntry,
  blog: Pick<Blog, 'tidy'>,
): SourceTree {
  const changes: Change[] = [];
  const { root, isCut } = parseShallow(html);
  if (isCut) changes.push({ text: html.slice(0, 200), reason: 'elements nested too deeply' });
  blog.tidy?.(root, entry, (text, reason) => changes.push({ text, reason }));
  normalizeWordLists(root);
  return { root, changes };
}

/**
 * @param source its tree becomes that of the result
 * @param around direction of the page; without it, no text keeps its own
 */
export function cleanBody({ root, changes: found }: SourceTree, around?: Direction): ParsedBody {
  const changes = [...found];
  removeInvisible(root, changes);
  normalizePictures(root, changes);
  normalizeForms(root, changes);
  normalizeCode(root);
  normalizeFigures(root);
  normalizeFootnotes(root, changes);
  keepAnchors(root);
  normalizeSpaces(root);
  const pictures = picturesOf(root);
  if (around !== undefined) normalizeDirection(root, around);
  normalizeFlow(root);
  removeRule(root);
  return { root, pictures, changes };
}
