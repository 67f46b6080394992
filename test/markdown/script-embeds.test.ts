/** Scripts that show content of another site become links; others are reported. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

describe('a script that shows content', () => {
  it.each([
    ['https://gist.github.com/ada/4136.js', 'https://gist.github.com/ada/4136'],
    ['https://gist.github.com/4136.js?file=a.py', 'https://gist.github.com/4136'],
    ['//gist.github.com/ada/4136.js', 'https://gist.github.com/ada/4136'],
    ['https://gitlab.com/-/snippets/12.js', 'https://gitlab.com/-/snippets/12'],
    ['https://asciinema.org/a/12.js', 'https://asciinema.org/a/12'],
    ['https://pastebin.com/embed_js/Ab12', 'https://pastebin.com/Ab12'],
    ['https://pastebin.com/embed_js.php?i=Ab12', 'https://pastebin.com/Ab12'],
    ['//jsfiddle.net/ada/ab12/embed/js,result/', 'https://jsfiddle.net/ada/ab12/'],
    ['http://static.polldaddy.com/p/12.js', 'https://poll.fm/12'],
  ])('from %s becomes a link', async (src, href) => {
    const { document, codes } = await render(`Look:\n\n<script src="${src}"></script>\n\n*End*`);
    expect(elements(document, 'p').map(lineOf)).toEqual(['Look:', href.slice(8), 'End']);
    expect(attributes(document, 'href')).toEqual([href]);
    expect(codes).toEqual([]);
  });

  it('in a line becomes a link there', async () => {
    const { html } = await render('See <script src="https://gist.github.com/a/1.js"></script>.');
    expect(html).toContain(
      '<p>See <a href="https://gist.github.com/a/1" class="bare">gist.github.com/a/1</a>.</p>',
    );
  });

  it('in HTML becomes a link apart from the words beside it', async () => {
    const source =
      'zero <div class="x"> one\n\n<fieldset>two</fieldset>three\n\n<script src="https://gist.github.com/a/1.js"></script>\n\nfour';
    const { html } = await render(source);
    expect(html).toContain('three <a href="https://gist.github.com/a/1"');
  });

  it('from Speaker Deck becomes an embed', async () => {
    const { document } = await render(
      '<script class="speakerdeck-embed" data-id="4f" src="//speakerdeck.com/assets/embed.js"></script>',
    );
    expect(attributes(document, 'src')).toEqual(['https://speakerdeck.com/player/4f']);
  });
});

describe('a script that only dresses up what is there', () => {
  it.each([
    [
      '<blockquote class="twitter-tweet"><p>Roses</p><a href="https://twitter.com/a/status/1">May</a></blockquote><script src="//platform.twitter.com/widgets.js"></script>',
      'Roses May',
    ],
    [
      '<a class="twitter-timeline" href="https://twitter.com/a">Posts by Ada</a> <script>!function(d,s){s.src="//platform.twitter.com/widgets.js"}(document)</script>',
      'Posts by Ada',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab/"></blockquote><script src="//www.instagram.com/embed.js"></script>',
      'www.instagram.com/p/Ab/',
    ],
    [
      '<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div><script src="https://connect.facebook.net/en_US/sdk.js"></script>',
      'www.facebook.com/a/posts/1',
    ],
    [
      '<a data-pin-do="embedPin" href="https://www.pinterest.com/pin/1/"></a><script src="//assets.pinterest.com/js/pinit.js"></script>',
      'www.pinterest.com/pin/1/',
    ],
    [
      '<p class="codepen">See <a href="https://codepen.io/a/pen/b">the pen</a>.</p><script src="https://static.codepen.io/assets/embed/ei.js"></script>',
      'See the pen.',
    ],
  ])('is dropped silently: %s', async (html, text) => {
    const { document, codes } = await render(html);
    expect(lineOf(document)).toBe(text);
    expect(elements(document, 'a')).toHaveLength(1);
    expect(codes).toEqual([]);
  });
});

describe('another script', () => {
  it.each([
    ['<script src="https://ads.example/x.js"></script>', 'https://ads.example/x.js'],
    ['<script>\ndocument.write(1)\nrun()\n</script>', 'document.write(1)'],
    [
      '<script src="//platform.twitter.com/widgets.js"></script>',
      '//platform.twitter.com/widgets.js',
    ],
  ])('is dropped with a warning: %s', async (html, near) => {
    const { document, problems } = await render(`${html}\n\nafter`);
    expect(lineOf(document)).toBe('after');
    expect(problems).toMatchObject([{ severity: 'warning', code: 'html-dropped', near }]);
  });

  it('is not worth a warning if it is empty', async () => {
    expect((await render('<script></script>')).codes).toEqual([]);
  });
});
