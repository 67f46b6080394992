/** Site paths. */
import { describe, expect, it } from 'vitest';
import {
  encodePath,
  resolveAttachment,
  foldPath,
  isOutside,
  isPortable,
  outputFile,
  portablePath,
} from '../../src/lib/paths.ts';

describe('encodePath', () => {
  it.each([
    ['/a/b/', '/a/b/'],
    ['/tags/\u5ead/', '/tags/%E5%BA%AD/'],
    ['/my photo.png', '/my%20photo.png'],
    ['/what?.png', '/what%3F.png'],
    ['/c#.png', '/c%23.png'],
    ['/100%.png', '/100%25.png'],
    ['/a"b<c>.png', '/a%22b%3Cc%3E.png'],
  ])('%s becomes %s', (path, encoded) => {
    expect(encodePath(path)).toBe(encoded);
    expect(decodeURIComponent(encoded)).toBe(path);
  });
});

describe('outputFile', () => {
  it.each([
    ['/', 'index.html'],
    ['/about/', 'about/index.html'],
    ['/404.html', '404.html'],
    ['/2024/03/old.html', '2024/03/old.html'],
    ['/feeds/posts/default', 'feeds/posts/default/index.html'],
    ['/v1.2/notes', 'v1.2/notes/index.html'],
  ])('maps %s to %s', (path, file) => {
    expect(outputFile(path)).toBe(file);
  });
});

describe('foldPath', () => {
  it.each([
    ['/About/', '/about/index.html'],
    ['/a/B.HTML', '/a/b.html'],
    ['/cafe\u0301/', '/caf\u00e9/'],
    ['/feeds/x', '/feeds/x/'],
  ])('is equal for %s and %s', (a, b) => {
    expect(foldPath(a)).toBe(foldPath(b));
  });

  it('differs for paths that are different on every system', () => {
    expect(foldPath('/a.html')).not.toBe(foldPath('/a/'));
  });
});

describe('resolveAttachment', () => {
  const files = ['my photo.jpg', 'images/cafe\u0301.png'];

  it.each([
    ['my%20photo.jpg', 'my photo.jpg'],
    ['./x/../my photo.jpg', 'my photo.jpg'],
    ['images\\caf%C3%A9.png', 'images/cafe\u0301.png'],
    ['100%.jpg', undefined],
    ['../my photo.jpg', undefined],
  ])('resolves %s to %s', (address, file) => {
    expect(resolveAttachment(address, files).file).toBe(file);
  });

  it.each([
    ['a percent sign', '100% fun.jpg', ['100%25%20fun.jpg', '100%%20fun.jpg', '100% fun.jpg']],
    ['a code', '50%25.png', ['50%2525.png', '50%25.png']],
    ['a code and a space', '50%20 off.png', ['50%2520%20off.png', '50%20%20off.png']],
    ['capitals', 'IMG_1.JPG', ['img_1.jpg', 'Img_1.jpg']],
    ['a narrow space', 'at 9.41\u202fAM.png', ['at 9.41 AM.png', 'at%209.41%E2%80%AFAM.png']],
    ['marks apart', 'a\u0308.png', ['\u00e4.png', '\u00c4.PNG', '%C3%A4.png', 'a%CC%88.png']],
    ['bytes of another encoding', '%E4.png', ['%E4.png', '%25E4.png']],
  ])('finds a name with %s', (_what, name, addresses) => {
    for (const address of addresses)
      expect(resolveAttachment(address, ['other.png', name]).file, address).toBe(name);
  });

  it('prefers the name as it is written, and never guesses between two', () => {
    const names = ['A.png', 'a.png', 'b%25.png', 'b%.png', 'C.png', 'c.PNG'];
    expect(resolveAttachment('a.png', names).file).toBe('a.png');
    expect(resolveAttachment('b%25.png', names).file).toBe('b%.png');
    expect(resolveAttachment('c.png', names).file).toBeUndefined();
  });

  it('distinguishes a missing file from one outside the folder', () => {
    expect(resolveAttachment('100%.jpg', files).path).toBe('100%.jpg');
    expect(resolveAttachment('a/../../b.jpg', files).path).toBeUndefined();
  });
});

describe('isOutside', () => {
  it.each([
    ['', false],
    ['..a', false],
    ['a/..b', false],
    ['..', true],
    ['../a', true],
    ['/a', true],
  ])('%j: %s', (path, expected) => {
    expect(isOutside(path)).toBe(expected);
  });
});

describe('a portable path', () => {
  it.each(['/2021/04/hello/', '/console/', '/auxiliary.html', '/a.b/c/', `/${'x'.repeat(200)}/`])(
    'stays %s',
    (written) => {
      expect(portablePath(written)).toBe(written);
    },
  );

  it.each([
    ['/con/', /^\/con-[0-9a-f]{10}\/$/],
    ['/a/Nul.html', /^\/a\/Nul-[0-9a-f]{10}\.html$/],
    ['/com1.tar.gz', /^\/com1-tar-[0-9a-f]{10}\.gz$/],
    ['/dot./x/', /^\/dot--[0-9a-f]{10}\/x\/$/],
    ['/.../', /^\/--[0-9a-f]{10}\/$/],
    ['/space /', /^\/space--[0-9a-f]{10}\/$/],
    [`/${'x'.repeat(201)}/`, /^\/x{170}-[0-9a-f]{10}\/$/],
    [`/${'\u{1F40D}'.repeat(51)}.html`, /^\/(?:\u{1F40D}){42}-[0-9a-f]{10}\.html$/u],
    [`/${'abcdefghi/'.repeat(200)}`, /^\/(?:abcdefghi\/){78}[0-9a-f]{10}\/$/],
  ])('is made of %s', (written, expected) => {
    expect(portablePath(written)).toMatch(expected);
    expect(isPortable(portablePath(written))).toBe(true);
  });

  it('differs for texts that begin alike', () => {
    const long = 'x'.repeat(300);
    expect(portablePath(`/${long}a/`)).not.toBe(portablePath(`/${long}b/`));
  });
});
