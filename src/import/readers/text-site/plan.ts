/** What a reader finds out about the texts of a site before it reads their bodies. */
import path from 'node:path';
import { decodeEntities } from '../../../lib/html.ts';
import { playerAddress } from '../../body/players.ts';
import type { ImportedEntry, ImportedItem, LeftOut, Notice, Place } from '../../model.ts';
import { isTooLarge } from '../../body/too-large.ts';
import { readText, type SourceFile } from '../../source/source.ts';
import type { Fields } from './fields.ts';
import { splitDocument, type SplitDocument } from './front-matter.ts';
import type { Format } from './output.ts';

/** A post or page without its body. */
export type EntryHead = Omit<ImportedEntry, 'body'>;

export interface PlannedEntry {
  readonly type: 'entry';
  readonly head: EntryHead;
  readonly file: SourceFile;
  /** Of the file below the root of the site. */
  readonly path: string;
  readonly fields: Fields;
  readonly format: Format;
}

/** In the order of the files. */
export type Planned = PlannedEntry | Exclude<ImportedItem, ImportedEntry>;

export interface TranslatedBody {
  readonly text: string;
  /** Tags that stay as text, as written, in order. */
  readonly unknown: readonly string[];
}

/**
 * The items of a site: reads each planned text once more and translates its body.
 * @param translate Markdown or HTML of the platform to plain Markdown or HTML
 */
export async function* itemsOf(
  plan: readonly Planned[],
  split: (text: string, file: string) => SplitDocument | undefined,
  translate: (body: string, entry: PlannedEntry) => TranslatedBody,
): AsyncGenerator<ImportedItem> {
  for (const planned of plan) {
    if (planned.type !== 'entry') {
      yield planned;
      continue;
    }
    const { head, file, format } = planned;
    const text = await readText(file);
    const { body, bodyLine } = split(text, planned.path) ?? { body: text, bodyLine: 1 };
    const lines = body.replace(/\r\n?/g, '\n');
    // Such a text stays as it is.
    const isLarge = isTooLarge(lines);
    const translated = isLarge ? { text: lines, unknown: [] } : translate(lines, planned);
    const base = path.posix.dirname(file.path);
    yield {
      ...head,
      body: {
        format,
        text: (format === 'markdown'
          ? withAddresses(translated.text, lines)
          : translated.text
        ).replace(/^(?:[ \t]*\n)+/, ''),
        base: base === '.' ? '' : base,
      },
    };
    yield* unknownTags(translated.unknown, lines, { file: file.path, line: bodyLine });
  }
}

/** Writes players that a tag stood for as their addresses, where each is a paragraph. */
function withAddresses(text: string, original: string): string {
  return text.replace(
    /(?<=^|\n\n)<iframe src="([^"]*)"><\/iframe>(?=\n\n|\n?$)/g,
    (frame, src: string) =>
      original.includes(frame) ? frame : (playerAddress(decodeEntities(src)) ?? frame),
  );
}

/** One notice for each tag, at its first place. */
function* unknownTags(
  tags: readonly string[],
  body: string,
  start: Required<Place>,
): Generator<Notice> {
  for (const tag of new Set(tags)) {
    const at = body.indexOf(tag);
    const line = at === -1 ? start.line : start.line + body.slice(0, at).split('\n').length - 1;
    yield {
      type: 'notice',
      place: { file: start.file, line },
      message: `\`${shortened(tag)}\` has no meaning in Perennial, so readers see it as text: replace it with what it showed, or remove it.`,
    };
  }
}

function shortened(tag: string): string {
  const line = tag.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** The front matter of a file, and what is wrong with it. */
export async function readDocument(
  file: SourceFile,
  split: (text: string) => SplitDocument | undefined = splitDocument,
): Promise<{ readonly document: SplitDocument | undefined; readonly notices: readonly Notice[] }> {
  const document = split(await readText(file));
  if (document?.error === undefined) return { document, notices: [] };
  const { reason, line } = document.error;
  return {
    document,
    notices: [
      {
        type: 'notice',
        place: { file: file.path, line },
        message: `The front matter is not valid (${reason}), so each of its fields was read by itself. Compare them with the imported ones.`,
      },
    ],
  };
}

export function leftOut(file: SourceFile, reason: string, what = file.path): LeftOut {
  return { type: 'left-out', place: { file: file.path }, reason, what };
}
