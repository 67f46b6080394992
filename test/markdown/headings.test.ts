/** Heading levels and ids. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, isHeading, lineOf, withClass } from '../support/dom.ts';
import { render } from '../support/render.ts';

/** Level and text of each heading, without its anchor. */
async function outline(markdown: string): Promise<string[]> {
  const { document } = await render(markdown);
  return elements(document)
    .filter(isHeading)
    .map((heading) => `${heading.name} ${lineOf(heading)}`);
}

describe('heading levels', () => {
  it.each([
    ['# a\n## b\n### c', 'h2 a, h3 b, h4 c'],
    ['## a\n### b\n## c', 'h2 a, h3 b, h2 c'],
    ['#### a\n#### b', 'h2 a, h2 b'],
    ['# a\n#### b\n##### c\n## d', 'h2 a, h3 b, h4 c, h3 d'],
    ['### a\n# b\n## c', 'h2 a, h2 b, h3 c'],
    ['# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6', 'h2 1, h3 2, h4 3, h5 4, h6 5, h6 6'],
    ['<h1>a</h1>\n\n<h4>b</h4>', 'h2 a, h3 b'],
    ['a\n===\n\nb\n---', 'h2 a, h3 b'],
    ['<h1 class="sr-only">a</h1>', 'h2 a'],
    ['<h1 class="sr-only" id="footnote-label">a</h1>', 'h2 a'],
  ])('%j becomes %s', async (markdown, expected) => {
    expect((await outline(markdown)).join(', ')).toBe(expected);
  });
});

describe('an empty heading', () => {
  it('is removed', async () => {
    expect(await outline('#\n\n## \n\n<h3></h3>\n\n# a')).toEqual(['h2 a']);
  });

  it('keeps its image as content', async () => {
    const { document } = await render('## ![](x.png)\n\nText', { files: ['x.png'] });
    expect(elements(document, 'img')).toHaveLength(1);
    expect(elements(document).filter(isHeading)).toEqual([]);
  });
});

describe('heading ids', () => {
  it.each([
    ['# Hello World', ['hello-world']],
    ['# Same\n# Same\n# Same', ['same', 'same-2', 'same-3']],
    ['# Same 2\n# Same\n# Same', ['same-2', 'same', 'same-3']],
    ['# !!!', ['section']],
    ['# \u5ead', ['\u5ead']],
    ['# abc之一\n# abc之二', ['abc之一', 'abc之二']],
    ['# Main', ['main-2']],
    ['# Comments', ['comments']],
    ['<h2 id="own">Own</h2>\n\n# Own', ['own', 'own-2']],
    ['<p id="taken">x</p>\n\n# Taken', ['taken', 'taken-2']],
    ['<p id="">x</p><p id="a b">y</p><p id="c">z</p><p id="c">z</p>', ['c']],
    ['<a name="old"></a>x <a name="old">y</a>\n\n# Old', ['old', 'old-2']],
  ])('of %j are unique', async (markdown, ids) => {
    expect(attributes((await render(markdown)).document, 'id')).toEqual(ids);
  });

  it('are short and end at a word', async () => {
    const { document } = await render(`# ${'word '.repeat(50)}`);
    const [id = ''] = attributes(document, 'id');
    expect(id.length).toBeLessThanOrEqual(60);
    expect(id).toMatch(/^(?:word-)+word$/);
  });

  it('never split a character', async () => {
    const { document } = await render(`# 庭${'𠮷'.repeat(50)}`);
    const [id = ''] = attributes(document, 'id');
    expect(id.length).toBeGreaterThan(50);
    expect(id).toMatch(/^庭𠮷+$/u);
  });
});

it('a heading links to itself with a label', async () => {
  const { document } = await render('## Beans & *peas*');
  const [anchor] = withClass(document, 'anchor');
  expect(anchor?.attribs).toMatchObject({
    href: '#beans-and-peas',
    'aria-label': 'Link to \u201cBeans & peas\u201d',
  });
});

it('a heading inside a link has an id but no link', async () => {
  const { document } = await render('<a href="https://x.example/"><h2>Words</h2></a>');
  expect(attributes(document, 'id')).toEqual(['words']);
  expect(elements(document, 'a').map(lineOf)).toEqual(['Words']);
});
