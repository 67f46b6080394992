/**
 * Takes out of an edited body what the rich text editor has rewritten on its
 * own: blocks that nobody has edited keep the text that they had.
 */
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
 */
export function mergeRichText(source: string, rewritten: string, edited: string): string {
  const units = unitsOf(blocksOf(source), blocksOf(rewritten));
  const before = units.flatMap((unit) => unit.rewritten);
  const after = blocksOf(edited);
  const pairs = new Map(commonPairs(after.map(textOf), before.map(textOf)));
  const starts = new Map<number, Unit>();
  let start = 0;
  for (const unit of units) {
    if (unit.rewritten.length > 0) starts.set(start, unit);
    start += unit.rewritten.length;
  }
  const blocks: Block[] = [];
  for (let at = 0; at < after.length;) {
    const first = pairs.get(at);
    const unit = first === undefined ? undefined : starts.get(first);
    const isWhole = unit?.rewritten.every(
      (_, offset) => pairs.get(at + offset) === (first ?? 0) + offset,
    );
    if (unit !== undefined && isWhole === true) blocks.push(...unit.source);
    else blocks.push(...after.slice(at, at + 1));
    at += isWhole === true ? (unit?.rewritten.length ?? 1) : 1;
  }
  return blocks
    .map(({ text, blank }, index) => (index < blocks.length - 1 ? text + (blank || '\n\n') : text))
    .join('');
}

/** Blocks with the same letters and digits belong together; so do the ones between them. */
function unitsOf(source: readonly Block[], rewritten: readonly Block[]): Unit[] {
  const letters = ({ text }: Block): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
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

/** Splits at blank lines outside of fenced code. */
function blocksOf(text: string): Block[] {
  const blocks: { text: string; blank: string }[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const line of linesOf(text)) {
    const isBlank = fence === undefined && line.trim() === '';
    const last = blocks.at(-1);
    if (isBlank && last !== undefined) last.blank += line;
    else if (isOpen && last !== undefined) last.text += line;
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

/** The longest common subsequence, as pairs of positions. */
function commonPairs(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
