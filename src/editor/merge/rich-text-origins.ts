/** Keeps what the rich text editor rewrites on its own out of the files. */
import { mergeRichText } from './merge-rich-text.ts';

/** How a body that rich text has written came about. */
interface Origin {
  /** The body before it was shown as rich text. */
  readonly source: string;
  /** What rich text made of it. */
  readonly rewritten: string;
  /** Whether somebody had edited it by then. */
  readonly isEdited: boolean;
}

/** Bodies of the last edits; each change is one. */
const KEPT = 200;

/** By body. */
const origins = new Map<string, Origin>();

/** The body, in which blocks that nobody has edited have their own text again. */
export function withoutRewriting(body: string): string {
  const text = body.trim();
  const origin = origins.get(text);
  if (origin === undefined) return body;
  return mergeRichText(origin.source, origin.rewritten, text, origin.isEdited);
}

/**
 * Notes what rich text makes of a body that it shows, or of an edit.
 * @param isEdited whether somebody has edited it since it is shown
 */
export function noteRichText(before: string, after: string, isEdited: boolean): void {
  const [source, rewritten] = [before.trim(), after.trim()];
  note(rewritten, origins.get(source) ?? { source, rewritten, isEdited });
}

/** Notes an edit of a body as Markdown, which rich text may have written before. */
export function noteMarkdown(before: string, after: string): void {
  const origin = origins.get(before.trim());
  if (origin !== undefined) note(after.trim(), origin);
}

function note(body: string, origin: Origin): void {
  origins.delete(body);
  origins.set(body, origin);
  const [first] = origins.keys();
  if (origins.size > KEPT && first !== undefined) origins.delete(first);
}
