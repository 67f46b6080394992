import { expect, it } from 'vitest';
import { splitDocument } from '../../../../src/import/readers/text-site/front-matter.ts';

function read(text: string) {
  const { fields, body, bodyLine, error } = splitDocument(text) ?? {};
  return { title: fields?.text('title'), date: fields?.text('date'), body, bodyLine, error };
}

it.each([
  ['YAML', '---\ntitle: Roses\ndate: 2020-01-31\n---\nText'],
  ['YAML closed by dots', '---\ntitle: Roses\ndate: 2020-01-31\n...\nText'],
  [
    'YAML behind a byte-order mark and blank lines',
    '\uFEFF\n---\ntitle: Roses\ndate: 2020-01-31\n---\nText',
  ],
  ['YAML with Windows line breaks', '---\r\ntitle: Roses\r\ndate: 2020-01-31\r\n---\r\nText'],
  ['TOML', '+++\ntitle = "Roses"\ndate = 2020-01-31\n+++\nText'],
  ['TOML named in the opening line', '---toml\ntitle = "Roses"\ndate = 2020-01-31\n---\nText'],
  ['JSON', '{\n"title": "Roses",\n"date": "2020-01-31"\n}\nText'],
  ['JSON with braces in its texts', '{"title": "Roses", "date": "2020-01-31", "x": "}{"}\nText'],
  [
    'JSON named in the opening line',
    '---json\n{"title": "Roses", "date": "2020-01-31"}\n---\nText',
  ],
  [
    'JavaScript that declares constants',
    '---js\nconst title = "Roses";\nconst date = \'2020-01-31\';\nconst x = { key: "About", order: 3 };\n---\nText',
  ],
  ['JavaScript that is an object', '---js\n{ title: "Roses", date: "2020-01-31" }\n---\nText'],
  ['JSON of Hexo', '"title": "Roses",\n"date": "2020-01-31"\n;;;\nText'],
  ['JSON of Hexo with braces', '{"title": "Roses",\n"date": "2020-01-31"}\n;;;\nText'],
  ['YAML of Hexo without its first line', 'title: Roses\ndate: 2020-01-31\n---\nText'],
])('reads %s', (_name, text) => {
  expect(read(text)).toMatchObject({
    title: 'Roses',
    date: '2020-01-31',
    body: 'Text',
    error: undefined,
  });
});

it.each(['Text', 'A line: with a colon\n\nText', '--- dashes', '{{ page.title }}', ''])(
  'finds none in %j',
  (text) => {
    expect(splitDocument(text)).toBeUndefined();
  },
);

it('keeps dates of TOML as they are written', () => {
  const { fields } = splitDocument(
    '+++\na = 2020-01-31T10:00:00+02:00\nb = 2020-01-31T10:00:00\n[params]\nc = 2020-01-31\n+++\n',
  ) ?? { fields: undefined };
  expect(fields?.text('a')).toBe('2020-01-31T10:00:00+02:00');
  expect(fields?.text('b')).toBe('2020-01-31T10:00:00');
  expect(fields?.group('params').text('c')).toBe('2020-01-31');
});

it('reads invalid front matter field by field, and tells the line', () => {
  expect(
    read('---\ntitle: Roses: a story\ndate: 2020-01-31\ntags: [a, b\n---\nText'),
  ).toMatchObject({
    title: 'Roses: a story',
    date: '2020-01-31',
    body: 'Text',
    error: { line: 2 },
  });
  expect(read('+++\ntitle = "Ro"ses"\ndate = 2020-01-31\n+++\nText')).toMatchObject({
    title: 'Ro"ses',
    date: '2020-01-31',
    error: { line: 2 },
  });
});

it('keeps fields with the names of what every object inherits', () => {
  const { fields } = splitDocument('---\nconstructor: a\n__proto__: b\n---\n') ?? {};
  expect(fields?.text('constructor')).toBe('a');
  expect(fields?.text('toString')).toBeUndefined();
});
