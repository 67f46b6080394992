import { describe, expect, it } from 'vitest';
import { ATTACHMENTS, body, make } from '../../../support/wordpress-body.ts';

describe('code', () => {
  it.each([
    ['[sourcecode language="php"]\n<?php echo 1 < 2;\n\n[/sourcecode]', 'php'],
    ['[code lang=php]&lt;?php echo 1 &lt; 2;[/code]', 'php'],
    ['[php]<?php echo 1 < 2;[/php]', 'php'],
    ['[php light="true"]&lt;?php echo 1 &lt; 2;[/php]', 'php'],
    ['[code]\n<?php echo 1 < 2;\n[/code]', ''],
    ['[cc lang="php"]<?php echo 1 < 2;[/cc]', 'php'],
    ['[sourcecode language="plain"]<?php echo 1 < 2;[/sourcecode]', ''],
  ])('keeps its text and language: %s', (text, language) => {
    const mark = language === '' ? '' : ` class="language-${language}"`;
    expect(body(text)).toBe(`<pre><code${mark}>&lt;?php echo 1 &lt; 2;</code></pre>`);
  });

  it('keeps blank lines, indentation and shortcodes', () => {
    expect(make('[python]\n  if a:\n\n    b("[gallery]")\n[/python]').html).toBe(
      '<pre><code class="language-python">  if a:\n\n    b(&quot;[gallery]&quot;)</code></pre>',
    );
  });

  it('decodes entities only where the editor made them', () => {
    expect(body('[html]<b>&amp;</b>[/html]')).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
    expect(body('[html]&lt;b&gt;&amp;amp;[/html]')).toContain('&lt;b&gt;&amp;amp;');
  });

  it('takes the usual name of a language', () => {
    expect(body('[js]a[/js]')).toContain('language-javascript');
    expect(body('[sourcecode language="py"]a[/sourcecode]')).toContain('language-python');
  });
});

function frame(src: string): string {
  return `<iframe src="${src}"></iframe>`;
}

function link(url: string): string {
  return `<p><a href="${url}">${url}</a></p>`;
}

describe('embeds', () => {
  it.each([
    [
      '[youtube https://www.youtube.com/watch?v=abcdefghijk]',
      frame('https://www.youtube.com/watch?v=abcdefghijk'),
    ],
    [
      '[youtube=http://www.youtube.com/watch?v=abcdefghijk&amp;w=320]',
      frame('https://www.youtube.com/watch?v=abcdefghijk&amp;w=320'),
    ],
    ['[youtube id="abcdefghijk"]', frame('https://www.youtube.com/watch?v=abcdefghijk')],
    ['[youtube]abcdefghijk[/youtube]', frame('https://www.youtube.com/watch?v=abcdefghijk')],
    ['[vimeo 123]', frame('https://vimeo.com/123')],
    [
      '[embed width="3"]https://youtu.be/abcdefghijk[/embed]',
      frame('https://youtu.be/abcdefghijk'),
    ],
    ['[embed]https://x.example/a[/embed]', link('https://x.example/a')],
    ['[gist 12345]', link('https://gist.github.com/12345')],
    ['[gist]https://gist.github.com/rosa/12345[/gist]', link('https://gist.github.com/rosa/12345')],
    ['[gist id="rosa/12345" file="a.js"]', link('https://gist.github.com/rosa/12345')],
    ['[tweet https://twitter.com/rosa/status/1]', link('https://twitter.com/rosa/status/1')],
    [
      '[soundcloud url="https://soundcloud.com/rosa/song"]',
      frame('https://soundcloud.com/rosa/song'),
    ],
    [
      'https://www.youtube.com/watch?v=abcdefghijk&amp;t=3',
      frame('https://www.youtube.com/watch?v=abcdefghijk&amp;t=3'),
    ],
    ['https://twitter.com/rosa/status/1', link('https://twitter.com/rosa/status/1')],
  ])('become frames or links: %s', (text, expected) => {
    expect(body(text)).toBe(expected);
  });
});

describe('other shortcodes', () => {
  it.each([
    ['[[gallery]]', '[gallery]'],
    ['[[gallery ids="1"]]', '[gallery ids="1"]'],
    ['[[php]a[/php]]', '[php]a[/php]'],
    ['<code>[[gallery]]</code>', '<code>[gallery]</code>'],
    ['see [[Roses]]', 'see [[Roses]]'],
    ['my [master] and [1] [role]', 'my [master] and [1] [role]'],
    ['[c] 2011', '[c] 2011'],
    ['<a title="[gallery]">x</a>', '<a title="[gallery]">x</a>'],
    ['a [x', 'a [x'],
  ])('and what looks like one: %s', (text, expected) => {
    const made = make(text, { attachments: ATTACHMENTS });
    expect(made.html).toBe(`<p>${expected}</p>`);
    expect([...made.shortcodes.unknown]).toEqual([]);
  });

  it('of plugins stay as text, and are told', () => {
    const made = make('[su_box title="A"]words[/su_box] and [dropcap]W[/dropcap]');
    expect(made.html).toBe('<p>[su_box title="A"]words[/su_box] and [dropcap]W[/dropcap]</p>');
    expect([...made.shortcodes.unknown]).toEqual(['su_box', 'dropcap']);
  });

  it('that only a server can fill in are left out, and told', () => {
    const made = make(
      'one\n\n[contact-form][contact-field label="Name"/][/contact-form]\n\n[archives limit=3]\n\ntwo',
    );
    expect(made.html.replaceAll('\n', '')).toBe('<p>one</p><p>two</p>');
    expect([...made.shortcodes.dynamic]).toEqual(['contact-form', 'archives']);
  });

  it('that only arrange the text give their content', () => {
    expect(body('[vc_row][vc_column width="1/2"]one[/vc_column][/vc_row]')).toBe('<p>one</p>');
  });

  it('that hide text from the public are told', () => {
    const made = make('one [member]secret[/member]');
    expect([...made.shortcodes.restricted]).toEqual(['member']);
    expect(made.html).toContain('secret');
  });

  it('are not looked for in code', () => {
    const text = '<pre>[gallery]</pre>';
    expect(body(text, { attachments: ATTACHMENTS })).toBe(text);
  });

  it.each(['[', '[a ', '[[', '[gallery ', '[/a]', '[code]', '[caption]', ']', '[a][/a]'])(
    'take linear time: %j',
    (piece) => {
      const start = performance.now();
      make(piece.repeat(150_000 / piece.length));
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
