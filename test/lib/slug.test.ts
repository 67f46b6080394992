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

  // Addresses of published sites depend on these.
  it.each([
    ['\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440', 'privet-mir'],
    ['\u0441\u043e\u043b\u044c', 'sol'],
    ['\u043f\u0430\u043c\u02bc\u044f\u0442\u044c', 'pamyat'],
    ['\u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac', 'ellhnika'],
    ['\u0627\u0644\u0639\u0631\u0628\u064a\u0629', 'alarbyh'],
    ['\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f', 'muhamad'],
    ['Ti\u1ebfng Vi\u1ec7t', 'tieng-viet'],
    ['Gr\u00f6\u00dfe', 'grosse'],
    ['\u0141\u00f3d\u017a', 'lodz'],
    ['\u5186', 'yen'],
    ['\uff21\uff29', '\uff41\uff49'],
    ['m\u00b2', 'm'],
  ])('of one script, %s, stays %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each([
    ['abc\u4e4b\u4e00', 'abc\u4e4b\u4e00'],
    ['Python\u5165\u9580', 'python\u5165\u9580'],
    ['Hello, \u4e16\u754c', 'hello-\u4e16\u754c'],
    ['\u6b63\u6708\u3068\u5143\u65e6', '\u6b63\u6708\u3068\u5143\u65e6'],
    ['\uc815\uc6d0 2024', '\uc815\uc6d0-2024'],
    ['R&D\u90e8', 'r-d\u90e8'],
    ['n\u01d0 h\u01ceo', 'ni-hao'],
    ['\u1f00\u03c1\u03c7\u03ae', 'arxh'],
    ['\u06c1\u0646\u062f\u06cc', '\u06c1\u0646\u062f\u06cc'],
  ])('keeps every letter of %s', (name, slug) => {
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

  it('fits into the name of a folder', () => {
    const names = ['a', 'b'].map((end) => '\u5ead'.repeat(100) + end);
    const slugs = [...uniqueSlugs(names).values()];
    expect(new Set(slugs).size).toBe(2);
    expect(Math.max(...slugs.map((slug) => Buffer.byteLength(slug)))).toBeLessThanOrEqual(255);
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
