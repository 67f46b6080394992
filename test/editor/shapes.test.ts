/** Values of files that the editor shows in another shape. */
import { describe, expect, it } from 'vitest';
import { shownFields, storedFields } from '../../src/editor/files.ts';
import type { Fields } from '../../src/editor/shapes.ts';
import type { FileFormat, Value } from '../../src/outputs/editor/shape.ts';

const FORMAT: FileFormat = {
  extension: 'md',
  shapes: {
    author: { kind: 'list' },
    series: { kind: 'named', key: 'name' },
    toc: { default: true },
    lists: { fields: { thumbnails: { default: true }, readingTime: { default: false } } },
    kinds: { items: { pattern: { kind: 'list' }, icon: { default: 'link' } } },
    navigation: { kind: 'yaml' },
  },
};
const TAGS: FileFormat = {
  extension: 'yaml',
  shapes: { legacyUrl: { kind: 'list' } },
  map: 'terms',
};

const yaml = {
  parse: (text: string): Value => JSON.parse(text),
  format: (value: Value): string => JSON.stringify(value),
};

function shown(fields: Fields, format = FORMAT): Fields {
  return shownFields(fields, format, yaml);
}

function stored(edits: Fields, original: Fields, format = FORMAT): Fields {
  return storedFields({ ...shown(original, format), ...edits }, original, format, yaml);
}

describe('the editor shows', () => {
  it.each<[string, Fields, Fields]>([
    ['one author as a list', { author: 'Rosa' }, { author: ['Rosa'] }],
    ['the name of a series as a table', { series: 'Herbs' }, { series: { name: 'Herbs' } }],
    ['what a missing field means', {}, { toc: true }],
    [
      'what a missing field of a table means',
      { lists: { readingTime: true } },
      { lists: { readingTime: true, thumbnails: true } },
    ],
    ['the rest as YAML', { navigation: ['tags'] }, { navigation: '["tags"]' }],
    [
      'tables of a list like any',
      { kinds: [{ pattern: 'x' }] },
      { kinds: [{ pattern: ['x'], icon: 'link' }] },
    ],
  ])('%s', (_, fields, expected) => {
    expect(shown(fields)).toEqual({ toc: true, ...expected });
  });
});

describe('what is not edited stays', () => {
  it.each<Fields>([
    { author: 'Rosa' },
    { author: ['Rosa'] },
    { author: [], toc: true },
    { series: 'Herbs' },
    { series: { name: 'Herbs' } },
    { lists: {} },
    { kinds: [{ pattern: 'x' }, { pattern: ['y', 'z'], icon: 'book' }] },
    { navigation: false, unknown: { a: [null, ''] } },
  ])('%j', (fields) => {
    expect(stored({}, fields)).toEqual(fields);
  });
});

describe('an edit is stored', () => {
  it.each<[string, Fields, Fields, Fields]>([
    ['as one author', {}, { author: ['Ida'] }, { author: 'Ida' }],
    [
      'as a list where there was one',
      { author: ['Ida', 'Rosa'] },
      { author: ['Ida'] },
      { author: ['Ida'] },
    ],
    [
      'as a list of two',
      { author: 'Ida' },
      { author: ['Ida', 'Rosa'] },
      { author: ['Ida', 'Rosa'] },
    ],
    [
      'as the name of a series alone',
      {},
      { series: { name: 'Herbs', part: null } },
      { series: 'Herbs' },
    ],
    [
      'as a table with the part',
      {},
      { series: { name: 'Herbs', part: 2 } },
      { series: { name: 'Herbs', part: 2 } },
    ],
    ['unless it says what is so anyway', {}, { toc: true }, {}],
    ['if it says something else', {}, { toc: false }, { toc: false }],
    ['by removing what was emptied', { author: 'Rosa' }, { author: [] }, {}],
    ['not at all if nothing was filled in', {}, { title: '', lists: { thumbnails: true } }, {}],
    ['as YAML reads it', { navigation: 1 }, { navigation: 'false' }, { navigation: false }],
    [
      'in its own item alone',
      { kinds: [{ pattern: 'x' }, { pattern: 'y' }] },
      {
        kinds: [
          { pattern: ['z'], icon: 'link' },
          { pattern: ['x'], icon: 'link' },
          { pattern: ['y'], icon: 'book' },
        ],
      },
      { kinds: [{ pattern: 'z' }, { pattern: 'x' }, { pattern: 'y', icon: 'book' }] },
    ],
  ])('%s', (_, original, edits, expected) => {
    expect(stored(edits, original)).toEqual(expected);
  });
});

describe('a file that maps names to tables', () => {
  const original = { Herbs: { legacyUrl: '/old' }, Trees: null };

  it('is shown as a list', () => {
    expect(shown(original, TAGS)).toEqual({
      terms: [{ name: 'Herbs', legacyUrl: ['/old'] }, { name: 'Trees' }],
    });
  });

  it('stays as it is, or gets what was edited', () => {
    expect(stored({}, original, TAGS)).toEqual(original);
    const terms = [
      { name: 'Herbs', legacyUrl: ['/old'], slug: '' },
      { name: 'Trees', description: 'Tall.' },
      { name: '' },
      { name: '__proto__' },
    ];
    expect(stored({ terms }, original, TAGS)).toEqual(
      JSON.parse('{"Herbs":{"legacyUrl":"/old"},"Trees":{"description":"Tall."},"__proto__":null}'),
    );
  });
});
