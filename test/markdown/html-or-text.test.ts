/** What is HTML becomes HTML; anything else in angle brackets is shown, and hides nothing after it. */
import { describe, expect, it } from 'vitest';
import { separateHtml } from '../../src/markdown/html-or-text/html-or-text.ts';
import { elements, lineOf } from '../support/dom.ts';
import { render, type Rendered } from '../support/render.ts';

/** Markdown that must still be read as such, whatever stands before it. */
const REST = '\n\n## Roses\n\nRed *and* [white](https://x.example/).';
const REST_WORDS = 'Roses Red and white.';

async function renderBefore(markdown: string): Promise<Rendered & { readonly words: string }> {
  const rendered = await render(markdown + REST);
  const { document } = rendered;
  expect(elements(document, 'h2').map(lineOf)).toContain('Roses');
  expect(elements(document, 'em').map(lineOf)).toContain('and');
  expect(elements(document, 'a').map(lineOf)).toContain('white');
  const line = lineOf(document);
  expect(line.endsWith(REST_WORDS), line).toBe(true);
  return { ...rendered, words: line.slice(0, -REST_WORDS.length).trim() };
}

describe('text in angle brackets', () => {
  it.each([
    // Placeholders, programs and comparisons
    'File "<stdin>", line 1, in <module>',
    'Write to <gardener at roses.example>.',
    '<stdin> begins the line',
    'List<String> and Map<K, V>',
    'a < b and c > d',
    'when x<b and c>y',
    '1 <2 and 3> 2',
    '<3 you, </3 me, and <- there',
    'a Queue<B> or Pair<I> holds them',
    'vector<a> and set<Code>',
    'Send it to the <address of the shop> today',
    'as <section 4 of the law> says',
    'from <java:comp> and <std::list>',
    // Declarations
    'The line <!ENTITY leaf "a green thing"> declares it',
    '<!DOCTYPE garden [',
    '<!DOCTYPE html>',
    '<!ELEMENT bed (rose+)>',
    '<!important> and <!',
    '<?php print($rose) ?> and <?= 1 ?>',
    '<?xml version="1.0"?>',
    '<? never closed',
    '<![CDATA[ roses ]]>',
    '<![if !mso]>',
    // Names of tags in prose
    'put it before </body>, not after </html> or so',
    'the <title> element and <textarea>, <noembed>, <plaintext> too',
    'a <title>pair</title> of <textarea>them</textarea>',
    'a <b> tag, an <em> tag, a <table> tag',
    '<table> is an element',
    'unfold <details> or <details open>, pick from <select>',
    'play <video>, <audio> and <canvas>',
    'embed <iframe>, <object>, <svg>, <math>, <template>',
    'run <script>, style <style>',
    'a <pre> and a <xmp> keep spaces',
    'write <details> and </details> around it',
    'the <style> and </style> tags, the <script> and </script> tags',
    'an <img>, an <input>, a <meta>, a <param> and a <col>',
    'an <li>, a <td>, an <option> and an <rp>',
    'the <p> element',
    'words</b> that end',
    '(<div>) and "<span>"',
  ])('is shown: %s', async (markdown) => {
    const { words, codes, summary } = await renderBefore(markdown);
    expect(words).toBe(markdown);
    expect(codes).toEqual([]);
    expect(summary).toContain(markdown.slice(0, 20).trimEnd());
  });

  it.each([
    ['- <div>\n- </div>\n- <b>\n- <module>', '<div> </div> <b> <module>'],
    ['| <b> |\n| --- |\n| <td> |', '<b> <td>'],
    ['> <genexpr> and <details>', '<genexpr> and <details>'],
    ['### The <b> tag', 'The <b> tag'],
    ['The <b> tag\n\nand the </b> tag', 'The <b> tag and the </b> tag'],
    ['`<code>` and <unknown>', '<code> and <unknown>'],
    ['<p>In HTML: <stdin></p>', 'In HTML: <stdin>'],
    ['<div>\n<module> at <!DOCTYPE x [\n</div>', '<module> at <!DOCTYPE x ['],
    ['<div><https://x.example/></div>', '<https://x.example/>'],
    ['\\<b>x\\</b>', '<b>x</b>'],
    ['- <object data="https://x.example/a.pdf">words', 'x.example/a.pdf words'],
    [
      '- > <details>\n  > <summary>a</summary>\n  >\n  > b\n  >\n  > </details>\n  >\n  > c',
      'a b c',
    ],
    ['<p>a\n<p>b\n\n<iframe src="https://x.example/f"></iframe>', 'a b https://x.example/f'],
    ['ro<a name="s">ses', 'roses'],
    [
      '<table border="1">\n<tr><td>a\n\nthe <tr> and the <td> element',
      'a the <tr> and the <td> element',
    ],
    ['<ul class="x">\n<li>a\n\nan <li> element', 'a an <li> element'],
    ['**<b>** and *<i>*', '<b> and <i>'],
  ])('is shown wherever it stands: %j', async (markdown, expected) => {
    expect((await renderBefore(markdown)).words).toBe(expected);
  });

  it('stays in attributes and addresses', async () => {
    const { document } = await render(
      '![a <b> c](https://x.example/a.png "d <i> e") [f](https://x.example/g<h>i)',
    );
    expect(elements(document, 'img')[0]?.attribs).toMatchObject({
      alt: 'a <b> c',
      title: 'd <i> e',
    });
    expect(elements(document, 'a')[0]?.attribs['href']).toBe('https://x.example/g%3Ch%3Ei');
  });

  it('ends an address before it', async () => {
    const { document } = await render('https://x.example/<name>');
    expect(elements(document, 'a').map(lineOf)).toEqual(['https://x.example/']);
    expect(lineOf(document)).toBe('https://x.example/<name>');
  });

  it('is told from the symbols that stand in for it', async () => {
    const symbols = '\u2A00 \u2A01 \u2A02';
    expect(lineOf((await render(`${symbols} <stdin>`)).document)).toBe(`${symbols} <stdin>`);
  });
});

describe('HTML', () => {
  it.each([
    ['A <KBD>key</KBD> and a <Mark>mark</Mark>', 'kbd mark'],
    ['<https://x.example/> and <rosa@x.example>', 'a a'],
    ['A <b>bold</b> <i>word</i><br>and<br/>more', 'b i br br'],
    ['<b>bold *and\nmore* lines</b>', 'b em'],
    ['<b>bold\n\nover paragraphs</b>', 'b'],
    ['<a href="https://x.example/"title="x">no space</a>', 'a'],
    ['<a href=https://x.example/?a=b&c>no quotes</a>', 'a'],
    ['<img src="https://x.example/a.png"" width=50% alt=\'x\'>', 'img'],
    ['x <a\nhref="https://x.example/">lines</a>', 'a'],
    ['<ul><li>one<li>two</ul>', 'ul li li'],
    ['<dl><dt>one<dd>two</dl>', 'dl dt dd'],
    ['<table><tr><td>one<td>two</table>', 'table tr td td'],
    ['x <ruby>rose<rt>red</ruby>', 'ruby rt'],
    ['<details><summary>one</summary>\n\ntwo\n\n</details>', 'details summary'],
    ['`<b>` and <b>bold</b>', 'code b'],
    ['``<details>`` and\n\n<details>\n\ntwo\n\n</details>', 'code details'],
    ['[x](<https://x.example/a b>)', 'a'],
    ['A note[^1]\n\n[^1]: One\n\n    <kbd>two</kbd>', 'kbd'],
    ['- item\n\n    <kbd>two</kbd>', 'kbd'],
  ])('is read as people write it: %j', async (markdown, expected) => {
    const { document } = await render(markdown);
    const names = elements(document).map(({ name }) => name);
    for (const name of expected.split(' ')) {
      expect(names).toContain(name);
      names.splice(names.indexOf(name), 1);
    }
    expect(lineOf(document).replaceAll('<b> ', '').replaceAll('<details> ', '')).not.toContain('<');
  });

  it.each([
    '<p>Text<o:p></o:p></p>',
    'Text<o:p></o:p>',
    '<st1:place w:st="on">Text</st1:place>',
    '<div>\nText\n\n</div>\n</div>',
    'Text\n\n</center>',
    '<p>Text</span></p>',
  ])('leaves nothing of leftovers: %j', async (markdown) => {
    expect((await renderBefore(markdown)).words).toBe('Text');
  });

  it('has no code spans in it', async () => {
    const { document } = await render('<div>Use `<b>bold</b>` here</div>');
    expect(elements(document, 'b').map(lineOf)).toEqual(['bold']);
    expect(lineOf(document)).toBe('Use `bold` here');
  });
});

describe('an element without an end tag', () => {
  it.each([
    ['<div class="x">Words', 'Words'],
    ['<center>\nWords', 'Words'],
    ['<blockquote>Words', 'Words'],
    ['<font color=red>Words', 'Words'],
    ['<a name="top">\n\nWords', 'Words'],
    ['<a name="top">Words', 'Words'],
    ['See <a href="https://y.example/">Words', 'See Words'],
    ['Words.<p>\nMore', 'Words. More'],
    ['<table><tr><td>Words', 'Words'],
    ['<ul>\n<li>Words\n<li>More', 'Words More'],
    ['<video src="https://x.example/a.mp4" controls>\n\nWords', 'Words'],
    ['<video controls>\n<source src="https://x.example/a.mp4">\n\nWords', 'Words'],
    ['<audio src="https://x.example/a.mp3"> Words', 'Words'],
  ])('ends where it must: %j', async (markdown, expected) => {
    const { words, codes, document } = await renderBefore(markdown);
    expect(words).toBe(expected);
    expect(codes).toEqual([]);
    const outer = elements(document, 'blockquote', 'a', 'video', 'audio', 'table', 'ul', 'font');
    expect(outer.flatMap((element) => elements(element, 'h2'))).toEqual([]);
  });

  it.each([
    '<video src="https://x.example/a.mp4" controls />',
    '<audio src="https://x.example/a.mp3"/>',
    '<iframe src="https://www.youtube.com/embed/x" />',
    '<div/>',
    '<details/>',
    '<a name="x"/>',
    '<select/>',
    '<script/>',
  ])('ends at once where it says so: %s', async (markdown) => {
    const { document, codes } = await renderBefore(markdown);
    expect(codes).toEqual([]);
    const outer = elements(document, 'video', 'audio', 'iframe', 'div', 'details');
    expect(outer.map(lineOf).join('')).toBe('');
  });

  it('does not keep later addresses from becoming links', async () => {
    const { document } = await render('<a name="x">One\n\nhttps://x.example/');
    expect(elements(document, 'a').map(lineOf)).toContain('https://x.example/');
  });

  it.each([
    ['One\n\n<details>\n\nWords', 'details'],
    ['One\n\n<details><summary>More</summary>\n\nWords', 'details'],
    ['One\n\n<select name="x">\n\nWords', 'select'],
    ['One\n\n<pre>\nWords', 'pre'],
    ['One\n\nIn a line: <iframe src="https://www.youtube.com/embed/x">', 'iframe'],
    ['One\n\n<svg width="9">\n\nWords', 'svg'],
  ])('is an error if it would hide the rest: %j', async (markdown, name) => {
    const { problems } = await render(markdown);
    expect(problems[0]).toMatchObject({ severity: 'error', code: 'html-unclosed', bodyLine: 3 });
    expect(problems[0]?.message).toContain(`\`<${name}>\``);
  });

  it.each([
    'See <a href="https://y.example/>this</a> and <a href="https://z.example/">that</a>',
    'See <a href="https://y.example/>this',
    '<img alt="roses> and "more"',
    '<a title="x\n\ny">',
  ])('but with an unclosed quote is shown with a warning: %j', async (markdown) => {
    const { words, problems } = await renderBefore(markdown);
    expect(words).toMatch(/<(?:a|img) /);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'html-quote-unclosed', bodyLine: 1 },
    ]);
  });
});

describe('a comment', () => {
  it.each([
    'One <!-- secret --> two',
    'One <!-- secret\n\nsecret --> two',
    '<!--\nsecret\n\n- secret\n-->\n\nOne\ntwo',
    'One\n\n<!-- <b> `secret` -->\n\ntwo',
    'One <!--> <!---> two',
    '- One\n- <!-- secret\n- secret -->\n\ntwo',
    '> One <!-- secret\n> secret --> two',
    'One <!-- secret -- and more -> > --> two',
  ])('that is closed is not shown: %j', async (markdown) => {
    const { words, codes } = await renderBefore(markdown);
    expect(words).toBe('One two');
    expect(codes).toEqual([]);
  });

  it.each([
    'One <!-- two',
    '<!-- more --\n\ntwo',
    '<!-- more \u2013>\n\ntwo',
    '<!-- more ->\n\ntwo',
    '<!-- more --\n\ntwo --> three',
    '<!-- more --\n\ntwo <!-- three --> four',
    '- One\n- <!-- two\n- three',
    '<div>\n<!-- two\n</div>',
  ])('that is not closed is shown with a warning: %j', async (markdown) => {
    const { words, problems } = await renderBefore(markdown);
    expect(words).toContain('<!--');
    expect(words).toContain('two');
    expect(problems.filter(({ code }) => code === 'comment-unclosed')).toMatchObject([
      { severity: 'warning', bodyLine: markdown.split('<!--')[0]?.split('\n').length },
    ]);
  });

  it('is code in code', async () => {
    const { words, codes } = await renderBefore('`<!--` one\n\n```\n<!--\n```\n\n    <!-- two');
    expect(words).toBe('<!-- one <!-- <!-- two');
    expect(codes).not.toContain('comment-unclosed');
  });

  it('with sentences is noted in the report', async () => {
    const sentence =
      'This part about roses was here before but it is too long for most readers now. ';
    const { problems } = await render(`One\n\n<!-- ${sentence} -->`, { notes: true });
    expect(problems).toMatchObject([{ severity: 'note', code: 'comment-long', bodyLine: 3 }]);
    expect((await render(`<!-- ${sentence} -->`)).codes).toEqual([]);
    expect((await render('<!-- more -->', { notes: true })).codes).toEqual([]);
  });
});

describe('preformatted HTML', () => {
  it.each([
    ['<pre>\none\n\n    *two* a < b\n</pre>', '\none\n\n    *two* a < b\n'],
    ['<div><pre>one\n\n# two `<T>` &amp;\n</pre></div>', 'one\n\n# two `<T>` &\n'],
    ['Text <pre>one\n\n- _two_ [x](y)\n</pre> end', 'one\n\n- _two_ [x](y)\n'],
    ['> Text <pre>one\n> two</pre>', 'one\ntwo'],
    ['<xmp>\n<b>one</b>\n\n*two*\n</xmp>', '\n<b>one</b>\n\n*two*\n'],
    ['<listing>one\n\n*two*</listing>', 'one\n\n*two*'],
    ['<pre>one <b>two</b></pre>', 'one two'],
  ])('keeps its text exactly: %j', async (markdown, expected) => {
    const { html } = await renderBefore(markdown);
    const content = /<pre[^>]*>([^]*?)<\/pre>/.exec(html)?.[1] ?? '';
    const text = content
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(text).toBe(expected);
  });
});

/** Quadratic time would take minutes. */
it.each([
  '<',
  '<b>',
  '<b> ',
  '<!--',
  '<a b="',
  '`<',
  '<pre>\n\n',
  '<div>\n\n',
  '<a href=x>\n',
  '<xmp>',
])('reads a long body of %j', (piece) => {
  const source = piece.repeat(200_000 / piece.length);
  expect(separateHtml(source, 'posts/a/index.md').markdown.length).toBeGreaterThan(50_000);
});
