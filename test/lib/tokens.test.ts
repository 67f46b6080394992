/** Words are counted in any script, and told apart by what they begin with. */
import { describe, expect, it } from 'vitest';
import { readWords, termOf } from '../../src/lib/tokens.ts';

describe('counting', () => {
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
  ])('%j has %i words and %i letters without spaces', (text, words, characters) => {
    expect(readWords(text)).toMatchObject({ words, characters });
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
    expect(readWords(a).terms).toEqual(readWords(b).terms);
  });

  it.each([
    ['rose', 'nose'],
    ['庭園', '園庭'],
    ['a b c', 'd e f'],
  ])('differ for %s and %s, where there are any', (a, b) => {
    const [one] = readWords(a).terms;
    expect(one === undefined || one !== readWords(b).terms[0]).toBe(true);
  });

  it('are none of a number or a single letter', () => {
    expect([...readWords('x 7 2024 1.5').terms]).toEqual([]);
  });

  it('are as many as the words of a long text', () => {
    expect(readWords('word '.repeat(5000)).terms).toHaveLength(5000);
    expect(readWords('庭'.repeat(5000)).terms).toHaveLength(4999);
  });

  it('are those of this text, whatever was read before and after', () => {
    const { terms } = readWords('first');
    readWords('a longer text of other words');
    expect(terms).toEqual(readWords('first').terms);
  });

  it('of a whole text is not that of its letters in another order', () => {
    expect(termOf('#ab')).not.toBe(termOf('#ba'));
  });
});
