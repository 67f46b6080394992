/** Splitting of front matter and body. */
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { within } from '../../src/lib/time-limit.ts';

describe('splitFrontMatter', () => {
  it('returns the fields and the body', () => {
    expect(splitFrontMatter('---\ntitle: A\ntags: [b]\n---\n\nWords.\n')).toEqual({
      ok: true,
      yaml: 'title: A\ntags: [b]\n',
      frontMatter: { title: 'A', tags: ['b'] },
      body: '\nWords.\n',
    });
  });

  it.each([
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\nWords.\n'],
    ['Windows line endings', '---\r\ntitle: A\r\n---\r\nWords.\n'],
    ['spaces after the delimiters', '---  \ntitle: A\n---\t\nWords.\n'],
    ['the language yaml', '---yaml\ntitle: A\n---\nWords.\n'],
  ])('accepts %s', (_what, text) => {
    const split = splitFrontMatter(text);
    if (!split.ok) throw new Error(split.error.message);
    expect(split.frontMatter).toEqual({ title: 'A' });
    expect(split.body.trim()).toBe('Words.');
  });

  it('leaves the body unchanged, even if it contains `---` or braces', () => {
    const body = '# Title\n\n---\n\nnot: front matter\n\n---\n\n{{ braces }}\n\n    code\n';
    expect(splitFrontMatter(`---\ntitle: A\n---\n${body}`)).toMatchObject({ ok: true, body });
  });

  it('accepts a file without a body', () => {
    expect(splitFrontMatter('---\ntitle: A\n---')).toMatchObject({ ok: true, body: '' });
  });

  it('keeps dates and times as written', () => {
    const split = splitFrontMatter('---\na: 2024-03-10\nb: 12:30\nc: yes\nd: 010\n---\n');
    expect(split).toMatchObject({
      frontMatter: { a: '2024-03-10', b: '12:30', c: 'yes', d: 10 },
    });
  });

  it.each([
    ['', 'front-matter-missing'],
    ['# Only text\n', 'front-matter-missing'],
    ['\n---\ntitle: A\n---\n', 'front-matter-missing'],
    ['----\ntitle: A\n----\n', 'front-matter-missing'],
    ['---\ntitle: A\n\nWords.\n', 'front-matter-unclosed'],
    ['---', 'front-matter-unclosed'],
    ['---js\n{}\n---\n', 'front-matter-language'],
    ['---javascript\n{}\n---\n', 'front-matter-language'],
    ['--- js\n{}\n---\n', 'front-matter-language'],
    ['---json\n{}\n---\n', 'front-matter-language'],
    ['---toml\na = 1\n---\n', 'front-matter-language'],
    ['---\ntitle: [a\n---\n', 'front-matter-yaml'],
    ['---\ntitle: a: b\n---\n', 'front-matter-yaml'],
    ['---\ntitle: a\ntitle: b\n---\n', 'front-matter-yaml'],
  ])('refuses %j', (text, code) => {
    expect(splitFrontMatter(text)).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    [
      'TOML of Hugo',
      '+++\ndraft = false\ntitle = "Roses"\n+++\nRed.\n',
      'front-matter-language',
      'with `---`, and each ` = ` with `: `, as in `draft: false`',
    ],
    [
      'JSON of Hugo',
      '{\n  "title": "Roses",\n  "tags": ["a"]\n}\nRed.\n',
      'front-matter-language',
      'Add a line `---` above the `{` and another below the `}`',
    ],
    [
      'YAML of Hexo',
      'title: Roses\ntags:\n- red\n---\nRed.\n',
      'front-matter-missing',
      'Add a line `---` at the top of the file.',
    ],
  ])('says how to write %s here', (_, text, code, hint) => {
    const split = splitFrontMatter(text);
    if (split.ok) throw new Error('It was accepted.');
    expect(split.error).toMatchObject({ code, at: { line: 1, column: 1 } });
    expect(split.error.hint).toContain(hint);
    expect(split.body).toBe('Red.\n');
  });

  it.each([
    ['unopened', '', 'a:\n-b:\n'],
    ['never closed', '---', ' '],
    ['TOML', '+++\n', 'a ='],
    ['JSON', '{"a', '}'],
  ])('takes linear time for what is %s', (_what, start, unit) => {
    const text = `${start}${unit.repeat(100_000)}x`;
    expect(within(2000, () => splitFrontMatter(text))).toMatchObject({ ok: false });
  });

  it('reads JSON between its two lines, as the message says', () => {
    expect(splitFrontMatter('---\n{\n\t"title": "Roses"\n}\n---\nRed.\n')).toMatchObject({
      ok: true,
      frontMatter: { title: 'Roses' },
    });
  });

  it.each(['{% include "note" %}\nRed.\n', '{{< note "a" >}}\n', 'Red: a colour.\n\nMore.\n---\n'])(
    'takes no other text for front matter: %j',
    (text) => {
      expect(splitFrontMatter(text)).toMatchObject({
        error: { message: 'The file does not start with front matter.' },
        body: text,
      });
    },
  );

  it('gives the same result for the same text twice', () => {
    const text = '---\ntitle: [a\n---\n';
    expect(splitFrontMatter(text)).toEqual(splitFrontMatter(text));
    expect(splitFrontMatter(text)).toMatchObject({ ok: false });
  });

  it('never runs code', () => {
    for (const language of ['js', 'javascript', 'coffee', 'cson', 'ts']) {
      splitFrontMatter(`---${language}\n{ title: (globalThis.ran = true) }\n---\n`);
    }
    splitFrontMatter('---\ntitle: !!js/function "function () { globalThis.ran = true }"\n---\n');
    expect('ran' in globalThis).toBe(false);
  });
});

/** A file whose front matter has so many characters. */
function fileWith(length: number): string {
  const start = '---\ntitle: ';
  return `${start}${'x'.repeat(length - start.length - 4)}\n---\nWords.\n`;
}

it('refuses front matter of more than 50,000 characters, which would slow down the build', () => {
  expect(splitFrontMatter(fileWith(50_000))).toMatchObject({ ok: true });
  expect(splitFrontMatter(fileWith(50_001))).toMatchObject({
    ok: false,
    error: { code: 'front-matter-too-large' },
    body: 'Words.\n',
  });
});
