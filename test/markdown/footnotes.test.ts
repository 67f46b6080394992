/** Footnotes, as GitHub reads them. */
import { isTag, isText, type ParentNode } from 'domhandler';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import {
  attributes,
  elements,
  lineOf,
  onlyWithClass,
  parsePage,
  type Element,
} from '../support/dom.ts';
import { render } from '../support/render.ts';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);

/** Texts in which a source, `tulip`, is a footnote of the first sentence. */
const SPELLINGS: readonly (readonly [how: string, markdown: string])[] = [
  ['in another case', 'Red.[^Tulip]\n\n[^tULIP]: tulip'],
  ['in letters that fold to several', 'Red.[^straẞe]\n\n[^STRASSE]: tulip'],
  ['after one space', 'Red.[^1]\n\n [^1]: tulip'],
  ['after three spaces', 'Red.[^1]\n\n   [^1]: tulip from Leiden'],
  ['without a space before the text', 'Red.[^1]\n\n[^1]:tulip'],
  ['on the line below', 'Red.[^1]\n\n[^1]:\n    tulip'],
  ['below an empty line', 'Red.[^1]\n\n[^1]:\n\n    tulip'],
  ['wrapped', 'Red.[^1]\n\n[^1]: tulip\nfrom Leiden\n  and Haarlem\n\nGreen.'],
  ['wrapped with indentation', 'Red.[^1]\n\n[^1]: tulip\n      from Leiden\nand Haarlem\n\nGreen.'],
  ['with a second paragraph after a tab', 'Red.[^1]\n\n[^1]: tulip\n\n\tfrom Leiden\n\nGreen.'],
  [
    'with a second paragraph after spaces',
    'Red.[^1]\n\n[^1]: tulip\n\n\n    from Leiden\n\nGreen.',
  ],
  ['with a wrapped second paragraph', 'Red.[^1]\n\n[^1]: tulip\n\n    from\nLeiden\n\nGreen.'],
  ['with a list', 'Red.[^1]\n\n[^1]: tulip\n\n    - in May\n    - in June\nat last\n\nGreen.'],
  ['with code', 'Red.[^1]\n\n[^1]: tulip\n\n    ```text\n    bulb\n\n    root\n    ```\nGreen.'],
  ['with indented code', 'Red.[^1]\n\n[^1]: tulip\n\n        bulb\n\nGreen.'],
  ['with a quotation', 'Red.[^1]\n\n[^1]: > tulip\n    > from Leiden\nand Haarlem\n\nGreen.'],
  ['with a table', 'Red.[^1]\n\n[^1]: | tulip |\n    | --- |\n    | bulb |\n\nGreen.'],
  ['with a heading', 'Red.[^1]\n\n[^1]: ### tulip\nGreen.'],
  ['before a heading', 'Red.[^1]\n\n[^1]: tulip\n## Green'],
  ['before a line', 'Red.[^1]\n\n[^1]: tulip\n---\nGreen.'],
  ['before a list', 'Red.[^1]\n\n[^1]: tulip\n- Green.'],
  ['before an empty item', 'Red.[^1]\n\n[^1]: tulip\n-\n  Green.'],
  ['before a second item', 'Red.[^1]\n\n[^1]: tulip\n2. Green.'],
  [
    'in another footnote',
    'Red.[^1]\n\n[^2]: rose\n    [^1]: tulip\n    from Leiden\nand Haarlem[^2]',
  ],
  [
    'in a quotation, indented further by its last line',
    '> Red.[^1]\n>\n> [^1]: tulip\n    # from Leiden\n\nGreen.',
  ],
  [
    'in a list in a quotation that its last line leaves',
    '> - Red.[^1]\n> - [^1]: tulip\nfrom Leiden\n\nGreen.',
  ],
  ['directly below a paragraph', 'Red.[^1]\n[^1]: tulip\nfrom Leiden\n\nGreen.'],
  [
    'directly below another',
    'Red.[^1] Blue.[^2]\n\n[^1]: tulip\n[^2]: violet\n[^3]: rose\n\nGreen.[^3]',
  ],
  ['directly below a table', '| Red[^1] |\n| --- |\n| Blue |\n[^1]: tulip'],
  ['directly below a quotation', '> Red.[^1]\n[^1]: tulip\n\n    from Leiden\n\nGreen.'],
  ['directly below a list', '- Red.[^1]\n- Blue.\n[^1]: tulip\n\n    from Leiden\n\nGreen.'],
  [
    'directly below a list, with one space',
    '- Red.[^1]\n [^1]: tulip\n\n    from Leiden\n\nGreen.',
  ],
  ['in a quotation', '> Red.[^1]\n>\n> [^1]: tulip\n> from Leiden\n>\n>     and Haarlem\n\nGreen.'],
  [
    'in a quotation that its last line leaves',
    '> Red.[^1]\n>\n> [^1]: tulip\nfrom Leiden\n\nGreen.',
  ],
  [
    'in a list',
    '- Red.[^1]\n\n  [^1]: tulip\n  from Leiden\n\n      and Haarlem\n- Blue.\n\nGreen.',
  ],
  ['in a numbered list', '1. Red.[^1]\n   [^1]: tulip\nfrom Leiden\n2. Blue.\n\nGreen.'],
  ['in a list without gaps', '- Red.[^1]\n  [^1]: tulip\n  ***\n  Blue.\n\nGreen.'],
  ['as an item of a list', 'Red.[^1]\n\n* [^1]: tulip\n* Blue.'],
  ['before the text', '[^1]: tulip\n\nRed.[^1]'],
  ['with line ends of Windows', 'Red.[^1]\r\n\r\n[^1]: tulip\r\n\r\n    from Leiden\r\n\r\nGreen.'],
  ['of a heading', '## Red[^1]\n\nBlue.\n\n[^1]: tulip'],
  ['of an underlined heading', 'Red[^1]\n===\n\nBlue.\n\n[^1]: tulip'],
  ['of a table cell', '| a | b |\n| - | - |\n| c | Red[^1] |\n\n[^1]: tulip'],
  ['of emphasised text', '*Red[^1]* and **blue[^1]** and ~~green[^1]~~\n\n[^1]: tulip'],
  ['of a link', 'Red [blue[^1]](https://garden.example/) green\n\n[^1]: tulip'],
  ['after an exclamation mark', 'Red![^1]\n\n[^1]: tulip'],
  ['after another', 'Red.[^1][^2]\n\n[^1]: tulip\n[^2]: rose'],
  ['before parentheses', 'Red[^1](like blue) and green[^1](grey)\n\n[^1]: tulip'],
  ['named by asterisks', '*Red[^*] and* blue[^**] **green[^*]**\n\n[^*]: tulip\n[^**]: rose'],
  ['named by punctuation', 'Red[^a"b&c]\n\n[^a"b&c]: tulip'],
  ['named in Chinese', '红[^注]\n\n[^注]: tulip'],
  ['with a mark of its own', 'Red.[^1]\n\n[^1]: tulip[^2]\n\n[^2]: rose'],
];

/** Texts that only look like footnotes. */
const LOOKALIKES: readonly (readonly [what: string, markdown: string])[] = [
  ['a mark without a footnote', 'Red.[^1]'],
  ['an escaped mark', 'Red.\\[^1] Blue.[^1]\n\n[^1]: tulip'],
  ['a mark in code', 'Red `[^1]` blue[^1]\n\n[^1]: tulip'],
  ['a footnote in code', 'Red.[^1]\n\n```text\n[^1]: tulip\n```'],
  ['a footnote in indented code', 'Red.[^1]\n\n    [^1]: tulip'],
  ['an indented line of a paragraph', 'Red\n    [^1]: tulip\n\nBlue.'],
  ['a label with a space', 'Red.[^my tulip]\n\n[^my tulip]: from Leiden'],
  ['a label with a bracket', 'Red.[^a[b]\n\n[^a[b]: tulip'],
  ['an empty label', 'Red.[^]\n\n[^]: tulip'],
  ['a line below an empty footnote', 'Red.[^1]\n\n[^1]:\ntulip'],
  ['a paragraph below', 'Red.[^1]\n\n[^1]: tulip\n\n   from Leiden'],
];

describe('a footnote', () => {
  it.each([...SPELLINGS, ...LOOKALIKES])('is read as on GitHub: %s', async (_how, markdown) => {
    const { document } = await render(markdown);
    const expected = parsePage(String(await remark.process(markdown)));
    expect(outlineOf(document)).toBe(outlineOf(expected));
  });

  it.each(SPELLINGS)(
    'is at the end, and each mark leads there and back: %s',
    async (_how, text) => {
      const { document, codes } = await render(text);
      expect(codes).toEqual([]);
      const notes = elements(onlyWithClass(document, 'footnotes'), 'li');
      expect(notes.some((note) => lineOf(note).startsWith('tulip'))).toBe(true);
      const ids = attributes(document, 'id');
      expect(new Set(ids).size).toBe(ids.length);
      const links = elements(document, 'a').map(({ attribs }) => attribs);
      const marks = links.filter((link) => 'data-footnote-ref' in link);
      const backs = links.filter((link) => 'data-footnote-backref' in link);
      expect(backs).toHaveLength(marks.length);
      for (const { href = '' } of [...marks, ...backs]) expect(ids).toContain(href.slice(1));
    },
  );

  it('has the same HTML as on GitHub', async () => {
    const { html } = await render('Red.[^t] Blue.[^t]\n\n[^t]: Tulips\n\n    from Leiden');
    expect(html).toBe(
      [
        '<p>Red.<sup><a id="footnote-ref-t" href="#footnote-t" data-footnote-ref aria-describedby="footnote-label">1</a></sup>',
        ' Blue.<sup><a id="footnote-ref-t-2" href="#footnote-t" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>\n',
        '<section class="footnotes" data-footnotes>\n<h2 id="footnote-label" class="sr-only">Footnotes</h2>\n<ol>\n',
        '<li id="footnote-t">\n<p>Tulips</p>\n<p>from Leiden',
        ' <a href="#footnote-ref-t" data-footnote-backref aria-label="Back to reference t">\u21a9</a>',
        ' <a href="#footnote-ref-t-2" data-footnote-backref aria-label="Back to reference t">\u21a9<sup>2</sup></a></p>\n',
        '</li>\n</ol>\n</section>\n',
      ].join(''),
    );
  });

  it('has its number from the first mark in the source', async () => {
    const { document } = await render('[^b]: Blue[^c]\n\n[^c]: Cyan\n\nRed[^a][^b]\n\n[^a]: Azure');
    const notes = elements(onlyWithClass(document, 'footnotes'), 'li');
    expect(notes.map(withoutArrow)).toEqual(['Cyan', 'Azure', 'Blue1']);
    expect(elements(document, 'p').map(lineOf)[0]).toBe('Red23');
  });

  it('is listed when nothing refers to it', async () => {
    const { document } = await render('Red[^a].\n\n[^b]: Never used.\n\n[^a]: Used.');
    const notes = elements(onlyWithClass(document, 'footnotes'), 'li');
    expect(notes.map(withoutArrow)).toEqual(['Used.', 'Never used.']);
  });

  it('is listed when nothing refers to any', async () => {
    expect(lineOf((await render('Words.\n\n[^a]: Never used.')).document)).toContain('Never used.');
  });

  it('with the label of another is listed last', async () => {
    const { document } = await render(
      'Red[^a] blue[^b]\n\n[^a]: First.\n\n[^A]: Second.\n\n[^b]: Third.',
    );
    const notes = elements(onlyWithClass(document, 'footnotes'), 'li');
    expect(notes.map(withoutArrow)).toEqual(['First.', 'Third.', 'Second.']);
  });

  it('with the label of one that it contains comes first', async () => {
    const { document } = await render('Red[^a]\n\n[^a]: Outer.\n    [^a]: Inner.');
    const notes = elements(onlyWithClass(document, 'footnotes'), 'li');
    expect(notes.map(withoutArrow)).toEqual(['Outer.', 'Inner.']);
  });

  it('in footnotes becomes text below ten levels', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `${'    '.repeat(i)}[^${i}]: Level ${i}.`);
    const { document } = await render(`One[^0].\n\n${levels.join('\n\n')}`);
    expect(elements(document, 'li')).toHaveLength(10);
    expect(lineOf(document)).toContain('Level 9. [^10]: Level 10. [^11]: Level 11.');
  });

  it('does not leak into the next post', async () => {
    await render('One[^a].\n\n[^a]: First post.');
    expect(lineOf((await render('Two[^a].')).document)).not.toContain('First post');
    expect(lineOf((await render('Three[^x].\n\n[^x]: Third.')).document)).not.toContain(
      'First post',
    );
  });

  it.each([
    ['in paragraphs', (n: number) => `Red.[^${n}]\n\n[^${n}]: tulip\n\n`],
    ['below one another', (n: number) => `[^${n}]: tulip\n`],
    ['on wrapped lines', (n: number) => (n === 0 ? '[^0]: tulip\n' : 'tulip\n')],
    ['with indented lines', (n: number) => (n === 0 ? '[^0]: tulip\n' : 'tulip\n\n    tulip\n')],
  ])('is read in linear time: 5,000 %s', async (_where, line) => {
    const markdown = Array.from({ length: 5_000 }, (_, n) => line(n)).join('');
    const { document } = await render(markdown);
    expect(lineOf(document).split('tulip')).toHaveLength(markdown.split('tulip').length);
  });
});

describe('the mark of a footnote', () => {
  it('does not count for the id, the label and the outline of a heading', async () => {
    const { document, headings } = await render(
      '## Red *tulips[^1]*[^2]\n\n[^1]: Leiden\n\n[^2]: Haarlem',
    );
    expect(headings).toEqual([{ level: 2, id: 'red-tulips', text: 'Red tulips' }]);
    const [anchor] = elements(document, 'a').filter(({ attribs }) => attribs['class'] === 'anchor');
    expect(anchor?.attribs['aria-label']).toBe('Link to \u201cRed tulips\u201d');
  });

  it.each([
    [
      'a frame',
      'Red tulips[^1]\n\n<iframe src="https://player.vimeo.com/video/1"></iframe>',
      'title',
    ],
    ['a table', '<table><caption>Red tulips</caption><tr><td>1</td></tr></table>', 'aria-label'],
    ['a checkbox', '- [ ] Red tulips[^1]', 'aria-label'],
  ])('does not count for the name of %s', async (_what, markdown, attribute) => {
    const { document } = await render(`${markdown}\n\n[^1]: Leiden`);
    expect(attributes(document, attribute)).toContain('Red tulips');
  });

  it.each([
    ['Markdown', '[red[^1] and blue[^2]](https://garden.example/) green'],
    ['HTML', '<a href="https://garden.example/">red[^1] and <b>blue[^2]</b></a> green'],
  ])('in a link of %s follows the link', async (_syntax, markdown) => {
    const { document } = await render(`${markdown}\n\n[^1]: Leiden\n\n[^2]: Haarlem`);
    const [paragraph] = elements(document, 'p');
    expect(paragraph && lineOf(paragraph)).toBe('red and blue12 green');
    for (const link of elements(document, 'a')) expect(elements(link, 'a')).toEqual([]);
  });

  it('is left out of alternative text', async () => {
    const { document } = await render(
      '![Red *tulips[^1]*](https://garden.example/a.png)\n\n[^1]: Leiden',
    );
    expect(attributes(document, 'alt')).toEqual(['Red tulips']);
    expect(lineOf(document)).toContain('Leiden');
  });
});

function withoutArrow(note: Element): string {
  return lineOf(note).replace(/(?: ?\u21a9(?: ?\d)?)+$/, '');
}

const BLOCK = /^(?:p|pre|blockquote|ul|ol|li|table|t[rdh]|hr|section)$/;

/** Blocks and their text, without what only one of the two renderers adds. */
function outlineOf(node: ParentNode): string {
  const children = node.children.map((child) => {
    if (isText(child)) return child.data;
    if (!isTag(child) || isAdded(child)) return '';
    const name = child.name.replace(/^h\d$/, 'h');
    return BLOCK.test(name) || name === 'h' ? ` <${name}> ${outlineOf(child)} ` : outlineOf(child);
  });
  return children.join('').replace(/\s+/g, ' ').trim();
}

function isAdded({ attribs }: Element): boolean {
  return (
    'data-footnote-backref' in attribs ||
    attribs['class'] === 'anchor' ||
    attribs['class'] === 'sr-only'
  );
}
