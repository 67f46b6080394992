import { expect, it } from 'vitest';
import { convertMarkdown, picturesOfMarkdown } from '../../../src/import/body/markdown-body.ts';

const TEXT = `Title
=====

*  An item with  trailing spaces  \\
\tand a tab, ![A \\[rose\\]](img/a_(1).jpg 'T')
* [![B](<b c.jpg>)](b%20c.jpg) and [link][Ref], \`![no](img/a.jpg)\`

[Ref]: http://old.test/a.html  "Ref"
[pic]: img/a.jpg

<p class=x><img   SRC='img/a.jpg' alt="x &amp; y"><a href=http://old.test/a.html>b</a></p>

\`\`\`
![no](img/a.jpg) <img src="img/a.jpg">
\`\`\`
<http://old.test/a.html> ![pic]`;

function link(url: string): string | undefined {
  return url === 'http://old.test/a.html' ? '../a/' : undefined;
}

it('replaces addresses only', () => {
  const pictures = new Map([
    ['img/a.jpg', 'a.jpg'],
    ['img/a_(1).jpg', 'a 1.jpg'],
    ['b c.jpg', 'b-c.jpg'],
  ]);
  const { markdown, changes } = convertMarkdown(`${TEXT}\n\n`, { pictures, link });
  const expected = TEXT.replace('img/a_(1).jpg', '<a 1.jpg>')
    .replace('<b c.jpg>', 'b-c.jpg')
    .replace('http://old.test/a.html  "Ref"', '../a/  "Ref"')
    .replace('[pic]: img/a.jpg', '[pic]: a.jpg')
    .replace("'img/a.jpg' alt", '"a.jpg" alt')
    .replace('=http://old.test/a.html>', '="../a/">')
    .replace('](b%20c.jpg)', '](b-c.jpg)');
  expect(markdown).toBe(`${expected}\n`);
  expect(changes).toEqual([]);
});

it('finds pictures', () => {
  expect(picturesOfMarkdown(TEXT)).toEqual([
    { src: 'img/a_(1).jpg', others: [], alt: 'A [rose]' },
    { src: 'b c.jpg', others: ['b%20c.jpg'], alt: 'B' },
    { src: 'img/a.jpg', others: [], alt: 'pic' },
    { src: 'img/a.jpg', others: [], alt: 'x & y' },
  ]);
});

it('changes nothing without new addresses', () => {
  expect(convertMarkdown(TEXT, { pictures: new Map(), link: () => undefined }).markdown).toBe(
    `${TEXT}\n`,
  );
  expect(convertMarkdown('', { pictures: new Map(), link: () => undefined }).markdown).toBe('');
});

it('leaves a text alone that is nested too deeply', () => {
  const text = `${'> '.repeat(20_000)}[a](b)\n`;
  const { markdown } = convertMarkdown(text, { pictures: new Map(), link: () => undefined });
  expect(markdown).toBe(text);
});
