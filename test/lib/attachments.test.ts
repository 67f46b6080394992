/** What becomes of files that contributors bring along. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentKind, canBeAllowed, isReserved } from '../../src/lib/attachments.ts';
import { isPlainFile, isPublishable } from '../../src/lib/publishable.ts';
import { folderWith } from '../support/scratch.ts';

describe('the kind of a file', () => {
  it.each([
    'page.html',
    'PAGE.HTM',
    'a/b.xhtml',
    'feed.xml',
    'run.js',
    'run.mjs',
    'look.css',
    'look.CSS',
    'drawing.svgz',
    'drawing.svg.gz',
    'page.html.bak',
    'page.html.de',
    'page.html.gz',
    'code.wasm',
    'mail.mhtml',
  ])('%s is run by browsers', (file) => {
    expect(attachmentKind(file).kind).toBe('browser');
  });

  it.each([
    'x.php',
    'x.PHP5',
    'x.phtml',
    'photo.php.jpg',
    'x.asp;.jpg',
    'x.cgi',
    'x.aspx',
    'x.jsp',
    'a/x.phar',
  ])('%s is run by servers', (file) => {
    expect(attachmentKind(file).kind).toBe('server');
  });

  it.each([
    '_headers',
    '_Redirects',
    'a/_headers',
    '.htaccess',
    'a/.hidden/b.png',
    'Web.Config',
    '_worker.js',
    '_worker.js/index.png',
    'x.shtml',
    'x.shtml.png',
    'vercel.json',
    'CNAME',
  ])('%s is reserved', (file) => {
    expect(attachmentKind(file).kind).toBe('reserved');
  });

  it.each([
    'con.png',
    'a/NUL',
    'com1.txt',
    'photo.',
    'photo.png ',
    'x.php\n',
    `${'x'.repeat(197)}.png`,
  ])('%s is not portable', (file) => {
    expect(attachmentKind(file).kind).toBe('unportable');
  });

  it.each([
    'photo.jpg',
    'drawing.svg',
    'DRAWING.SVG',
    'paper.pdf',
    'site.html.zip',
    'jquery.js.zip',
    'php.jpg',
    'html.txt',
    'node.js.png',
    'data.json.gz',
    `${'x'.repeat(196)}.png`,
  ])('%s is plain', (file) => {
    expect(attachmentKind(file).kind).toBe('plain');
  });
});

describe('a file without a known ending', () => {
  it.each([
    ['words', 'words', true],
    ['words.py', 'print("<html>")', true],
    ['empty', '', true],
    ['track.gpx', '<gpx xmlns="http://www.topografix.com/GPX/1/1"/>', false],
    ['page', ' \n<script>grow()</script>', false],
    ['page.foo', '\ufeff<!DOCTYPE html>', false],
    ['wide.rs', Buffer.from('\ufeff<svg/>', 'utf16le'), false],
    ['photo.png', '<html>', true],
  ])('%s is published unless it holds markup', (file, content, isPublished) => {
    expect(isPublishable(folderWith({ [file]: content }), file)).toBe(isPublished);
  });
});

describe('an allowed ending', () => {
  const folder = folderWith({ 'track.gpx': '<gpx/>' });

  it.each(['page.html', 'track.gpx'])('publishes %s', (file) => {
    expect(isPublishable(folder, file, ['html', 'gpx'])).toBe(true);
  });

  it.each(['run.js', '_headers', 'x.shtml', 'con.html'])('does not publish %s', (file) => {
    expect(isPublishable(folder, file, ['html', 'shtml', ''])).toBe(false);
  });

  it('cannot be one of directives for servers', () => {
    expect(['html', 'php', 'shtml', 'stm', 'a b'].map(canBeAllowed)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

it.each([
  ['/api/photo.png', true],
  ['/functions/a/photo.png', true],
  ['/cgi-bin/photo.png', true],
  ['/.well-known/photo.png', true],
  ['/2021/_worker.js/photo.png', true],
  ['/2021/api/photo.png', false],
  ['/apis/photo.png', false],
])('of %s it is %s that hosts read it', (file, expected) => {
  expect(isReserved(file)).toBe(expected);
});

describe('a plain file', () => {
  const folder = folderWith({ 'a/photo.png': '' });
  symlinkSync('a', path.join(folder, 'b'));
  symlinkSync(path.join(folder, 'a/photo.png'), path.join(folder, 'link.png'));

  it.each([
    ['a/photo.png', true],
    ['b/photo.png', false],
    ['link.png', false],
    ['a', false],
    ['missing.png', false],
    ['a\0.png', false],
    ['x'.repeat(300), false],
  ])('is %j: %s', (file, expected) => {
    expect(isPlainFile(folder, file)).toBe(expected);
  });
});
