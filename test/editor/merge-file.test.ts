/** What the editor changes in a file: what the writer has changed, and nothing else. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/editor/shapes.ts';
import { POSTS, edit, methodsOf } from './as-sveltia.ts';
import { describeWithCorpus } from '../support/describe-with.ts';

const POST = `---
# Written in a hurry.
title: 'Roses: red and white' # as in the magazine
publishDate: 2024-03-10
author: Rosa

tags:
  - roses # all of them
  - "garden"
mood: { today: fine, tomorrow: better }
legacyUrl: /2010/roses.html
unknown:
    deep: 1.10

# The end.
---

Red ones.

    code

White ones.[^1]

[^1]: Or pink.
`;

describe('a post that is opened and saved', () => {
  it.each([
    ['as it is', POST],
    ['without a line end', POST.trimEnd()],
    ['with a byte order mark', `\uFEFF${POST}`],
    ['from Windows', POST.replaceAll('\n', '\r\n')],
    ['with mixed line ends', POST.replaceAll('ones.\n', 'ones.\r\n')],
    ['with blank lines at the end', `${POST}\n\n`],
    ['without a body', POST.slice(0, POST.indexOf('\nRed'))],
    ['without fields', '---\n---\n\nText.\n'],
    ['with a body right behind', '---\ntitle: A\n---\nText.\n'],
    ['with code first', '---\ntitle: A\n---\n\n    code\n\nText.\n'],
    ['on one line', '---\n{ title: A, publishDate: 2024-03-10 }\n---\n\nText.\n'],
    ['with an anchor', '---\ntitle: &a A\nimage: *a\n---\n\nText.\n'],
    [
      'with folded text',
      '---\ntitle: A\ndescription: >-\n  One\n  two.\n\n  # three\npinned: false\n---\n\nText.\n',
    ],
    [
      'with no space before the closing line',
      '---\ntags: [ a,b ]\nseries: A year\n---   \n\n\n\nText.\n\n',
    ],
  ])('%s stays the same', (_, text) => {
    expect(edit(text)).toBe(text);
  });
});

/** The lines that go and come. */
function diff(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  return [...gone, ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)];
}

describe('a changed field', () => {
  it.each<[string, string, Fields, string[]]>([
    [
      'keeps its quotation marks and its comment',
      POST,
      { title: "Rosa's roses" },
      [
        "- title: 'Roses: red and white' # as in the magazine",
        "+ title: 'Rosa''s roses' # as in the magazine",
      ],
    ],
    [
      'is quoted where it must be',
      POST,
      { publishDate: 'soon: tomorrow' },
      ['- publishDate: 2024-03-10', "+ publishDate: 'soon: tomorrow'"],
    ],
    ['may be added', POST, { updatedDate: '2024-04-01' }, ['+ updatedDate: 2024-04-01']],
    ['may be removed', POST, { author: [] }, ['- author: Rosa']],
    ['stays a single value', POST, { author: ['Ada'] }, ['- author: Rosa', '+ author: Ada']],
    [
      'may become a list',
      POST,
      { author: ['Rosa', 'Ada'] },
      ['- author: Rosa', '+ author:', '+   - Rosa', '+   - Ada'],
    ],
    ['keeps other items of a list', POST, { tags: ['roses', 'wild', 'garden'] }, ['+   - wild']],
    [
      'keeps the comments between the items of a list',
      '---\ntags:\n  # Places.\n  - garden # ours\n\n  # Plants.\n  - roses\n  # Last.\ntitle: A\n---\n',
      { tags: ['garden', 'roses', 'tulips'] },
      ['+   - tulips'],
    ],
    [
      'takes the comment above an item along with it',
      '---\ntags:\n  # Places.\n  - garden\n  # Plants.\n  - roses\ntitle: A\n---\n',
      { tags: ['roses'] },
      ['-   # Places.', '-   - garden'],
    ],
    ['gives up one item', POST, { tags: ['garden'] }, ['-   - roses # all of them']],
    [
      'is written unless it has its default',
      POST,
      { published: false, pinned: false },
      ['+ published: false'],
    ],
    [
      'is merged within a map',
      '---\nseries:\n  name: Herbs # of the garden\n  part: 1\ntitle: A\n---\n',
      { series: { name: 'Herbs', part: 2 } },
      ['-   part: 1', '+   part: 2'],
    ],
    [
      'is merged within an item of a list',
      '---\nlinks:\n- label: One\n  url: https://one.example/ # mine\n- label: Two\n  url: /two/\ntitle: A\n---\n',
      {
        links: [
          { label: 'First', url: 'https://one.example/' },
          { label: 'Two', url: '/two/' },
        ],
      },
      ['- - label: One', '+ - label: First'],
    ],
    [
      'stays on one line',
      '---\ntags: [a, \'b c\',  "d"] # three\n---\n',
      { tags: ['a', 'd', 'e, f'] },
      ['- tags: [a, \'b c\',  "d"] # three', '+ tags: [a, "d", \'e, f\'] # three'],
    ],
    [
      'of several lines is replaced as a whole',
      '---\ntitle: A\ndescription: >-\n  One\n  two.\npinned: true\n---\n',
      { description: 'Three' },
      ['- description: >-', '-   One', '-   two.', '+ description: Three'],
    ],
    [
      'of text may get lines',
      POST,
      { description: 'One\ntwo' },
      ['+ description: |-', '+   One', '+   two'],
    ],
  ])('%s', (_, text, changes, expected) => {
    expect(diff(text, edit(text, changes))).toEqual(expected);
  });

  it('leaves the lines of a Windows file as they are', () => {
    const text = POST.replaceAll('\n', '\r\n');
    expect(edit(text, { updatedDate: '2024-04-01' })).toBe(
      text.replace('2024-03-10\r\n', '2024-03-10\r\nupdatedDate: 2024-04-01\r\n'),
    );
  });

  it('changes the body around the same white space', () => {
    const text = '---\ntitle: A\n---\n\n\n    code\n\nText.\n\n';
    expect(edit(text, { body: 'code\n\nMore text.' })).toBe(text.replace('Text', 'More text'));
  });

  it('keeps every value where the lines cannot be kept', () => {
    const text = '---\ntitle: &a A\nimage: *a\n---\n\nText.\n';
    expect(edit(text, { title: 'B' })).toBe('---\ntitle: B\nimage: A\n---\n\nText.\n');
  });
});

it('writes a new post', () => {
  expect(
    methodsOf(POSTS).toFile({ title: 'Roses', tags: ['a'], published: false, body: 'Text.' }),
  ).toBe('---\ntitle: Roses\ntags:\n  - a\npublished: false\n---\n\nText.\n');
});

it('turns the old address of a renamed post into a redirect', () => {
  expect(edit(POST, { aliases: ['/2024/03/roses/'] })).toBe(
    POST.replace(
      'legacyUrl: /2010/roses.html\n',
      'legacyUrl:\n  - /2010/roses.html\n  - /2024/03/roses/\n',
    ),
  );
});

it('keeps unknown names with dots', () => {
  const text = POST.replace('unknown:', '"og.title": A\nunknown:');
  expect(edit(text, { og: { title: 'A' } })).toBe(text);
});

describe('other files', () => {
  it('keep what has not changed in YAML', () => {
    const text = '# Ours.\ntitle: The garden # plain\nurl: "https://garden.example/"\n';
    expect(edit(text, { title: 'A garden' }, { extension: 'yaml', shapes: {} })).toBe(
      text.replace('The', 'A'),
    );
  });

  it('keep the order and the indentation of JSON', () => {
    const text = '{\n    "name": "Rosa",\n    "more": { "a": 1 },\n    "bio": "Roses."\n}';
    expect(edit(text, { bio: 'Tulips.' }, { extension: 'json', shapes: {} })).toBe(
      text.replace('{ "a": 1 }', '{\n        "a": 1\n    }').replace('Roses', 'Tulips'),
    );
    expect(edit(text, {}, { extension: 'json', shapes: {} })).toBe(text);
  });
});

describeWithCorpus('every post of the corpus', (folder) => {
  const files = readdirSync(path.join(folder, 'psf/posts')).map((name) =>
    path.join(folder, 'psf/posts', name, 'index.md'),
  );

  it('stays the same when it is opened and saved', () => {
    const changed = files.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return edit(text) !== text;
    });
    expect(files.length).toBeGreaterThan(700);
    expect(changed).toEqual([]);
  });

  it('changes only the lines of the field that is changed', () => {
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const lines = text.split('\n');
      const title = lines.findIndex((line) => line.startsWith('title: '));
      const edited = edit(text, { title: 'New: title' }).split('\n');
      expect(edited.toSpliced(title, 1), file).toEqual(lines.toSpliced(title, 1));
      expect(edited[title]).toMatch(/^title: (?:'New: title'|"New: title")$/);
    }
  });
});
