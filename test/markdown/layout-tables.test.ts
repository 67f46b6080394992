/** Layout tables: what replaces them, without losing content. */
import { describe, expect, it } from 'vitest';
import { elements, lineOf } from '../support/dom.ts';
import { renderedHtml, render } from '../support/render.ts';

const PICTURE =
  '<a href="https://x.example/big.png"><img src="https://x.example/a.png" alt="Bean"></a>';
const IMAGE = '<img src="https://x.example/a.png" alt="Bean">';

function table(...rows: (readonly string[])[]): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table><tbody>${cells.join('')}</tbody></table>`;
}

describe('a table with an image above its caption', () => {
  const figure = (caption: string, picture = PICTURE): string =>
    `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;

  it.each([
    ['a caption', table([PICTURE], ['A bean']), figure('A bean')],
    ['no link', table([IMAGE], ['A bean']), figure('A bean', IMAGE)],
    ['two lines', table([PICTURE], ['A bean<br>by me<br>']), figure('A bean<br>by me')],
    [
      'a link',
      table([IMAGE], ['<i>A <a href="https://x.example/">bean</a></i>']),
      figure('<i>A <a href="https://x.example/">bean</a></i>', IMAGE),
    ],
    ['a break before the picture', table([`<br>${PICTURE}`], ['A bean']), figure('A bean')],
    ['a cell more', table([PICTURE], ['A bean', '<br>']), figure('A bean')],
    [
      'spans of an editor',
      table([PICTURE], ['<span><br>A</span><br><span style="x">bean</span><span></span>']),
      figure('A<br>bean'),
    ],
    [
      'two pictures',
      table([PICTURE], ['One'], [IMAGE], ['Two']),
      figure('One') + figure('Two', IMAGE),
    ],
    ['rows without words', table([''], [PICTURE], ['&nbsp;'], ['A bean']), figure('A bean')],
    [
      "Blogger's own",
      '<table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container" style="margin-left: auto; margin-right: auto;"><tbody>\n' +
        `<tr><td style="text-align: center;">${PICTURE}</td></tr>\n` +
        '<tr><td class="tr-caption" style="text-align: center;">A bean</td></tr>\n</tbody></table>',
      figure('A bean'),
    ],
  ])('becomes a figure: %s', async (_what, markdown, html) => {
    expect(await renderedHtml(markdown)).toBe(html);
  });

  it('becomes a figure in a blockquote too', async () => {
    expect(await renderedHtml(`<blockquote>${table([IMAGE], ['A bean'])}</blockquote>`)).toBe(
      `<blockquote>${figure('A bean', IMAGE)}</blockquote>`,
    );
  });

  it('may have its caption in a nested table', async () => {
    expect(await renderedHtml(table([PICTURE], [table(['A bean'])]))).toBe(figure('<p>A bean</p>'));
  });

  it('may be nested in an otherwise empty table', async () => {
    const inner = table([IMAGE], ['A bean']);
    expect(await renderedHtml(table([`${inner}<div></div>`], ['<div><br></div>']))).toBe(
      figure('A bean', IMAGE),
    );
  });

  it('becomes a row of figures with several columns', async () => {
    expect(await renderedHtml(table([IMAGE, IMAGE], ['One', 'Two']))).toBe(
      `<div class="pictures"><div class="row">${figure('One', IMAGE)}${figure('Two', IMAGE)}</div></div>`,
    );
  });

  it('gets no class of its own', async () => {
    const { document } = await render(table([IMAGE], ['A bean']));
    expect(elements(document, 'img')[0]?.attribs['class']).toBeUndefined();
  });
});

describe('a table of images without captions', () => {
  it('becomes one row of images per table row', async () => {
    expect(await renderedHtml(table([IMAGE, PICTURE], [IMAGE, IMAGE]))).toBe(
      [IMAGE + PICTURE, IMAGE + IMAGE]
        .map((row) => `<div class="pictures"><div class="row">${row}</div></div>`)
        .join(''),
    );
  });

  it('may be written in Markdown', async () => {
    const image = '![Bean](https://x.example/a.png)';
    const { document } = await render(`| | |\n| - | - |\n| ${image} | ${image} |\n`);
    expect(elements(document).map(({ name, attribs }) => attribs['class'] ?? name)).toEqual([
      'pictures',
      'row',
      'img',
      'img',
    ]);
  });

  it('becomes a paragraph for a single image', async () => {
    expect(await renderedHtml(table([PICTURE], ['']))).toBe(`<p>${PICTURE}</p>`);
  });
});

describe('a table with a single cell', () => {
  it.each([
    ['words', table(['Some <b>words</b>']), '<p>Some <b>words</b></p>'],
    ['paragraphs', table(['<p>One</p><p>Two</p>']), '<p>One</p><p>Two</p>'],
    [
      'both',
      table(['One<ul><li>Two</li></ul>three']),
      '<p>One</p><ul><li>Two</li></ul><p>three</p>',
    ],
    ['in Markdown', '| |\n| - |\n| Words |\n', '<p>Words</p>'],
  ])('is unwrapped: %s', async (_what, markdown, html) => {
    expect(await renderedHtml(markdown)).toBe(html);
  });

  it('stays a table if the cell is a header', async () => {
    const { document } = await render('| Header |\n| - |\n');
    expect(elements(document, 'th').map(lineOf)).toEqual(['Header']);
  });
});

describe('an empty table', () => {
  it('is removed', async () => {
    expect(await renderedHtml(`a\n\n${table([''], ['<br>'])}\n\nb`)).toBe('<p>a</p><p>b</p>');
  });
});

describe('ids in a removed table', () => {
  it.each([
    '<table id="x"><tr><td>A</td></tr></table>',
    '<table><tr id="x"><td>A</td></tr></table>',
    `<table><tr><td id="x">${IMAGE}</td></tr><tr><td>A</td></tr></table>`,
    '<p>A</p><table><tr><td><a name="x"></a></td></tr></table>',
    '<table><tr><td><b id="x">A</b></td></tr></table>',
  ])('are kept: %s', async (html) => {
    const { document } = await render(`[to it](#x)\n\n${html}`);
    expect(elements(document).filter(({ attribs }) => attribs['id'] === 'x')).toHaveLength(1);
    expect(elements(document, 'table')).toEqual([]);
  });
});

describe('a table stays a table', () => {
  it.each([
    [
      'with a caption',
      `<table><caption>Beans</caption><tr><td>${IMAGE}</td></tr><tr><td>A</td></tr></table>`,
    ],
    [
      'with words outside of its cells',
      `<table>Stray<tr><td>${IMAGE}</td></tr><tr><td>A</td></tr></table>`,
    ],
    ['with headers', `<table><tr><th>${IMAGE}</th></tr><tr><td>yes</td></tr></table>`],
    ['with more below a picture', table([IMAGE], ['A'], ['B'])],
    ['with a picture beside a text', table([IMAGE, 'A long story'])],
    ['with a text too long for a caption', table([IMAGE], ['word '.repeat(200)])],
    ['with a list below the picture', table([IMAGE], ['<ul><li>A</li></ul>'])],
    ['with data', table(['1', '2'], ['3', '4'])],
    ['with a form', table(['<input type="checkbox">', 'A'])],
  ])('%s', async (_what, markdown) => {
    const { document } = await render(markdown);
    expect(elements(document, 'table')).toHaveLength(1);
    expect(elements(document, 'figure')).toEqual([]);
  });

  it('with a presentation role when it lays out images and text', async () => {
    const { document } = await render(table([IMAGE, 'A long story'], [IMAGE, 'Another']));
    expect(elements(document, 'table')[0]?.attribs).toEqual({ role: 'presentation' });
  });
});
