/** YAML 1.2 parsing. */
import { describe, expect, it } from 'vitest';
import { parseYaml, yamlFields } from '../../src/content/yaml.ts';

const TOO_LONG = {
  ok: false,
  error: { message: 'its aliases, such as this first one, repeat too much' },
};

const fields = (count: number, value = '1', separator = ', '): string =>
  Array.from({ length: count }, (_, index) => `k${index}: ${value}`).join(separator);

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
    expect(parseYaml(lines.join('\n'))).toMatchObject(TOO_LONG);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('names the place of the first alias that repeats too much', () => {
    const parsed = parseYaml(`title: T\na: &a [*a]\n`);
    expect(parsed).toMatchObject({ ok: false, error: { at: { line: 2, column: 8 } } });
  });

  it.each([
    ['a list in itself', 'a: &a [*a]', TOO_LONG],
    ['a long text, many times', `a: &a ${'x'.repeat(500)}\nb: [${'*a, '.repeat(60)}]`, TOO_LONG],
    [
      'long names, many times',
      `a: &a { ${'x'.repeat(500)}: 1 }\nb: [${'*a, '.repeat(60)}]`,
      TOO_LONG,
    ],
    ['a short text, many times', `a: &a x\nb: [${'*a, '.repeat(500)}]`, { ok: true }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseYaml(text)).toMatchObject(expected);
  });
});

describe('yamlFields', () => {
  it('finds items beside keys of their own, and names that an alias stands for', () => {
    const text = 'a: [null, b: 1, [c]]\nd: &d { e: 1 }\nf: *d\n? *d\n: 1\n? ~\n: g\n';
    expect([...yamlFields(text)].map(([name, { start }]) => `${name} ${start}`)).toEqual([
      'a 0',
      'a[0] 4',
      'a[2] 16',
      'a[2][0] 17',
      'd 21',
      'd.e 29',
      'f 36',
      'null 53',
    ]);
  });

  it.each([
    ['pairs in a list', (count: number) => `[${'a: b, '.repeat(count)}]`],
    [
      'aliases of a map',
      (count: number) => `a: &a { ${fields(count)} }\n${fields(count, '*a', '\n')}`,
    ],
    [
      'fields below a long name',
      (count: number) => `${'x'.repeat(10 * count)}:\n ${fields(count, '1', '\n ')}`,
    ],
  ])('reads %s in time', (_what, textOf) => {
    const started = performance.now();
    yamlFields(textOf(4000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
