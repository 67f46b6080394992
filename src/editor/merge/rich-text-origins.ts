/** Keeps what the rich text editor rewrites on its own out of the files. */
import { linesOf } from './lines.ts';
import { mergeRichText } from './merge-rich-text.ts';

/** How a body that rich text has written came about. */
export interface Origin {
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
/** By source; those of drafts that may be restored. */
const earlier = new Map<string, Origin>();

/**
 * The body, in which blocks that nobody has edited have their own text again.
 * @param file the body of the file
 */
export function withoutRewriting(body: string, file: string): string {
  const origin = origins.get(body.trim());
  const own = origin === undefined ? body : withSource(body, origin);
  if (origin?.source === file.trim()) return own;
  const drafted = earlier.get(file.trim());
  return drafted !== undefined && isFrom(own, drafted) ? withSource(own, drafted) : own;
}

/** Whether a body is rather what rich text has made of a source, than the source. */
function isFrom(body: string, { source, rewritten }: Origin): boolean {
  const lines = linesOf(body);
  const [sourceLines, rewrittenLines] = [source, rewritten].map((text) => {
    const known = new Set(linesOf(text));
    return lines.filter((line) => known.has(line)).length;
  });
  return Number(rewrittenLines) > Number(sourceLines);
}

function withSource(body: string, { source, rewritten, isEdited }: Origin): string {
  return mergeRichText(source, rewritten, body.trim(), isEdited);
}

/**
 * Notes what rich text makes of a body that it shows, or of an edit.
 * @param isEdited whether somebody has edited it since it is shown
 * @returns what drafts of the body need when they are restored, if that is new
 */
export function noteRichText(before: string, after: string, isEdited: boolean): Origin | undefined {
  const [source, rewritten] = [before.trim(), after.trim()];
  const known = origins.get(source);
  const origin = known ?? { source, rewritten, isEdited };
  note(rewritten, origin);
  return known === undefined ? origin : undefined;
}

/** Notes what rich text made of bodies before the page was loaded. */
export function noteEarlier(list: readonly Origin[]): void {
  for (const origin of list) earlier.set(origin.source, origin);
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
