import { expect, it } from 'vitest';
import { readArguments } from '../../../../src/import/readers/text-site/arguments.ts';
import { embedOf } from '../../../../src/import/readers/text-site/embeds.ts';
import { changeLinks } from '../../../../src/import/readers/text-site/links.ts';
import {
  codeBlock,
  pictureOf,
  visibleTag,
} from '../../../../src/import/readers/text-site/output.ts';
import { strftime } from '../../../../src/import/readers/text-site/strftime.ts';

it('shows a tag as text, in code where Markdown would eat it', () => {
  expect(visibleTag('{% roses red %}', 'markdown')).toBe('{% roses red %}');
  expect(visibleTag('{{< video src="a" >}}', 'markdown')).toBe('`{{< video src="a" >}}`');
  expect(visibleTag('{% a `b`\n c_d %}', 'markdown')).toBe('``{% a `b` c_d %}``');
  expect(visibleTag('{{< video >}}', 'html')).toBe('{{&lt; video &gt;}}');
});

it('fences code with more backticks than it has', () => {
  expect(codeBlock('\n```\nx\n```\n', 'md', 'markdown')).toBe('````md\n```\nx\n```\n````');
  expect(codeBlock('a < b', 'c++', 'html')).toBe(
    '<pre><code class="language-c++">a &lt; b\n</code></pre>',
  );
});

it('writes pictures as Markdown, and as figures where they have a caption', () => {
  const src = '/a b.jpg';
  expect(pictureOf({ src, alt: 'A [rose]', title: '"Red"' }, 'markdown')).toBe(
    String.raw`![A \[rose\]](</a b.jpg> "\"Red\"")`,
  );
  expect(pictureOf({ src, caption: 'By *Ada*, [here](https://a.example/)' }, 'markdown')).toBe(
    '<figure><img src="/a b.jpg" alt=""><figcaption>By <em>Ada</em>, <a href="https://a.example/">here</a></figcaption></figure>',
  );
});

it('reads arguments with and without names', () => {
  const { words, named } = readArguments(
    `left /a.jpg 300 "A \\"red\\" rose" alt='x y' width=5 Class = "z" url=https://a.example/?v=1`,
  );
  expect(words).toEqual(['left', '/a.jpg', '300', 'A "red" rose']);
  expect([...named]).toEqual([
    ['alt', 'x y'],
    ['width', '5'],
    ['class', 'z'],
    ['url', 'https://a.example/?v=1'],
  ]);
});

it.each([
  ['youtube', 'abc_1', '<iframe src="https://www.youtube.com/embed/abc_1"></iframe>'],
  [
    'youtube',
    'https://youtu.be/abc?t=3',
    '<iframe src="https://www.youtube.com/embed/abc"></iframe>',
  ],
  [
    'youtube',
    'id=abc start=30 title="Roses"',
    '<iframe src="https://www.youtube.com/embed/abc?start=30" title="Roses"></iframe>',
  ],
  ['vimeo', '123', '<iframe src="https://player.vimeo.com/video/123"></iframe>'],
  [
    'gist',
    'ada 0123456789abcdef roses.rb',
    '<https://gist.github.com/ada/0123456789abcdef#file-roses-rb>',
  ],
  ['gist', 'ada/0123456789abcdef', '<https://gist.github.com/ada/0123456789abcdef>'],
  ['tweet', 'user="ada" id="12"', '<https://twitter.com/ada/status/12>'],
  ['tweet', '12', '<https://twitter.com/i/status/12>'],
  ['twitter', 'https://twitter.com/ada/status/12', '<https://twitter.com/ada/status/12>'],
  ['instagram', 'abc', '<https://www.instagram.com/p/abc/>'],
  ['youtube', '"onload="x', '<iframe src="https://www.youtube.com/embed/onload%3D"></iframe>'],
  ['roses', 'abc', undefined],
  ['youtube', '', undefined],
])('translates %s %s', (name, args, output) => {
  expect(embedOf(name, readArguments(args), 'markdown')).toBe(output);
});

function change(url: string): string | undefined {
  return url.endsWith('.md') ? '/new/' : undefined;
}

it('changes addresses in Markdown and HTML, but not in code', () => {
  expect(
    changeLinks(
      '[a](a.md) ![b](<b c.md> "t") `[c](c.md)` [d](d.html)\n\n[e]: e.md\n<a href="f.md">f</a>',
      'markdown',
      change,
    ),
  ).toBe(
    '[a](/new/) ![b](</new/> "t") `[c](c.md)` [d](d.html)\n\n[e]: /new/\n<a href="/new/">f</a>',
  );
});

it('formats dates, and admits what it does not know', () => {
  const date = { year: 2020, month: 1, day: 5, hour: 15, minute: 4, second: 3 };
  expect(strftime(date, '%Y-%m-%d %-d %e %j %B %b %A %a %V %G %H:%M:%S %I%p %%')).toBe(
    '2020-01-05 5  5 005 January Jan Sunday Sun 01 2020 15:04:03 03PM %',
  );
  expect(strftime(date, '%Q')).toBeUndefined();
});
