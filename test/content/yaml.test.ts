/** YAML 1.2 parsing. */
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/content/yaml.ts';

describe('parseYaml', () => {
  it.each([
    ['2024-03-10', '2024-03-10'],
    ['2024-03-10 23:30', '2024-03-10 23:30'],
    ['12:30', '12:30'],
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['010', 10],
    ['1.10', 1.1],
    ['"1.10"', '1.10'],
    ['true', true],
    ['~', null],
    ['', null],
    ["'it''s'", "it's"],
  ])('parses %s as %j', (text, value) => {
    expect(parseYaml(`a: ${text}`)).toEqual({ ok: true, value: { a: value } });
  });

  it.each([
    ['a: [1', 1],
    ['a: 1\nb: c: d', 2],
    ['a: 1\na: 2', 2],
    ['a:\n\t- b', 2],
    ['a: *nowhere', 1],
    ['a: !!js/function "x"', 1],
    ['a: "unclosed', 1],
  ])('refuses %j at line %i', (text, line) => {
    const parsed = parseYaml(text);
    expect(parsed).toMatchObject({ ok: false, error: { at: { line: expect.any(Number) } } });
    expect(!parsed.ok && parsed.error.at.line).toBeGreaterThanOrEqual(line);
    expect(!parsed.ok && parsed.error.message.length).toBeGreaterThan(5);
  });

  it('cannot pollute Object.prototype', () => {
    parseYaml('__proto__: { polluted: true }');
    parseYaml('constructor: { prototype: { polluted: true } }');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('withstands nested aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 12; n++)
      lines.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    const started = performance.now();
    parseYaml(lines.join('\n'));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
