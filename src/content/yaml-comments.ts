/** Warns of words that YAML takes for a comment or an anchor: `title: Roses #2`, `title: &c`. */
import type { Problem, Problems } from '../lib/problem.ts';
import { yamlFields } from './yaml.ts';

/** Fields of words. In others, what follows ` #` is certainly a comment. */
const WORDS =
  /^(?:title|description|author|tags|imageAlt|coverAlt|anonymousAuthors|accent|logo)(?:\[\d+\])?$|\.text$/;
const NAME = /(?:"(?:\\.|[^"\\])*"[ \t]*|'[^']*'[ \t]*|[^\n:]*):/y;
const COMMENT = /^([^]*?)[ \t](#.*)/;
/** https://yaml.org/spec/1.2.2/#692-node-anchors */
const ANCHOR = /^\s*(&[^\s,[\]{}]+)\s+\S/;
/** Of an item of a list. */
const ANCHOR_BEFORE = /(?<![^\s,[\]{}])-?(&[^\s,[\]{}]+)\s+$/;

const LONGEST_ANCHOR = 200;
/** Characters of white space and of a comment that belong to a value. */
const AROUND_VALUE = 1000;

/** @param yaml valid YAML */
export function reportComments(yaml: string, file: string, problems: Problems): void {
  if (!/[ \t][#&]/.test(yaml)) return;
  for (const [field, { start, value }] of yamlFields(yaml)) {
    if (!WORDS.test(field)) continue;
    const isItem = field.endsWith(']');
    const written = sliceOf(yaml, isItem ? start : endOfName(yaml, start), value);
    const before = isItem ? yaml.slice(Math.max(0, start - LONGEST_ANCHOR), start) : '';
    const anchor = (ANCHOR.exec(written) ?? ANCHOR_BEFORE.exec(before))?.[1];
    const isUsed = anchor !== undefined && yaml.includes(anchor.replace('&', '*'));
    if (anchor !== undefined && !isUsed && typeof value === 'string')
      problems.warn({ file, field, ...anchored(field, value, anchor) });
    const [, uncommented = '', comment] = COMMENT.exec(written) ?? [];
    // One on a line of its own is certainly a comment.
    if (comment === undefined || /\n[ \t]*$/.test(uncommented)) continue;
    const unquoted = uncommented.replace(/(?<!\s)\s*\n\s*/g, ' ').trim();
    const isCut = unquoted === '' ? value === null && /^#\S/.test(comment) : unquoted === value;
    if (isCut) problems.warn({ file, field, ...cut(field, unquoted, comment) });
  }
}

function cut(
  field: string,
  value: string,
  comment: string,
): Pick<Problem, 'code' | 'message' | 'hint'> {
  const meant = JSON.stringify(`${value} ${comment}`.trim());
  return {
    code: 'yaml-comment',
    message: `\`${field}\` is read as "${shorten(value)}", because in YAML a \`#\` after a space begins a comment, here "${shorten(comment)}".`,
    hint: `Put quotes around the value, \`${shorten(meant)}\`, or the comment on a line of its own.`,
  };
}

function anchored(
  field: string,
  value: string,
  anchor: string,
): Pick<Problem, 'code' | 'message' | 'hint'> {
  return {
    code: 'yaml-anchor',
    message: `\`${field}\` is read as "${shorten(value)}", because in YAML a word that begins with \`&\`, here "${shorten(anchor)}", names the value after it.`,
    hint: `Put quotes around the value, \`${shorten(JSON.stringify(`${anchor} ${value}`))}\`, or remove "${shorten(anchor)}".`,
  };
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}\u2026`;
}

/** The value at `start` as it is written, and what follows it. */
function sliceOf(yaml: string, start: number, value: unknown): string {
  const length = typeof value === 'string' ? value.length : 0;
  return yaml.slice(start, start + 2 * length + AROUND_VALUE);
}

/** Offset after the colon. */
function endOfName(yaml: string, start: number): number {
  NAME.lastIndex = start;
  NAME.test(yaml);
  return NAME.lastIndex;
}
