/**
 * Takes out of an edited body what the rich text editor has rewritten on its
 * own: blocks that nobody has edited keep the text that they had.
 */
import { commonPairs } from './common-pairs.ts';
import { linesOf } from './lines.ts';

/** A block, with the blank lines behind it. */
interface Block {
  readonly text: string;
  readonly blank: string;
}

/** Blocks of the source, and what the editor made of them. */
interface Unit {
  readonly source: readonly Block[];
  readonly rewritten: readonly Block[];
}

/**
 * @param source the body as it was
 * @param rewritten what the editor wrote before anything was edited
 * @param edited what it wrote last
 * @param isEdited whether something may have been edited in `rewritten` already
 */
export function mergeRichText(
  source: string,
  rewritten: string,
  edited: string,
  isEdited = false,
): string {
  const all = unitsOf(blocksOf(source), blocksOf(rewritten));
  const units = isEdited ? all.map(withoutEdits) : all;
  const before = units.flatMap((unit) => unit.rewritten);
  const after = blocksOf(edited);
  const pairs = new Map(commonPairs(after.map(textOf), before.map(textOf)));
  const starts = new Map<number, Unit>();
  let start = 0;
  for (const unit of units) {
    if (unit.rewritten.length > 0) starts.set(start, unit);
    start += unit.rewritten.length;
  }
  const blocks: Merged[] = [];
  for (let at = 0; at < after.length;) {
    const first = pairs.get(at) ?? -1;
    const unit = starts.get(first);
    const isWhole = unit?.rewritten.every((_, offset) => pairs.get(at + offset) === first + offset);
    if (unit !== undefined && isWhole === true) {
      blocks.push(...unit.source.map((block) => ({ ...block, isKept: true })));
      at += unit.rewritten.length;
    } else blocks.push(...after.slice(at, ++at).map((block) => ({ ...block, isKept: false })));
  }
  return withMarkers(blocks)
    .map(({ text, blank }, index) => (index < blocks.length - 1 ? text + (blank || '\n\n') : text))
    .join('');
}

/** Other letters are an edit; the block stays as it is. */
function withoutEdits(unit: Unit): Unit {
  const [source, rewritten] = [unit.source, unit.rewritten].map((blocks) =>
    lettersOf(blocks.map(textOf).join('')),
  );
  return source === rewritten ? unit : { source: unit.rewritten, rewritten: unit.rewritten };
}

interface Merged extends Block {
  readonly isKept: boolean;
}

const MARKER = /^([ \t]*)([-*+])(?=[ \t])/;

/** Edited items get the marker of their list: another one would begin another list. */
function withMarkers(blocks: readonly Merged[]): readonly Merged[] {
  return blocks.map((block, index) => {
    if (block.isKept || !MARKER.test(block.text)) return block;
    const marker =
      markerNear(blocks.slice(0, index).toReversed()) ?? markerNear(blocks.slice(index));
    if (marker === undefined) return block;
    return { ...block, text: block.text.replace(MARKER, (_, indent: string) => indent + marker) };
  });
}

/** Of the first kept item, before the list ends. */
function markerNear(blocks: readonly Merged[]): string | undefined {
  const end = blocks.findIndex(({ text }) => !MARKER.test(text));
  const items = end === -1 ? blocks : blocks.slice(0, end);
  return MARKER.exec(items.find(({ isKept }) => isKept)?.text ?? '')?.[2];
}

/** Without marks and white space, which are what rich text rewrites. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Blocks with the same letters and digits belong together; so do the ones between them. */
function unitsOf(source: readonly Block[], rewritten: readonly Block[]): Unit[] {
  const letters = ({ text }: Block): string => lettersOf(text);
  const pairs = commonPairs(source.map(letters), rewritten.map(letters));
  const units: Unit[] = [];
  let [left, right] = [0, 0];
  for (const [a, b] of [...pairs, [source.length, rewritten.length] as const]) {
    if (a > left || b > right)
      units.push({ source: source.slice(left, a), rewritten: rewritten.slice(right, b) });
    if (a < source.length)
      units.push({ source: source.slice(a, a + 1), rewritten: rewritten.slice(b, b + 1) });
    [left, right] = [a + 1, b + 1];
  }
  return units;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ITEM = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/;

/** Splits at blank lines and items of lists, outside of fenced code. */
function blocksOf(text: string): Block[] {
  const blocks: { text: string; blank: string }[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const line of linesOf(text)) {
    const isBlank = fence === undefined && line.trim() === '';
    const last = blocks.at(-1);
    if (isBlank && last !== undefined) last.blank += line;
    else if (isOpen && last !== undefined && !(fence === undefined && ITEM.test(line)))
      last.text += line;
    else blocks.push({ text: line, blank: '' });
    isOpen = !isBlank;
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
  }
  return blocks.map(({ text: lines, blank }) => {
    const end = lines.endsWith('\n') ? '\n' : '';
    return { text: lines.slice(0, lines.length - end.length), blank: end + blank };
  });
}

function textOf({ text }: Block): string {
  return text;
}
