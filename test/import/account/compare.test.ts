import { expect, it } from 'vitest';
import { compareFacts, type Equivalence } from '../../../src/import/account/compare.ts';
import { factsOf, type Facts } from '../../../src/import/account/facts.ts';
import { parseShallow } from '../../../src/import/body/depth.ts';

function facts(html: string): Facts {
  return factsOf(parseShallow(html).root);
}

/** Each difference in words: `missing word roses`. */
function differences(source: string, rendered: string, equivalence?: Equivalence): string[] {
  return compareFacts(facts(source), facts(rendered), equivalence).map(
    ({ change, kind, text, address = '' }) => `${change} ${kind} ${text} ${address}`.trim(),
  );
}

it('finds what readers see', () => {
  expect(
    facts(
      '<h2>A <b>ro</b>se</h2>b<br>c <a href="/d">e<br>f</a><style>g</style><!-- h --><p>i<img src="j.png" alt="k"></p>' +
        '<table><tr><td>l<td>m</table><pre>n  o<br>p\n</pre><iframe src="https://q.test/">r</iframe>',
    ),
  ).toEqual({
    words: ['A', 'rose', 'b', 'c', 'e', 'f', 'i', 'l', 'm', 'n', 'o', 'p'],
    lines: ['A rose', 'b', 'c e', 'f', 'i', 'l', 'm', 'n o', 'p'],
    links: [{ href: '/d', text: 'e f' }],
    pictures: [{ src: 'j.png', alt: 'k' }],
    frames: ['https://q.test/'],
    code: ['n  o\np'],
    headings: ['A rose'],
  });
});

it.each([
  ['<p>a b</p>', '<p>a</p>', ['missing word b', 'missing line a b', 'gained line a']],
  ['<p>a<br>b</p>', '<p>a b</p>', ['missing line a', 'missing line b', 'gained line a b']],
  ['a a', 'a', ['missing word a', 'missing line a a', 'gained line a']],
  ['<a href="/a">b</a>', 'b', ['missing link b /a']],
  ['<a href="/a">b</a>', '<a href="/c">b</a>', ['missing link b /a', 'gained link b /c']],
  ['<img src="a.png"><img src="b.png">', '<img src="x/b.png">', ['missing picture a.png']],
  ['<iframe src="https://a.test/"></iframe>', '', ['missing frame https://a.test/']],
  ['<pre>a\n b</pre>', '<pre>a\nb</pre>', ['missing code a\n b', 'gained code a\nb']],
  ['<h2>a</h2>', '<p>a</p>', ['missing heading a']],
])('tells %s from %s', (source, rendered, expected) => {
  expect(differences(source, rendered)).toEqual(expected);
});

it.each([
  ['typography', '<p>"It\'s" 1-2...</p>', '<p>“It’s” 1–2…</p>'],
  ['spaces', '<p>a&nbsp; b\n c</p>', '<p>a b c</p>'],
  ['Unicode forms', '<p>e\u0301</p>', '<p>é</p>'],
  ['a paragraph per line', 'a<br><br>b', '<p>a</p><p>b</p>'],
  [
    'an address that became a link',
    'http://a.test/b, a@b.test',
    '<a href="http://a.test/b">http://a.test/b</a>, <a href="mailto:a@b.test">a@b.test</a>',
  ],
  ['https', '<a href="http://www.a.test">b</a>', '<a href="https://a.test/">b</a>'],
  ['encoded addresses', '<a href="/é b">b</a>', '<a href="/%C3%A9%20b">b</a>'],
  [
    'a link for each paragraph',
    '<a href="/a">b<br><br>c</a>',
    '<p><a href="/a">b</a></p><p><a href="/a">c</a></p>',
  ],
  ['numbers of footnotes', 'a<a href="#_ftn1">[1]</a>', 'a<sup><a href="#fn-1">1</a></sup>'],
  ['anchors of headings', '<h2>a</h2>', '<h2>a<a href="#a">#</a></h2>'],
  ['imported pictures', '<img src="https://a.test/b.png">', '<img src="/2011/05/a/x.png">'],
  [
    'players',
    '<embed src="http://www.youtube.com/v/abc">',
    '<iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe>',
  ],
  [
    'a link in place of a frame',
    '<iframe src="https://a.test/b"></iframe>',
    '<a href="https://a.test/b">https://a.test/b</a>',
  ],
  ['spaces at the end of code', '<pre>a  \nb\n\n</pre>', '<pre>a\nb</pre>'],
])('takes no notice of %s', (_, source, rendered) => {
  const found = differences(source, rendered).filter((difference) =>
    difference.startsWith('missing'),
  );
  expect(found).toEqual([]);
});

it('compares links of the old blog by what they lead to', () => {
  const equivalence = {
    sourceTarget: (href: string) => (href === 'http://old.test/a.html' ? 'post a' : href),
    renderedTarget: (href: string) => (href === '../a/' ? 'post a' : href),
  };
  const source = '<a href="http://old.test/a.html">b</a>';
  expect(differences(source, '<a href="../a/">b</a>', equivalence)).toEqual([]);
  expect(differences(source, '<a href="../c/">b</a>', equivalence)).toEqual([
    'missing link b http://old.test/a.html',
    'gained link b ../c/',
  ]);
});
