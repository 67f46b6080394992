/** Pictures without text beside them: attributes, captions and galleries. */
import { describe, expect, it } from 'vitest';
import type { ImagePart } from '../../src/markdown/parts.ts';
import { elements, lineOf, withClass } from '../support/dom.ts';
import { render, renderedHtml } from '../support/render.ts';

const IMAGE = 'https://x.example/a.png';

async function imagesIn(markdown: string): Promise<ImagePart[]> {
  const { parts } = await render(markdown);
  return parts.filter((part) => part.kind === 'image');
}

describe('attributes behind an image', () => {
  it.each([
    ['wide', `![](${IMAGE}){.wide}`],
    ['full', `![](${IMAGE}){.full}`],
    ['inset', `![](${IMAGE}){ .inset }`],
    ['wide', `![](${IMAGE}){:.wide}`],
    ['wide', `![](${IMAGE}){: .wide}`],
    ['wide', `[![](${IMAGE})](https://x.example/){.wide}`],
    ['wide', `![][a]{.wide}\n\n[a]: ${IMAGE}`],
    ['full', `![](${IMAGE}){.kg-width-full}`],
    ['wide', `<img src="${IMAGE}" class="size-full alignwide">`],
    ['full', `<figure class="kg-card kg-width-full"><img src="${IMAGE}"></figure>`],
    [undefined, `<img src="${IMAGE}" class="size-full picture alone">`],
  ])('say that it is %s: %s', async (reach, markdown) => {
    const { html } = await render(markdown);
    const [image] = await imagesIn(markdown);
    expect(image).toMatchObject({ isAlone: true, reach });
    expect(html).not.toMatch(/[{}]|class=/);
  });

  it('reach an image on its own line of a paragraph', async () => {
    const [image, sign] = await imagesIn(`![](${IMAGE}){.wide}\nWords with ![](${IMAGE}){.wide}`);
    expect(image).toMatchObject({ isAlone: true, reach: 'wide', attributes: { class: 'picture' } });
    expect(sign).toMatchObject({ isAlone: false, reach: undefined });
  });

  it('give it a size', async () => {
    const [image] = await imagesIn(`![A "b"](${IMAGE} "c"){.inset width=50%}`);
    expect(image?.attributes).toMatchObject({ alt: 'A "b"', 'data-width': '50%' });
    const [table] = await imagesIn(`| A |\n| - |\n| b ![](${IMAGE}){width="120" height=80} |`);
    expect(table?.attributes).toMatchObject({ width: '120', height: '80' });
  });

  it.each(['{.round}', '{.wide .round}', '{#id}', '{width=wide}', '{}', '{onclick=x}', '{.wide'])(
    'stay text if they are not known: %s',
    async (list) => {
      const { document } = await render(`![](${IMAGE})${list} and ![](${IMAGE}) {.wide}`);
      expect(lineOf(document)).toBe(`${list} and {.wide}`);
    },
  );

  it.each([
    ['in code', `\`![](${IMAGE}){.wide}\``],
    ['behind a link with words', `[a](${IMAGE}){.wide}`],
  ])('stay text %s', async (_where, markdown) => {
    expect((await render(markdown)).html).toContain('{.wide}');
  });

  it.each([
    ['a list', `- ![](${IMAGE}){.wide}`],
    ['a quotation', `> ![](${IMAGE}){.wide}`],
    ['a table', `| A |\n| - |\n| ![](${IMAGE}){.wide} b |`],
    ['an alert', `> [!NOTE]\n> ![](${IMAGE}){.wide}`],
  ])('do not let an image leave %s', async (_where, markdown) => {
    const [image] = await imagesIn(markdown);
    expect(image).toMatchObject({ isAlone: false, reach: undefined });
  });
});

describe('an image', () => {
  it.each([
    [true, `![](${IMAGE})`],
    [true, `**![](${IMAGE})**`],
    [true, `[![](${IMAGE})](https://x.example/)`],
    [true, `<div><img src="${IMAGE}"><br></div>`],
    [true, `<img src="${IMAGE}">\n\nWords`],
    [true, `<figure><img src="${IMAGE}"><figcaption>Words</figcaption></figure>`],
    [true, `![](${IMAGE}) words`],
    [true, `Words.\n![](${IMAGE})`],
    [false, `Words with ![](${IMAGE})`],
    [false, `- ![](${IMAGE}) words`],
    [false, `# ![](${IMAGE}) words`],
  ])('is alone (%s): %s', async (isAlone, markdown) => {
    expect(await imagesIn(markdown)).toMatchObject([{ isAlone, columns: 1 }]);
  });
});

describe('a caption', () => {
  const figure = (caption: string, image = ''): string =>
    `<figure><img src="${IMAGE}" alt="A bean"${image}><figcaption>${caption}</figcaption></figure>`;

  it.each([
    ['the title', `![A bean](${IMAGE} "It grew")`, 'It grew'],
    [
      'the line below in emphasis',
      `![A bean](${IMAGE})\n*It **grew***`,
      'It <strong>grew</strong>',
    ],
    ['with underscores', `![A bean](${IMAGE})  \n_It grew_`, 'It grew'],
    ['behind a break', `![A bean](${IMAGE})<br><i>It grew</i>`, 'It grew'],
    ['on the same line', `![A bean](${IMAGE}) *It grew*`, 'It grew'],
  ])('is %s', async (_what, markdown, caption) => {
    expect(await renderedHtml(markdown)).toBe(figure(caption));
  });

  it('stays beside a link, and in a list', async () => {
    expect(await renderedHtml(`- [![A bean](${IMAGE})](https://x.example/)\n  *It grew*`)).toBe(
      `<ul><li><figure><a href="https://x.example/"><img src="${IMAGE}" alt="A bean"></a>` +
        '<figcaption>It grew</figcaption></figure></li></ul>',
    );
  });

  it('is not said twice', async () => {
    const { document } = await render(`![A bean](${IMAGE} "It grew")`);
    expect(elements(document, 'img')[0]?.attribs['title']).toBeUndefined();
    expect(lineOf(document)).toBe('It grew');
  });

  it.each([
    ['a paragraph in emphasis', `![A bean](${IMAGE})\n\n*By Rosa*`],
    ['words in emphasis among others', `![A bean](${IMAGE})\n*By* Rosa`],
    ['strong words', `![A bean](${IMAGE})\n**By Rosa**`],
    ['a long text', `![A bean](${IMAGE})\n*${'word '.repeat(100)}end*`],
    ['the description again', `![A bean](${IMAGE} "A bean")`],
    ['the name of the file', `![A bean](${IMAGE} "a")`],
    ['the name of another file', `![A bean](${IMAGE} "Bean Two.JPG")`],
    ['what a camera calls it', `![A bean](${IMAGE} "IMG_2044")`],
    ['the title of an image in a sentence', `A ![A bean](${IMAGE} "It grew") grew`],
  ])('is not %s', async (_what, markdown) => {
    const { document } = await render(markdown);
    expect(elements(document, 'figcaption')).toEqual([]);
  });
});

describe('two or more images with nothing between them', () => {
  const row = (count: number, separator = ' '): string =>
    Array.from({ length: count }, (_, index) => `![${index}](${IMAGE})`).join(separator);

  it.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
    [7, [3, 2, 2]],
    [9, [3, 3, 3]],
  ])('are a gallery: %i in rows of %j', async (count, rows) => {
    const { document, parts } = await render(row(count, '\n'));
    expect(withClass(document, 'row').map((each) => elements(each, 'img').length)).toEqual(rows);
    expect(elements(document, 'img').map(({ attribs }) => attribs['alt'])).toEqual(
      Array.from({ length: count }, (_, index) => String(index)),
    );
    const images = parts.filter((part) => part.kind === 'image');
    expect(images.map(({ columns }) => columns)).toEqual(rows.flatMap((n) => Array(n).fill(n)));
    expect(elements(document, 'p')).toEqual([]);
  });

  it('keep their links, whatever stands around them', async () => {
    const html = `<div><b><a href="https://x.example/1"><img src="${IMAGE}" alt="A"></a></b>&nbsp;<br><img src="${IMAGE}" alt="B"></div>`;
    expect(await renderedHtml(html)).toBe(
      `<div><div class="pictures"><div class="row"><a href="https://x.example/1"><img src="${IMAGE}" alt="A"></a><img src="${IMAGE}" alt="B"></div></div></div>`,
    );
  });

  it('keep the caption of their figure', async () => {
    const { document } = await render(
      `<figure><img src="${IMAGE}"><img src="${IMAGE}"><figcaption>Beans</figcaption></figure>`,
    );
    const [figure] = elements(document, 'figure');
    expect(figure?.children.map((child) => ('name' in child ? child.name : ''))).toEqual([
      'div',
      'figcaption',
    ]);
  });

  it('keep the id of their paragraph', async () => {
    const { html } = await render(`<p id="beans"><img src="${IMAGE}"><img src="${IMAGE}"></p>`);
    expect(html).toContain('<div class="pictures" id="beans">');
  });

  it('reach as far as the first that says so', async () => {
    const { document, parts } = await render(`${row(2)}{.wide} ${row(1)}`);
    expect(withClass(document, 'pictures')[0]?.attribs['class']).toBe('pictures wide');
    const images = parts.filter((part) => part.kind === 'image');
    expect(images.map(({ reach }) => reach)).toEqual(['wide', 'wide', 'wide']);
  });

  it.each([
    ['words', `${row(1)} and ${row(1)}`],
    ['a paragraph', `${row(1)}\n\n${row(1)}`],
    ['a target of links', `<p><img src="${IMAGE}"><span id="a"></span><img src="${IMAGE}"></p>`],
  ])('are none with %s between them', async (_what, markdown) => {
    expect(withClass((await render(markdown)).document, 'pictures')).toEqual([]);
  });

  it('are none if they are icons', async () => {
    const icon = `<img src="${IMAGE}" width="32">`;
    expect(withClass((await render(`${icon} ${icon}`)).document, 'pictures')).toEqual([]);
  });
});
