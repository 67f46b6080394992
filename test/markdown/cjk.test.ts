/** Markdown in Chinese, Japanese and Korean, whose words touch the signs around them. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf, textOf } from '../support/dom.ts';
import { render, renderedHtml } from '../support/render.ts';

describe('emphasis beside CJK characters', () => {
  it.each([
    ['**注意：**请先浇水', '<strong>注意：</strong>请先浇水'],
    ['这叫**"温室"**吗', '这叫<strong>"温室"</strong>吗'],
    ['他说**“浇水”**了', '他说<strong>“浇水”</strong>了'],
    ['庭で**「開花」**した', '庭で<strong>「開花」</strong>した'],
    ['정원**(庭園)**은', '정원<strong>(庭園)</strong>은'],
    ['**정원(庭園)**은 넓다', '<strong>정원(庭園)</strong>은 넓다'],
    ['这是*（小）*花', '这是<em>（小）</em>花'],
    ['***（大）***花', '<em><strong>（大）</strong></em>花'],
    ['~~枯れた。~~咲いた', '<del>枯れた。</del>咲いた'],
    ['花~~(x)~~草', '花<del>(x)</del>草'],
    [
      '看**[花园](https://example.org/)**的',
      '看<strong><a href="https://example.org/">花园</a></strong>的',
    ],
    ['用**`hoe`**吧', '用<strong><code>hoe</code></strong>吧'],
    ['𠮷**"x"**𠮷', '𠮷<strong>"x"</strong>𠮷'],
    ['**"一"**和**"二"**', '<strong>"一"</strong>和<strong>"二"</strong>'],
    ['**高30%**的', '<strong>高30%</strong>的'],
  ])('%s', async (markdown, html) => {
    expect(await renderedHtml(markdown)).toBe(`<p>${html}</p>`);
  });

  it.each(['花 ** 草 ** 树', '花 **（草', '庭__（花）__草', '**（花', '2 **（10） ** 是'])(
    'stays text without both ends: %s',
    async (markdown) => {
      const { document } = await render(markdown);
      expect(elements(document, 'strong', 'em')).toEqual([]);
    },
  );

  it.each(['a**"b"**c', 'a~~(b)~~c', '**Note:**water', 'a**(b)**c'])(
    'needs spaces between other letters: %s',
    async (markdown) => {
      expect(await renderedHtml(`${markdown} 花`)).toBe(`<p>${markdown} 花</p>`);
    },
  );

  it('reads a long paragraph with many delimiters', async () => {
    const { document } = await render('花~~（a）~~'.repeat(20_000));
    expect(lineOf(document)).toContain('花');
  });
});

describe('a bare address', () => {
  it.each([
    ['请看https://example.org/guide，很好。', 'https://example.org/guide'],
    ['（https://example.org/a_(b)）', 'https://example.org/a_(b)'],
    ['「https://example.org/a」を見る', 'https://example.org/a'],
    ['“https://example.org/a?b=c#d”。', 'https://example.org/a?b=c#d'],
    ['https://example.org/a——很好', 'https://example.org/a'],
    ['https://example.org很好', 'https://example.org'],
    ['https://example.org：很好', 'https://example.org'],
    ['https://zh.wikipedia.org/wiki/玫瑰 很好', 'https://zh.wikipedia.org/wiki/玫瑰'],
    ['https://ja.wikipedia.org/wiki/バラ・キク 良い', 'https://ja.wikipedia.org/wiki/バラ・キク'],
    ['https://my庭.example/a。', 'https://my庭.example/a'],
    ['www.example.org，很好', 'www.example.org'],
    ['写信给rosa@example.org，谢谢', 'rosa@example.org'],
  ])('%s', async (markdown, address) => {
    const { document } = await render(markdown);
    expect(elements(document, 'a').map(lineOf)).toEqual([address]);
    expect(lineOf(document)).toBe(markdown);
  });

  it('keeps any punctuation in angle brackets', async () => {
    const { document } = await render('<https://example.org/，a>');
    expect(elements(document, 'a').map(lineOf)).toEqual(['https://example.org/，a']);
  });
});

describe('a line break of the source', () => {
  it.each([
    ['玫瑰开了，\n很好看。', '玫瑰开了，很好看。'],
    ['バラが\n咲いた', 'バラが咲いた'],
    ['> 玫瑰\n> 开了', '玫瑰开了'],
    ['- 玫瑰\n  开了', '玫瑰开了'],
    ['**玫瑰**\n*开了*', '玫瑰开了'],
    ['[玫瑰\n开了](https://example.org/)\n很好', '玫瑰开了很好'],
    ['<div>玫瑰\n  开了</div>', '玫瑰开了'],
    ['玫瑰\n开了\n==', '玫瑰开了'],
    ['他说\n“开了”\n吗', '他说“开了”吗'],
    ['𠮷\n𠮷', '𠮷𠮷'],
  ])('leaves no space between CJK characters: %j', async (markdown, text) => {
    const { document } = await render(markdown);
    expect(textOf(document).trim()).toBe(text);
  });

  it.each([
    ['장미가\n피었다', '장미가\n피었다'],
    ['玫瑰\nroses\n玫瑰', '玫瑰\nroses\n玫瑰'],
    ['“roses”\n玫瑰', '“roses”\n玫瑰'],
    ['玫瑰\n`玫瑰`', '玫瑰\n玫瑰'],
    ['    玫瑰\n    玫瑰', '玫瑰\n玫瑰'],
    ['<pre>玫瑰\n玫瑰</pre>', '玫瑰\n玫瑰'],
    ['玫瑰<br>\n玫瑰', '玫瑰  \n玫瑰'],
  ])('stays a space in %j', async (markdown, text) => {
    const { document } = await render(markdown);
    expect(textOf(document).trim()).toBe(text);
  });

  it('leaves none in summaries and alternative texts', async () => {
    const { summary, document } = await render('玫瑰\n开了 ![红\n玫瑰](https://example.org/a.jpg)');
    expect(summary).toBe('玫瑰开了');
    expect(attributes(document, 'alt')).toEqual(['红玫瑰']);
    expect((await render('', { description: '玫瑰\n开了' })).summary).toBe('玫瑰开了');
  });
});
