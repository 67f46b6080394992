import { expect, it } from 'vitest';
import { rstToHtml } from '../../../../src/import/readers/rst/blocks.ts';

function convert(rst: string): { html: string; unknown: string[] } {
  const unknown: string[] = [];
  return { html: rstToHtml(rst, (raw) => unknown.push(raw)), unknown };
}

it.each([
  [
    'A *b* **c** ``d <e>`` \\*f\\*',
    '<p>A <em>b</em> <strong>c</strong> <code>d &lt;e&gt;</code> *f*</p>',
  ],
  ['One\ntwo.\n\nThree.', '<p>One\ntwo.</p><p>Three.</p>'],
  [
    '`a <https://a.example/>`_ and a_',
    '<p><a href="https://a.example/">a</a> and <a href="https://a.example/">a</a></p>',
  ],
  [
    '`a b`_ c_\n\n.. _a b: https://a.example/\n.. _c: `a b`_',
    '<p><a href="https://a.example/">a b</a> <a href="https://a.example/">c</a></p>',
  ],
  [
    '`a`__ b__\n\n.. __: https://a.example/\n__ https://b.example/',
    '<p><a href="https://a.example/">a</a> <a href="https://b.example/">b</a></p>',
  ],
  [
    'See https://a.example/x_y.',
    '<p>See <a href="https://a.example/x_y">https://a.example/x_y</a>.</p>',
  ],
  ['snake_case and _x and a * b', '<p>snake_case and _x and a * b</p>'],
  [':sub:`a` :code:`b` `c`:sup:', '<p><sub>a</sub> <code>b</code> <sup>c</sup></p>'],
  ['|x|\n\n.. |x| replace:: *y*', '<p>|x|</p>'],
  ['.. |x| replace:: *y*\n\n|x| |z|', '<p><em>y</em> |z|</p>'],
])('converts inline markup of %j', (rst, html) => {
  expect(convert(rst)).toEqual({ html, unknown: [] });
});

it.each([
  ['A\n=\n\nB\n-\n\nC\n=\n', '<h2>A</h2><h3>B</h3><h2>C</h2>'],
  ['====\nA\n====\n\nB\n====\n', '<h2>A</h2><h3>B</h3>'],
  ['- a\n- b *c*\n\n  d\n', '<ul><li>a</li><li><p>b <em>c</em></p><p>d</p></li></ul>'],
  ['- a\n\n  - b\n\n- c', '<ul><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ul>'],
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['3) a\n#) b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['a\n  b\nc\n  d', '<dl><dt>a</dt><dd><p>b</p></dd></dl><dl><dt>c</dt><dd><p>d</p></dd></dl>'],
  ['A:\n\n  quoted\n\nB', '<p>A:</p><blockquote><p>quoted</p></blockquote><p>B</p>'],
  [
    'Code::\n\n  a <b>\n\n    c\n\nB',
    '<p>Code:</p><pre><code>a &lt;b&gt;\n\n  c\n</code></pre><p>B</p>',
  ],
  ['::\n\n  a', '<pre><code>a\n</code></pre>'],
  ['A\n\n----\n\nB', '<p>A</p><hr><p>B</p>'],
  ['| a\n| b', '<p>a<br>\nb</p>'],
  ['>>> 1 + 1\n2', '<pre><code class="language-python">&gt;&gt;&gt; 1 + 1\n2\n</code></pre>'],
  ['.. a comment\n   goes on\n\nA', '<p>A</p>'],
  [
    'A [1]_\n\n.. [1] The *note*.',
    '<p>A<sup><a href="#fn-1" id="fnref-1">1</a></sup></p><ol><li id="fn-1" value="1"><p>The <em>note</em>.</p> <a href="#fnref-1">↩</a></li></ol>',
  ],
  ['.. _here:\n\nA here_', '<a id="here"></a><p>A <a href="#here">here</a></p>'],
])('converts blocks of %j', (rst, html) => {
  expect(convert(rst)).toEqual({ html, unknown: [] });
});

it.each([
  [
    '.. image:: /a.png\n   :alt: A rose\n   :width: 300px\n   :target: https://a.example/',
    '<p><a href="https://a.example/"><img src="/a.png" alt="A rose" width="300"></a></p>',
  ],
  [
    '.. figure:: a.png\n   :alt: A\n\n   By *Ada*',
    '<figure><img src="a.png" alt="A"><figcaption><p>By <em>Ada</em></p></figcaption></figure>',
  ],
  [
    '.. code-block:: python\n   :linenos:\n\n   def f():\n       pass',
    '<pre><code class="language-python">def f():\n    pass\n</code></pre>',
  ],
  [
    '.. note:: A *b*\n\n   c',
    '<blockquote><p><strong>Note</strong></p><p>A <em>b</em></p><p>c</p></blockquote>',
  ],
  ['.. raw:: html\n\n   <b>x</b>', '<b>x</b>'],
  ['.. youtube:: abc\n   :width: 500', '<iframe src="https://www.youtube.com/embed/abc"></iframe>'],
  ['.. contents::\n   :depth: 2\n\nA', '<p>A</p>'],
])('converts the directive %j', (rst, html) => {
  expect(convert(rst)).toEqual({ html, unknown: [] });
});

it('keeps what it does not know as text, and tells it', () => {
  expect(convert('.. rose:: red\n   :x: y\n\n   Words\n\nA :rose:`b`')).toEqual({
    html: '<pre>.. rose:: red\n   :x: y\n\n   Words</pre><p>A <code>:rose:`b`</code></p>',
    unknown: ['.. rose:: red\n   :x: y\n\n   Words', ':rose:`b`'],
  });
  expect(convert('=== ===\na   b\n=== ===').unknown).toHaveLength(1);
});

it('takes linear time, however deep or odd', () => {
  const start = performance.now();
  for (const part of ['*', '`a', '|a', ':a', 'a.', '[a', '- ', '  ', '.. ', '_', '\\', 'a_ '])
    convert(part.repeat(20_000));
  convert(Array.from({ length: 500 }, (_line, depth) => `${' '.repeat(depth)}- a`).join('\n\n'));
  expect(performance.now() - start).toBeLessThan(10_000);
});
