/** Word counts and terms. */
import { describe, expect, it } from 'vitest';
import { wordStats, hashTerm } from '../../src/lib/word-stats.ts';

describe('word counts', () => {
  it.each([
    ['', 0, 0],
    ['Hello, world!', 2, 0],
    ['the gardener\u2019s don\u2019t', 3, 0],
    ['hy\u00adphen\u200bated', 1, 0],
    ['in 2024 there were 1,234', 6, 0],
    ['Zażółć gęślą jaźń', 3, 0],
    ['मैं बाग में', 3, 0],
    ['مرحبا بالعالم', 2, 0],
    ['한국어 단어', 2, 0],
    ['庭で歩く', 0, 4],
    ['Python は楽しい', 1, 4],
    ['カーネーション', 0, 7],
    ['สวนดอกไม้', 0, 9],
    ['\u{20bb7}野家', 0, 3],
    ['\u{1f331} \u2764\ufe0f', 0, 0],
  ])('%j has %i words and %i letters of unspaced scripts', (text, words, characters) => {
    expect(wordStats(text)).toMatchObject({ words, characters });
  });
});

describe('terms', () => {
  it.each([
    ['Roses', 'roses'],
    ['developer', 'development'],
    ['ÄRGERLICH', 'ärgerlich'],
    ['don\u2019t', "don't"],
    ['庭園', '庭園'],
  ])('are the same for %s and %s', (a, b) => {
    expect(wordStats(a).terms).toEqual(wordStats(b).terms);
  });

  it.each([
    ['rose', 'nose'],
    ['庭園', '園庭'],
    ['a b c', 'd e f'],
  ])('differ for %s and %s', (a, b) => {
    const [one] = wordStats(a).terms;
    expect(one === undefined || one !== wordStats(b).terms[0]).toBe(true);
  });

  it('exclude numbers and single letters', () => {
    expect([...wordStats('x 7 2024 1.5').terms]).toEqual([]);
  });

  it('are complete for a long text', () => {
    expect(wordStats('word '.repeat(5000)).terms).toHaveLength(5000);
    expect(wordStats('庭'.repeat(5000)).terms).toHaveLength(4999);
  });

  it('do not change when another text is read', () => {
    const { terms } = wordStats('first');
    wordStats('a longer text of other words');
    expect(terms).toEqual(wordStats('first').terms);
  });

  it('of a whole text depend on the order of its letters', () => {
    expect(hashTerm('#ab')).not.toBe(hashTerm('#ba'));
  });
});
