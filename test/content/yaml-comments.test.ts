/** Comments in YAML that may be part of a text. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageFields } from '../../src/content/page-schema.ts';
import { pageReader, type Parsed } from '../../src/content/read-markdown.ts';
import { readSettings } from '../../src/content/read-settings.ts';
import { reportComments } from '../../src/content/yaml-comments.ts';
import { Problems } from '../../src/lib/problem.ts';
import { Store } from '../../src/lib/store.ts';
import { folderWith } from '../support/scratch.ts';

function commentsIn(yaml: string): Problems['all'] {
  const problems = new Problems();
  reportComments(yaml, 'posts/a/index.md', problems);
  return problems.all;
}

describe('a comment after a text', () => {
  it('is a warning that shows what is read and what to write', () => {
    const [problem, ...others] = commentsIn('publishDate: 2024-03-10\ntitle: Roses, part #2: red');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', code: 'yaml-comment', field: 'title' });
    expect(problem?.message).toContain('"Roses, part"');
    expect(problem?.message).toContain('"#2: red"');
    expect(problem?.hint).toContain('"Roses, part #2: red"');
  });

  it.each([
    ['description: Why bug #5 took a year', 'description'],
    ['title: Learning C # the hard way', 'title'],
    ['title: Roses # red ones', 'title'],
    ['title: Roses\t#2', 'title'],
    ['title: Roses #2\r\nslug: roses\r\n', 'title'],
    ['title:\n  Roses #2', 'title'],
    ['description: Long and\n  wrapped around #5 of them', 'description'],
    ['title: She said "no" #2', 'title'],
    ['"title": Roses #2', 'title'],
    ['description: #roses in May', 'description'],
    ['tags:\n  - roses\n  - garden #2', 'tags[1]'],
    ['tags: [\n  roses, garden #2\n]', 'tags[1]'],
    ['author: Rosa #1', 'author'],
    ['author:\n- Rosa #1', 'author[0]'],
    ['navigation:\n  - text: Part #2\n    url: /two/', 'navigation[0].text'],
  ])('is found: %j', (yaml, field) => {
    expect(commentsIn(yaml).map((problem) => problem.field)).toEqual([field]);
  });

  it.each([
    'published: true # until June',
    'publishDate: 2024-03-10 # or so',
    'pageSize: 12 # rows of three',
    'slug: roses # as before',
    'image: ./roses.jpg # by Rosa',
    'legacyUrl: /2020/01/roses.html # Blogger',
    '# All about roses\ntitle: Roses\n  # to be continued\nslug: roses',
    'title: "Roses #2"',
    "title: 'Roses #2'",
    'title: "Roses" # in quotes',
    'title: C# and F#',
    'description: |\n  Roses #2',
    'description: >-\n  Roses #2',
    'description: # to be written',
    'title: Roses',
  ])('is none, or certainly one: %j', (yaml) => {
    expect(commentsIn(yaml)).toEqual([]);
  });

  it('is found in front matter', () => {
    const folder = folderWith({ 'about.md': '---\ntitle: Roses #2\n---\n\nRed.\n' });
    const read = pageReader(new Store<Parsed<PageFields>>());
    const { problems } = read({ path: path.join(folder, 'about.md'), slug: 'about' });
    expect(problems).toMatchObject([{ code: 'yaml-comment', field: 'title' }]);
  });

  it('is found in the settings', () => {
    const problems = new Problems();
    const folder = folderWith({ 'site.yaml': 'title: Roses #2\nurl: https://garden.example/\n' });
    expect(readSettings(folder, problems).fields.title).toBe('Roses');
    expect(problems.all).toMatchObject([{ code: 'yaml-comment', field: 'title' }]);
  });
});

describe('a text that begins with an anchor', () => {
  it.each([
    ['title: &roses and tulips', 'title', 'and tulips', '"&roses and tulips"'],
    ['tags:\n  - red\n  - &white rose', 'tags[1]', 'rose', '"&white rose"'],
  ])('is a warning: %s', (yaml, field, read, meant) => {
    const [problem, ...others] = commentsIn(yaml);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', code: 'yaml-anchor', field });
    expect(problem?.message).toContain(`is read as "${read}"`);
    expect(problem?.hint).toContain(meant);
  });

  it.each(['title: "&roses"', 'title: R&B', 'title: &t Roses\ndescription: *t', 'tags: &t [a]'])(
    'is fine if it is meant: %s',
    (yaml) => {
      expect(commentsIn(yaml)).toEqual([]);
    },
  );
});
