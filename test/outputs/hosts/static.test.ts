/** Stubs for static hosts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Addresses } from '../../../src/addresses/address.ts';
import { isPortable } from '../../../src/lib/paths.ts';
import { stubOf } from '../../../src/outputs/hosts/stubs.ts';
import { buildSite, built, type OutputFolder } from '../../support/build-site.ts';
import { elements, lineOf, linkTarget, metaContent } from '../../support/dom.ts';
import { redirect } from '../../support/redirects.ts';
import { folderWith } from '../../support/scratch.ts';

const TITLE = `</title><script>alert("1")</script> & 'more'`;

let output: OutputFolder;

beforeAll(async () => {
  const content = folderWith({
    'site.yaml': 'title: Garden\nurl: https://example.org/blog/\nlanguage: pt-BR\n',
    'posts/a/index.md': `---\ntitle: ${JSON.stringify(TITLE)}\ntypography: off\npublishDate: '2024-03-10'\nslug: "caf\u00e9"\nlegacyUrl: [/2020/Old_Name.html, /p/old, /index.php, "/\u5ead.html", /folder/]\n---\n\nWords.\n`,
  });
  ({ output } = built(await buildSite({ content })));
});

describe('a stub', () => {
  const target = '/blog/2024/03/caf%C3%A9/';

  it.each([
    '2020/Old_Name.html',
    'p/old/index.html',
    'index.php/index.html',
    '\u5ead.html',
    'folder/index.html',
  ])('at %s redirects', (file) => {
    const html = output.read(file);
    const page = output.page(`/${file}`);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="pt-BR">/);
    expect(metaContent(page, 'refresh')).toBe(`0; url=${target}`);
    expect(linkTarget(page, 'canonical')).toBe(`https://example.org${target}`);
    expect(elements(page, 'a').map(({ attribs }) => attribs['href'])).toEqual([target]);
    expect(html).not.toContain('noindex');
  });

  it('escapes the title', () => {
    const page = output.page('/2020/Old_Name.html');
    expect(elements(page, 'script')).toEqual([]);
    expect(elements(page, 'title', 'a').map(lineOf)).toEqual([TITLE, TITLE]);
  });
});

it('writes no stub that a file system cannot hold', () => {
  const target = new Addresses('https://example.org/').of('/a/');
  const froms = [`/${'x'.repeat(300)}.html`, `${'/abcdefghi'.repeat(200)}/`, '/con.html', '/dot./'];
  const paths = froms.map((from) => stubOf(redirect(from, target)).path);
  expect(paths.map(isPortable)).toEqual([true, true, true, true]);
  expect(paths.map((stub) => stub.endsWith('.html'))).toEqual([true, false, true, false]);
});
