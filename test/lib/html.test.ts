/** Parsing, serializing and escaping of HTML. */
import { describe, expect, it } from 'vitest';
import { parseGeneratedHtml } from '../../src/lib/generated-html.ts';
import {
  decodeEntities,
  elementsOf,
  escapeHtml,
  parseHtml,
  serializeHtml,
  textOf,
} from '../../src/lib/html.ts';

describe('escapeHtml', () => {
  it('escapes text for elements and attributes', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
    );
  });
});

describe('decodeEntities', () => {
  it.each([
    ['Members&#39;', "Members'"],
    ['&amp;#39;', '&#39;'],
    ['&lt;b&gt;', '<b>'],
    ['<b>&amp;</b>', '<b>&</b>'],
    ['caf&eacute; &#x1F331;', 'caf\u00e9 \u{1f331}'],
    ['a & b', 'a & b'],
    ['R&D; &nosuch;', 'R&D; &nosuch;'],
    ['plain', 'plain'],
  ])('%j becomes %j', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});

const GENERATED = [
  '<p>Text with <em>stress</em> and <a href="https://x.example/?a=1&amp;b=2" title="t">a link</a>.</p>\n',
  '<p>Line<br>break and <img src="a.png" alt="&quot;quoted&quot; &lt;tag&gt;"></p>',
  '<pre><code class="language-js">if (a &lt; b &amp;&amp; c &gt; d) {}\n</code></pre>',
  '<ul>\n<li><input checked="" disabled="" type="checkbox"> done</li>\n</ul>',
  '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n</tr>\n</thead>\n</table>',
  '<p>caf&eacute; &copy; &#8212; &nbsp;</p>',
  '<h2>Title</h2>\n<hr>\n<p></p>',
  'text only',
  '',
  // Not generated HTML, but both parsers must still agree.
  '<p>unclosed',
  '<p>a < b</p>',
  "<p class='single'>x</p>",
  '<p>x</em></p>',
];

describe('parseGeneratedHtml', () => {
  it.each(GENERATED)('parses %j like parseHtml', (html) => {
    expect(serializeHtml(parseGeneratedHtml(html))).toBe(serializeHtml(parseHtml(html)));
  });

  it.each(['<P onclick="x">y</P>', '<!-- x --><p>y</p>', '<img/onerror="x">'])(
    'treats tags in other forms as text: %s',
    (html) => {
      const names = elementsOf(parseGeneratedHtml(html)).map(({ name }) => name);
      expect(names.filter((name) => name !== 'p')).toEqual([]);
      expect(serializeHtml(parseGeneratedHtml(html))).toContain('&lt;');
    },
  );

  it('links siblings, so that the tree can be edited', () => {
    const { children } = parseGeneratedHtml('<p>a</p><p>b</p>text');
    expect(children.map((child) => child.prev)).toEqual([null, children[0], children[1]]);
    expect(children.map((child) => child.next)).toEqual([children[1], children[2], null]);
  });
});

describe('serializeHtml', () => {
  it.each([
    [
      '<p title="a&quot;b&lt;c">x &amp; y &lt; z</p>',
      '<p title="a&quot;b&lt;c">x &amp; y &lt; z</p>',
    ],
    ['<br><img src="a"><hr>', '<br><img src="a"><hr>'],
    ['<p>a\u00a0b</p>', '<p>a&nbsp;b</p>'],
    ['<p>"quotes" stay</p>', '<p>"quotes" stay</p>'],
    ['<!-- gone --><p>x</p>', '<p>x</p>'],
  ])('serializes %j as %j', (html, expected) => {
    expect(serializeHtml(parseHtml(html))).toBe(expected);
  });

  it('round-trips', () => {
    const html = '<p a="&amp;quot;">&amp;lt;b&amp;gt; &lt;script&gt;</p>';
    const once = serializeHtml(parseHtml(html));
    expect(serializeHtml(parseHtml(once))).toBe(once);
    expect(elementsOf(parseHtml(once)).map(({ name }) => name)).toEqual(['p']);
  });
});

it('textOf returns decoded text content', () => {
  expect(textOf(parseHtml('<p>a <b>b &amp; c</b></p>').children)).toBe('a b & c');
});
