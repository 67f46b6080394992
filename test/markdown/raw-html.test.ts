/** Raw HTML: text is kept or its loss reported, classes are dropped. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf, withClass } from '../support/dom.ts';
import { render } from '../support/render.ts';

describe('a class in raw HTML', () => {
  it.each([
    ['<a class="anchor" href="https://x.example/">words</a>', []],
    ['<img class="picture" src="https://x.example/a.png" alt="words">', []],
    ['<p><span class="embed">words</span></p>', []],
    ['<div class="table-scroll">words</div>', []],
    ['In a line: <span class="tok-keyword">words</span>', []],
    ['<p class="align-left">words</p>', []],
    ['<div class="pictures">words</div>', []],
    ['<h1 class="sr-only">words</h1>', ['anchor']],
    ['<div class="markdown-alert skip-link">words</div>', []],
    ['<code class="skip-link language-js">words</code>', []],
  ])('is removed: %s', async (html, ours) => {
    expect(attributes((await render(html)).document, 'class')).toEqual(ours);
  });

  it('is kept in our own markup', async () => {
    const { document } = await render(
      '<b>Raw</b>\n\n> [!NOTE]\n> x\n\n```text\ncode\n```\n\nNote[^1]\n\n[^1]: Foot\n\n| a |\n| - |\n| b |\n',
    );
    expect(attributes(document, 'class')).toEqual([
      'markdown-alert markdown-alert-note',
      'markdown-alert-title',
      'code-frame',
      'language-text',
      'table-scroll',
      'footnotes',
      'sr-only',
    ]);
  });

  it('is kept in highlighted code', async () => {
    const { document } = await render('<b>Raw</b>\n\n```js\nconst a = 1;\n```');
    expect(withClass(document, 'tok-keyword').map(lineOf)).toContain('const');
  });
});

describe('a dropped element', () => {
  it.each([
    '<svg><text>Words</text></svg>',
    'Text <math><mi>x</mi></math>',
    '<svg><svg><text>Words</text></svg></svg>',
    '<template><p>Words</p></template>',
  ])('is reported once with its text: %s', async (html) => {
    const { problems } = await render(html);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['html-dropped', 'warning'],
    ]);
    expect(html).toContain(problems[0]?.near);
  });

  it.each([
    '<svg width="9"><path d="M0 0"/></svg>',
    '<div>\n<svg>\n<style>p { color: red }</style>\n<path d="M0 0"/>\n</svg>\n</div>',
    '<style>p {}</style><template> </template>',
  ])('is not reported without text: %s', async (html) => {
    expect((await render(html)).codes).toEqual([]);
  });

  it('leaves no empty paragraph', async () => {
    const { html } = await render('<template></template><style>p {}</style>');
    expect(html.trim()).toBe('');
  });
});

describe('an unclosed element', () => {
  it.each([
    '<script>\nrun()\n\nWords',
    'In a line: <iframe src="https://www.youtube.com/embed/x">\n\nWords',
    '<style>p {}</style>\n\n<style>\n\nWords',
    '<template><p>Words',
  ])('is reported if it would hide the text after it: %j', async (markdown) => {
    expect((await render(markdown)).codes).toContain('html-unclosed');
  });

  it.each([
    '<script>run()</script>\n\nWords',
    'Write `<script>` or\n\n```html\n<style>\n```\n\n<b>Words</b>',
    '<!-- <iframe> -->\n\nWords',
    '<styled>Words',
  ])('is told apart from a closed one and from code: %j', async (markdown) => {
    expect((await render(markdown)).codes).not.toContain('html-unclosed');
  });
});

describe('obsolete preformatted elements', () => {
  it.each([
    ['<xmp>\n<b>a &lt; b</b>\n</xmp>', '<b>a < b</b>'],
    ['In a line: <xmp><b> & c</xmp>', '<b> & c'],
    ['<div>\n<xmp><stdin> & c</xmp></div>', '<stdin> & c'],
    ['<listing>a &lt; b</listing>', 'a < b'],
  ])('become `pre` with the same text: %s', async (html, text) => {
    const { document } = await render(html);
    expect(elements(document, 'pre').map(lineOf)).toEqual([text]);
  });
});

describe('void elements', () => {
  it('are not closed', async () => {
    const { html } = await render(
      'a<wbr>b <video src="https://x.example/a.mp4"><source src="https://x.example/b.mp4"><track src="https://x.example/c.vtt"></video>',
    );
    expect(html).not.toMatch(/<\/(?:wbr|source|track)>/);
    expect(html).toMatch(/<wbr.*<source.*<track/);
  });

  it('need an existing file', async () => {
    const { document } = await render(
      '<picture><source srcset="x.webp"><img src="https://x.example/a.png"></picture><video src="https://x.example/a.mp4"><track></video>',
    );
    expect(elements(document, 'source', 'track')).toEqual([]);
    expect(elements(document, 'img', 'video')).toHaveLength(2);
  });
});

describe('a frame', () => {
  it.each(['demo.html', '/demo/', 'about:blank', 'data:text/html,x', ''])(
    'without a web address is removed with a warning: %j',
    async (src) => {
      const { document, codes } = await render(`<p>a <iframe src="${src}"></iframe> b</p>`);
      expect(codes).toEqual(['embed-address']);
      expect(elements(document, 'iframe', 'a')).toEqual([]);
      expect(lineOf(document)).toBe('a b');
    },
  );

  it('without a web address leaves its text', async () => {
    const { document } = await render('See <iframe src="about:blank">the <b>map</b></iframe>');
    expect(lineOf(document)).toBe('See the map');
  });

  it('of an unknown host becomes a link with its text', async () => {
    const { document, codes } = await render(
      '<iframe src="https://y.example/">The <b>map</b> &amp; key</iframe>',
    );
    expect(elements(document, 'a').map(lineOf)).toEqual(['The map & key']);
    expect(codes).toEqual(['embed-host']);
  });

  it('that becomes an embed reports its text', async () => {
    const { problems } = await render(
      '<iframe src="https://www.youtube.com/embed/x"><p>No frames?</p></iframe>',
    );
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'html-dropped', near: 'No frames?' },
    ]);
  });

  it('of an unknown host becomes text inside a link', async () => {
    const { document, codes } = await render(
      '<a href="https://x.example/">See <iframe src="https://y.example/"></iframe></a>',
    );
    expect(codes).toEqual(['embed-host']);
    expect(elements(document, 'a').map(lineOf)).toEqual(['See https://y.example/']);
  });
});
