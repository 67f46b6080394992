/** Reading of `redirects.yaml`. */
import { expect, it } from 'vitest';
import { readRedirects } from '../../src/content/read-settings.ts';
import { Problems } from '../../src/lib/problem.ts';
import { folderWith } from '../support/scratch.ts';

function read(rule: string, count: number) {
  const problems = new Problems();
  const text = `redirects:\n${rule.repeat(count)}`;
  const rules = readRedirects(folderWith({ 'redirects.yaml': text }), problems);
  return { rules, codes: problems.all.map(({ code }) => code) };
}

it('reads 50,000 entries', () => {
  const { rules, codes } = read('- { from: /a, to: /b/ }\n', 50_000);
  expect(codes).toEqual([]);
  expect(rules).toHaveLength(50_000);
});

it('says that more entries are not read', () => {
  const { rules, codes } = read('- x\n', 50_001);
  expect(codes).toEqual(['redirects-too-many']);
  expect(rules).toEqual([]);
});

it('counts the invalid entries after the first hundred', () => {
  const { codes } = read('- x\n', 50_000);
  expect(codes).toHaveLength(101);
  expect(new Set(codes)).toEqual(new Set(['redirects-redirects-invalid', 'problems-left-out']));
});
