/** Keeps what the rich text editor rewrites on its own out of the files. */
import { mergeRichText } from './merge-rich-text.ts';

/** How a body that rich text has written came about. */
interface Origin {
  /** The body before it was shown as rich text. */
  readonly source: string;
  /** The same as rich text writes it. */
  readonly rewritten: string;
}

/** Bodies of the last edits; each change is one. */
const KEPT = 200;

/** By body. */
const origins = new Map<string, Origin>();

/** The body, in which blocks that nobody has edited have their own text again. */
export function withoutRewriting(body: string): string {
  const origin = origins.get(body.trim());
  return origin === undefined ? body : mergeRichText(origin.source, origin.rewritten, body.trim());
}

/**
 * Notes what becomes of a body, in either mode of the editor.
 * @param before its text before the change
 * @param isRewritten whether nobody has edited it since it is shown as rich text
 */
export function noteChange(before: string, after: string, isRewritten: boolean): void {
  const [old, now] = [before.trim(), after.trim()];
  const origin = origins.get(old) ?? (isRewritten ? { source: old, rewritten: now } : undefined);
  if (origin === undefined) return;
  origins.delete(now);
  origins.set(now, origin);
  const [first] = origins.keys();
  if (origins.size > KEPT && first !== undefined) origins.delete(first);
}
