/** Slugs. */
import { describe, expect, it } from 'vitest';
import { slugOf, uniqueSlugs } from '../../src/lib/slug.ts';

describe('slugOf', () => {
  it.each([
    ['Hello World', 'hello-world'],
    ['  Many   spaces  ', 'many-spaces'],
    ['micro:bit', 'micro-bit'],
    ['microbit', 'microbit'],
    ['\u00c5ngstr\u00f6m', 'angstrom'],
    ['Tea & toast', 'tea-and-toast'],
    ['a/b\\c', 'a-b-c'],
    ['../../etc/passwd', 'etc-passwd'],
    ['What?! #1', 'what-1'],
    ['\u5ead', '\u5ead'],
    ['\u0939\u093f\u0928\u094d\u0926\u0940', '\u0939\u093f\u0928\u094d\u0926\u0940'],
    ['\u{1f331} seeds', 'seeds'],
    ['\u{1f331}', ''],
    ['---', ''],
    ['', ''],
  ])('%j becomes %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is the same for composed and decomposed accents', () => {
    expect(slugOf('Cafe\u0301')).toBe(slugOf('Caf\u00e9'));
  });

  it.each(['C', 'C++', 'C#'])('is not empty for %s', (name) => {
    expect(slugOf(name)).toMatch(/^c/);
  });
});

describe('uniqueSlugs', () => {
  it('gives each name its own slug', () => {
    const slugs = uniqueSlugs(['C', 'c', 'C!', 'c!']);
    expect(new Set(slugs.values()).size).toBe(4);
    expect(slugs.get('c')).toBe('c');
  });

  it('does not depend on the order of the names', () => {
    const names = ['Micro Bit', 'micro:bit', 'micro-bit', 'MICRO BIT'];
    expect(uniqueSlugs(names.toReversed())).toEqual(uniqueSlugs(names));
    expect(uniqueSlugs(names).get('micro-bit')).toBe('micro-bit');
  });

  it('keeps a slug for the name that equals it', () => {
    const slugs = uniqueSlugs(['a b', 'A-B', 'a-b-2']);
    expect(slugs.get('a-b-2')).toBe('a-b-2');
    expect(new Set(slugs.values()).size).toBe(3);
  });

  it('is fast for many similar names', () => {
    const spellings = Array.from({ length: 2 ** 16 }, (_, bits) =>
      [...'perennialgardens'].map((letter, at) =>
        (bits >> at) & 1 ? letter.toUpperCase() : letter,
      ),
    );
    const slugs = uniqueSlugs(spellings.map((letters) => letters.join('')));
    expect(slugs.get('perennialgardens')).toBe('perennialgardens');
    expect(new Set(slugs.values()).size).toBe(2 ** 16);
  });
});
