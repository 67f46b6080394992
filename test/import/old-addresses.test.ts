/** Which entry an old address leads to. */
import { expect, it } from 'vitest';
import { assignAddresses, type AddressOwner } from '../../src/import/old-addresses.ts';

function owner(key: string, legacyUrls: string[], more: Partial<AddressOwner> = {}): AddressOwner {
  return { key, legacyUrls, isPublic: true, path: `/new/${key}/`, ...more };
}

function assign(...owners: AddressOwner[]) {
  const { legacyUrls, lost } = assignAddresses(owners, ['/', '/archive/', '/tags/']);
  return {
    given: Object.fromEntries(legacyUrls),
    lost: lost.map(({ url, reason }) => [url, reason]),
  };
}

it('keeps them as exported, each once', () => {
  const urls = [
    '/2011/05/Rote-Rosen_1.html',
    '/caf%c3%a9/',
    '/caf%C3%A9',
    '/2011/05/rote-rosen_1.html',
  ];
  expect(assign(owner('a', urls))).toEqual({
    given: { a: [urls[0], urls[1], urls[3]] },
    lost: [],
  });
});

it('says why an address cannot be redirected', () => {
  const { given, lost } = assign(
    owner('a', ['/?p=12', '/a%E8%B/', '//evil.example/', '/../x', 'https://old.example/x', '/']),
    owner('b', ['/archive/', '/b/']),
  );
  expect(given).toEqual({ a: [], b: ['/b/'] });
  expect(lost.map(([url]) => url)).toEqual([
    '/?p=12',
    '/archive/',
    '/a%E8%B/',
    '//evil.example/',
    '/../x',
    'https://old.example/x',
    '/',
  ]);
  expect(lost[0]?.[1]).toContain('query');
  expect(lost[1]?.[1]).toBe('the new site has a page of its own there');
});

it('gives an address to whom it belonged', () => {
  expect(
    assign(
      owner('draft', ['/roses/'], { isPublic: false }),
      owner('renamed', ['/red-roses/', '/Roses']),
      owner('roses', ['/roses/']),
    ),
  ).toEqual({
    given: { draft: [], renamed: ['/red-roses/'], roses: ['/roses/'] },
    lost: [
      ['/Roses', 'it leads to something else already'],
      ['/roses/', 'it leads to something else already'],
    ],
  });
});

it('keeps the new addresses free', () => {
  expect(assign(owner('a', ['/new/a/', '/new/b/']), owner('b', ['/New/B/', '/b.html']))).toEqual({
    given: { a: ['/new/a/'], b: ['/b.html'] },
    lost: [
      ['/New/B/', 'only capital letters tell it from the new address'],
      ['/new/b/', 'it is the new address of something else'],
    ],
  });
});
