import { expect, it } from 'vitest';
import { convert, markdownOf } from './markdown-of.ts';

it.each([
  ['paragraphs', '<p>a</p>\n<p>b\nc</p>', 'a\n\nb c'],
  ['two breaks', 'a<br>\nb<br /><br />c<br>&nbsp;<br>d', 'a\\\nb\n\nc\n\nd'],
  ['breaks in emphasis', '<i>a<br><br>b</i>', '*a*\n\n*b*'],
  ['breaks at the ends', '<p><br>a<br></p><br>', 'a'],
  ['blank paragraphs', '<p>a</p><p>&nbsp;</p><div><br></div><p>b</p>', 'a\n\nb'],
  ['a div per paragraph', '<div>a</div><div>b</div>', 'a\n\nb'],
  [
    'a div per line, and blank ones between paragraphs',
    '<div>a</div><div>b</div><div><br></div><div>c</div>',
    'a\\\nb\n\nc',
  ],
  ['blocks in inline elements', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**'],
  ['a link around blocks', '<a href="/a"><h2>b</h2><p>c</p></a>', '## [b](/a)\n\n[c](/a)'],
  ['a bold heading', '<h2><b>a</b></h2>', '## a'],
  ['a break in a heading', '<h2>a<br>b</h2>', '## a<br>b'],
  ['a heading without words', '<h2><br></h2><h3><img src="a.png"></h3>', '![](a.png)'],
  ['a heading that links to itself', '<h2 id="a">b <a href="#a">#</a></h2>', '## b'],
  ['a quotation', '<blockquote>a<br><br>b</blockquote>', '> a\n>\n> b'],
  ['a rule', 'a<hr>b', 'a\n\n---\n\nb'],
  ['a document in a text', '<html><head><title>t</title></head><body><p>a</p></body></html>', 'a'],
])('converts %s', (_, html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});

it.each([
  ['paragraphs in items', '<ul><li><p>a</p></li><li>b<br></li></ul>', '- a\n- b'],
  ['several paragraphs', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n\n- c'],
  ['a list beside items', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
  ['nested lists', '<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>', '- a\n  - b\n  - c'],
  ['items without a list', '<li>a</li><li>b</li>', '- a\n- b'],
  ['numbers', '<ol start="4"><li>a</li><li>b</li></ol>', '4. a\n5. b'],
  ['letters', '<ol type="a"><li>a</li></ol>', '<ol type="a"><li>a</li></ol>'],
  ['tasks', '<ul><li><input type="checkbox" checked> a</li></ul>', '- [x] a'],
  ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
])('converts lists: %s', (_, html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});

it.each([
  [
    'a header',
    '<tr><th>a</th><th>b</th></tr><tr><td>c|d</td><td>e<br>f</td></tr>',
    '| a | b |\n| - | - |\n| c\\|d | e<br>f |',
  ],
  ['no header', '<tr><td>a</td><td>b</td></tr>', '| | |\n| - | - |\n| a | b |'],
  ['text in a frame', '<tr><td>a<br><br>b</td></tr>', 'a\n\nb'],
  [
    'blocks',
    '<tr><td><ul><li>a</li></ul></td><td>b</td></tr>',
    '<table><tbody><tr><td><ul><li>a</li></ul></td><td>b</td></tr>\n</tbody></table>',
  ],
  [
    'cells over columns',
    '<tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr>',
    '<table><tbody><tr><td colspan="2">a</td></tr>\n<tr><td>b</td><td>c</td></tr>\n</tbody></table>',
  ],
])('converts tables: %s', (_, html, markdown) => {
  expect(markdownOf(`<table>${html}</table>`)).toBe(markdown);
});

it.each([
  [
    'lines and spans',
    '<pre>a<br>  b <span>c</span> &lt;x&gt;\n\nd</pre>',
    '```\na\n  b c <x>\n\nd\n```',
  ],
  ['a language', '<pre><code class="language-js">a</code></pre>', '```js\na\n```'],
  ['a brush', '<pre class="brush: python; gutter: false">a</pre>', '```python\na\n```'],
  ['a highlighter', '<div class="highlight language-c"><pre>a</pre></div>', '```c\na\n```'],
  ['lines of code', '<code>a<br><br>b</code>', '```\na\n\nb\n```'],
  ['code among text', 'a <code>b<br>c</code> d', 'a `b`\\\n`c` d'],
  [
    'numbered lines',
    '<table><tr><td class="gutter">1</td><td class="code"><pre>a\nb</pre></td></tr></table>',
    '```\na\nb\n```',
  ],
  ['a block for each line', '<pre><div>a</div><div>b</div></pre>', '```\na\nb\n```'],
  ['blank lines', '<pre>\n \n  a\n\n</pre>', '```\n  a\n```'],
  ['links', '<pre>a <a href="/b">c</a>\n\nd</pre>', '<pre>a <a href="/b">c</a>\n\nd</pre>'],
])('converts code: %s', (_, html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});

it.each([
  '<a name="more"></a>',
  '<!--more-->',
  '<!-- more -->',
  '<span id="more-12"></span>',
  '<p><a name="more"></a></p>',
  '<br><a name="more"></a><br>',
])('ends the summary at %s', (html) => {
  expect(markdownOf(`a${html}b`)).toBe('a\n\n<!--more-->\n\nb');
});

it('ends the summary where the rest of the post began', () => {
  expect(markdownOf('a<span id="fullpost"><br><br>b</span>')).toBe('a\n\n<!--more-->\n\nb');
});

it('drops what nobody sees, and names what readers may miss', () => {
  const { markdown, changes } = convert(
    [
      '<!--[if gte mso 9]><xml>x</xml><![endif]--><style>p{}</style><meta name="a"><link rel="b">',
      '<p>a</p><noscript>c</noscript><script>var x = 1;</script>',
      '<script async src="//platform.twitter.com/widgets.js"></script>',
      '<p style="display: none">hidden</p><img src="c.gif" width="1" height="1">',
      '<script src="https://gist.github.com/ada/12.js"></script>',
      '<form action="/post"><input type="hidden" value="1"><button>Send</button></form>',
    ].join(''),
  );
  expect(markdown).toBe('a\n\nhttps://gist.github.com/ada/12\n\nSend\n');
  expect(changes).toEqual([
    { text: 'var x = 1;', reason: 'a script' },
    { text: 'hidden', reason: 'text that the old page hid' },
    { text: 'https://gist.github.com/ada/12', reason: 'a script of another site, as a link' },
    { text: 'c.gif', reason: 'a picture that only counts readers' },
    { text: '/post', reason: 'a form, of which only the words stay' },
  ]);
});

it('keeps text that a script shows', () => {
  const { markdown, changes } = convert(
    '<a href="javascript:show()">More</a><p style="display:none">a</p>',
  );
  expect(markdown).toBe('More\n\na\n');
  expect(changes).toEqual([
    { text: 'More javascript:show()', reason: 'a link that runs a script, as text' },
  ]);
});

it('keeps frames and players as HTML', () => {
  const frame = '<iframe src="https://example.org/a" width="560" height="315"></iframe>';
  expect(markdownOf(`<p>a ${frame} b</p>`)).toBe(`a\n\n${frame}\n\nb`);
  expect(markdownOf('<iframe data-src="https://a.test/b"></iframe>')).toBe(
    '<iframe src="https://a.test/b"></iframe>',
  );
  expect(markdownOf('<video controls><source src="a.mp4"></video>')).toBe(
    '<video controls><source src="a.mp4"></video>',
  );
});

it('converts text that can be folded', () => {
  expect(markdownOf('<details><summary>a</summary><p>b <b>c</b></p></details>')).toBe(
    '<details>\n<summary>a</summary>\n\nb **c**\n\n</details>',
  );
});

it('lets the platform tidy the text first', () => {
  const { markdown, changes } = convert('<p>a</p><!-- x --><p>b</p>', {
    tidy(root, entry, removed) {
      root.children = root.children.filter(({ type }) => type === 'element').slice(1);
      removed('a', `a paragraph of ${entry.title}`);
    },
  });
  expect(markdown).toBe('b\n');
  expect(changes).toEqual([{ text: 'a', reason: 'a paragraph of Roses' }]);
});

it('keeps the words of elements that are nested too deeply', () => {
  for (const tag of ['div', 'b', 'blockquote', 'ul><li']) {
    const { markdown, changes } = convert(`${`<${tag}>`.repeat(5000)}word <a href="/a">b</a>`);
    expect(markdown, tag).toContain('word');
    expect(
      changes.map(({ reason }) => reason),
      tag,
    ).toEqual(['elements nested too deeply']);
  }
});

it('converts thousands of lines in seconds', () => {
  const start = performance.now();
  expect(markdownOf('a<br>'.repeat(20_000)).split('\n')).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(30_000);
});
