/** Text from content can do nothing but be read, wherever problems are shown. */
import { expect, it } from 'vitest';
import { formatAnnotations } from '../../src/report/annotations.ts';
import { formatInternalError } from '../../src/report/internal-error.ts';
import { PLAIN } from '../../src/report/colors.ts';
import { formatJson } from '../../src/report/json.ts';
import { formatProblems } from '../../src/report/text.ts';
import { visible, visibleLines } from '../../src/report/visible.ts';
import { problem } from '../support/problems.ts';

const ESCAPE = '\u001b';
const ODD = `a${ESCAPE}]52;c;eA==\u0007\u009b2J\u202eb\u2028\r\n::stop-commands::x\n##[add-mask]e`;

it.each([
  ['\u001b[2J', String.raw`\u001b[2J`],
  ['\u007f\u009b', String.raw`\u007f\u009b`],
  ['a\nb\rc\td', String.raw`a\nb\rc\td`],
  ['\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069', /^(?:\\u[\da-f]{4}){9}$/],
  ['::set-output name=a::1', String.raw`\u003a:set-output name=a::1`],
  ['  ::debug::x', String.raw`  \u003a:debug::x`],
  ['x ##[error]y', String.raw`x \u0023#[error]y`],
  ['\ud800', '\ufffd'],
])('shows %j', (text, expected) => {
  expect(visible(text)).toMatch(expected);
  expect(visible(visible(text))).toBe(visible(text));
});

it.each(['Grün & 緑', '👩‍👩‍👧', 'نیم‌فاصله', 'A: b::c', '# a ## [b]'])('leaves %s as it is', (text) => {
  expect(visible(text)).toBe(text);
});

it('keeps our own line breaks, and no commands after them', () => {
  expect(visibleLines(`a\n::debug::${ESCAPE}`)).toBe(`a\n${String.raw`\u003a:debug::\u001b`}`);
});

const odd = problem({
  severity: 'warning',
  file: `posts/${ODD}/index.md`,
  field: ODD,
  message: `There is ${ODD}.`,
  hint: `Remove ${ODD}.`,
  near: ODD,
});
const source = `---\ntitle: ${ODD}\npublishDate: ${ESCAPE}soon\n`;
const shown = {
  text: formatProblems([odd, odd, ...Array(12).fill(odd)], () => source),
  JSON: formatJson({
    command: 'build',
    exitCode: 1,
    problems: [odd],
    failure: `Cannot: ${ODD}`,
    findings: {
      notes: [odd],
      redirects: [{ from: ODD, to: ODD, status: 301, source: 'text', file: ODD }],
    },
  }),
  'an annotation': formatAnnotations([odd], (file) => file),
  'an internal error': formatInternalError(new Error(ODD), 'Node.js', PLAIN),
};

it.each(Object.entries(shown))('%s has no control character and no command', (where, text) => {
  const lines = text.split('\n');
  // oxlint-disable-next-line no-control-regex
  expect(lines.filter((line) => /[\u0000-\u001f\u007f-\u009f\u2028\u202e]/.test(line))).toEqual([]);
  expect(text).not.toContain('##[');
  const commands = lines.filter((line) => /^\s*::/.test(line));
  expect(commands).toHaveLength(where === 'an annotation' ? 1 : 0);
  expect(text).toContain(String.raw`u001b]52`);
});

it('cuts the middle of a long message, and tells its start and end', () => {
  const long = problem({ message: `There is no file "${'x'.repeat(100_000)}" beside the post.` });
  const text = formatProblems([long], () => undefined);
  expect(text.length).toBeLessThan(1200);
  expect(text).toMatch(/There is no file "x+ \u2026 x+" beside the post\./);
});
