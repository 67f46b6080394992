import { describe, expect, it } from 'vitest';
import { body, make } from '../../../support/wordpress-body.ts';

function paragraph(text: string): string {
  return `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;
}

describe('block bodies', () => {
  it('have their paragraphs, and no comments', () => {
    expect(body(`${paragraph('one<br>two\nthree')}\n\n${paragraph('four')}`)).toBe(
      '<p>one<br>twothree</p><p>four</p>',
    );
  });

  it('get paragraphs where a classic block has none', () => {
    expect(body(`${paragraph('one')}\n\ntwo\n\nthree\n\n${paragraph('four')}`)).toBe(
      '<p>one</p><p>two</p><p>three</p><p>four</p>',
    );
  });

  it('keep the jump break and count their pages', () => {
    const made = make(
      `${paragraph('one')}\n<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->\n${paragraph('two')}`,
    );
    expect(made.html.replaceAll('\n', '')).toBe('<p>one</p><!--more--><p>two</p>');
    expect(made.pages).toBe(2);
    expect(make('one\n<!--nextpage-->\ntwo\n<!--nextpage-->\nthree').pages).toBe(3);
  });

  it('name the language of code', () => {
    expect(
      body(
        '<!-- wp:code {"language":"php","className":"x"} -->\n<pre class="wp-block-code"><code>a</code></pre>\n<!-- /wp:code -->\n<!-- wp:preformatted --><pre>b</pre><!-- /wp:preformatted -->',
      ),
    ).toBe('<pre data-language="php" class="wp-block-code"><code>a</code></pre><pre>b</pre>');
  });

  it('tell which blocks have no text', () => {
    const made = make(
      `${paragraph('one')}\n<!-- wp:latest-posts {"a":1} /-->\n<!-- wp:jetpack/like /-->`,
    );
    expect(made.html.trim()).toBe('<p>one</p>');
    expect([...made.blocks.dynamic]).toEqual(['latest-posts', 'jetpack/like']);
  });

  it('hold reusable blocks, which are elsewhere in the export', () => {
    const blocks = new Map([
      ['5', paragraph('shared')],
      ['6', '<!-- wp:block {"ref":6} /-->'],
    ]);
    expect(body('<!-- wp:block {"ref":5} /-->', { blocks })).toBe('<p>shared</p>');
    expect([...make('<!-- wp:block {"ref":6} /-->', { blocks }).blocks.dynamic]).toEqual(['block']);
    expect([...make('<!-- wp:block {"ref":7} /-->', { blocks }).blocks.dynamic]).toEqual(['block']);
  });

  it('hold footnotes, which are in a field of the post', () => {
    const meta = new Map([['footnotes', ['[{"content":"The <em>source</em>.","id":"f-1"}]']]]);
    const text = 'one<sup data-fn="f-1" class="fn"><a href="#f-1" id="f-1-link">1</a></sup>';
    expect(body(`${paragraph(text)}<!-- wp:footnotes /-->`, { meta })).toBe(
      `<p>${text}</p><ol class="wp-block-footnotes"><li id="f-1">The <em>source</em>. <a href="#f-1-link">↩︎</a></li></ol>`,
    );
  });

  it('expand shortcodes', () => {
    expect(body('<!-- wp:shortcode -->\n[vimeo 123]\n<!-- /wp:shortcode -->')).toBe(
      '<iframe src="https://vimeo.com/123"></iframe>',
    );
  });

  it('for members are told', () => {
    const made = make(
      '<!-- wp:premium-content/container -->\n<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->\n<!-- /wp:premium-content/container -->',
    );
    expect([...made.blocks.restricted]).toEqual(['premium-content/container']);
  });

  it.each(['<!-- wp:a -->', '<!-- wp:a {', '<!-- wp:a {"a":1} /-->', '<!-- wp:', '<pre'])(
    'take linear time: %j',
    (piece) => {
      const start = performance.now();
      make('<!-- wp:a -->' + piece.repeat(150_000 / piece.length));
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
