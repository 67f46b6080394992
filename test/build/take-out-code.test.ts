/** `check --fix` takes code out that an editor left in a text. */
import { describe, expect, it } from 'vitest';
import { takeOutCode } from '../../src/build/take-out-code.ts';

const TOP = '---\ntitle: Roses\n---\n\n';
const CODE = "p.p1 {margin: 0.0px; font: 12.0px 'Helvetica'} span.s1 {color: red}";

describe('taking out code', () => {
  it.each([
    ['a paragraph', `Red.\n\n${CODE}\n\nYellow.\n`, 'Red.\n\n\nYellow.\n'],
    ['the start of a line', `${CODE} Red.\n`, 'Red.\n'],
    ['a line', `${CODE}  \nRed.\n`, 'Red.\n'],
    ['several lines', `p.p1 {margin: 0}\nspan.s1 {color: red}\n\nRed.\n`, '\nRed.\n'],
    ['Windows lines', `Red.\r\n\r\n${CODE}\r\n\r\nYellow.\r\n`, 'Red.\r\n\r\n\r\nYellow.\r\n'],
    [
      'signs with backslashes',
      String.raw`.linenos \[a\] {color: red} /\* Comment \*/ Red.`.replace(String.raw` \[a\]`, ''),
      'Red.',
    ],
    [
      'raw HTML with entities',
      `<div>p.p1 {font: &quot;Arial&quot;; margin:&nbsp;0}</div>\n\nRed.`,
      '<div></div>\n\nRed.',
    ],
    ['two places', `${CODE}\n\nRed.\n\n${CODE} Yellow.\n`, '\nRed.\n\nYellow.\n'],
    [
      'one that code shows too',
      `\`\`\`\n${CODE.slice(0, 8)}\n\`\`\`\n\n${CODE}\n`,
      `\`\`\`\n${CODE.slice(0, 8)}\n\`\`\`\n\n`,
    ],
  ])('from %s', (_where, body, rest) => {
    const { text, left } = takeOutCode(TOP + body);
    expect(text).toBe(TOP + rest);
    expect(left).toEqual([]);
    expect(takeOutCode(text).text).toBe(text);
  });

  it('names the lines that it removes or changes', () => {
    expect(takeOutCode(`${TOP}${CODE}\n\n${CODE} Red.\n`).lines).toEqual([
      { line: 5, before: CODE, after: undefined },
      { line: 7, before: `${CODE} Red.`, after: 'Red.' },
    ]);
  });

  it.each([
    ['another text', 'Red. p { margin: 0 } is CSS.\n'],
    ['code blocks', `\`\`\`css\n${CODE}\n\`\`\`\n`],
    ['hidden code', `<style>${CODE}</style>\n\n<!-- ${CODE} -->\n\nRed.\n`],
  ])('leaves %s alone', (_what, body) => {
    expect(takeOutCode(TOP + body)).toEqual({ text: TOP + body, lines: [], left: [] });
  });

  it('leaves all as it is if it would take more or less than the code', () => {
    const body = `${TOP}\`\`\`\n${CODE}\n\`\`\`\n\n${CODE}\n`;
    expect(takeOutCode(body)).toMatchObject({ text: body, lines: [], left: [expect.any(String)] });
    const styled = `${TOP}p.p1 {*margin*: 0}\n`;
    expect(takeOutCode(styled)).toMatchObject({ text: styled, lines: [] });
  });
});
