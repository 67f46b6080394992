/** Random edits by two writers of one text: whatever they do, no line that either has added is lost. */
import { expect, it } from 'vitest';
import { mergeLines } from '../../src/editor/merge/merge-lines.ts';
import { randomFrom } from '../support/random.ts';

const WORDS = ['Red.', 'White.', 'Pink.', '', '', '- one', '- two', '```'];

it.each([1, 2, 3])('loses nothing: %i', (seed) => {
  const below = randomFrom(seed);
  for (let round = 0; round < 100; round++) {
    const base = Array.from({ length: 3 + below(20) }, () => WORDS[below(WORDS.length)] ?? '');
    const [ours, theirs] = [edited(base, 'ours', below), edited(base, 'theirs', below)];
    const { text, lost } = mergeLines(...texts(base, ours, theirs));
    const kept = text.split('\n');
    const replaced = lost.flatMap((lines) => lines.split('\n'));
    expect(kept).toEqual(expect.arrayContaining(added(ours)));
    expect([...kept, ...replaced]).toEqual(expect.arrayContaining(added(theirs)));
    expect(mergeLines(...texts(base, ours, base))).toEqual({ text: ours.join('\n'), lost: [] });
    expect(mergeLines(...texts(base, base, theirs))).toEqual({ text: theirs.join('\n'), lost: [] });
  }
});

/** Ends with a line, since white space at the end of a text counts for nothing. */
function edited(base: readonly string[], who: string, below: (count: number) => number): string[] {
  const lines = [...base];
  for (let edit = 0; edit < 3; edit++) {
    const line = `New ${edit} of ${who}.`;
    lines.splice(below(lines.length + 1), below(3), ...[line, ''].slice(0, below(3)));
  }
  return [...lines, `The end of ${who}.`];
}

function added(lines: readonly string[]): string[] {
  return lines.filter((line) => /^(?:New|The end)/.test(line));
}

function texts(...all: readonly [string[], string[], string[]]): [string, string, string] {
  const [base, ours, theirs] = all.map((lines) => lines.join('\n'));
  return [base ?? '', ours ?? '', theirs ?? ''];
}
