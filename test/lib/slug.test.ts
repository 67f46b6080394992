/** Slugs. */
import { describe, expect, it } from 'vitest';
import { slugOf, slugOfName, uniqueSlugs } from '../../src/lib/slug.ts';

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
});

describe('slugOfName', () => {
  it.each([
    ['C', 'c'],
    ['C#', 'c-sharp'],
    ['C++', 'c-plus-plus'],
    ['C++20', 'c-plus-plus-20'],
    ['C/C#', 'c-c-sharp'],
    ['.NET', 'dot-net'],
    ['ASP.NET', 'asp-net'],
    ['Tips for .NET', 'tips-for-dot-net'],
    ['R&D', 'r-and-d'],
    ['Tea & toast', 'tea-and-toast'],
    ['F*', 'f-star'],
    ['Node.js', 'node-js'],
    ['@home', 'at-home'],
    ['#home', 'hash-home'],
    ['a=b', 'a-equals-b'],
    ['50\u20ac', '50-euro'],
    ['100%', '100percent'],
    ['1.5', '1-5'],
    ['15', '15'],
    ['Hello, world!', 'hello-world'],
    ['R&D\u90e8', 'r-and-d\u90e8'],
    ['\u4e2d\u6587', '\u4e2d\u6587'],
    ['\u{1f331} seeds', 'seeds'],
    ['\u{1f331}', 'u1f331'],
    ['++', 'u2b-u2b'],
  ])('of %s is %s', (name, slug) => {
    expect(slugOfName(name)).toBe(slug);
  });
});

describe('uniqueSlugs', () => {
  it('gives the plain slug to the first of the names that share it', () => {
    expect([...uniqueSlugs(['C!', 'c', 'C?'])]).toEqual([
      ['C!', 'c'],
      ['c', 'c-2'],
      ['C?', 'c-3'],
    ]);
  });

  it('keeps every slug when a name is added', () => {
    const names = ['a b', 'A-B', 'a-b-2', 'a b!'];
    const all = [...uniqueSlugs(names)];
    for (const count of names.keys())
      expect([...uniqueSlugs(names.slice(0, count))]).toEqual(all.slice(0, count));
    expect(new Set(all.map(([, slug]) => slug)).size).toBe(4);
  });

  it('keeps chosen slugs for those they were chosen for', () => {
    const slugs = uniqueSlugs(['Tea', 'Herbs', 'tea!'], new Map([['Herbs', 'Tea']]));
    expect([...slugs.values()]).toEqual(['tea-2', 'Tea', 'tea-3']);
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
