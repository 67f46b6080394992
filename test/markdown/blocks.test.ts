/** Tables, code, embeds, alerts and form fields. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf, onlyWithClass, withClass } from '../support/dom.ts';
import { render } from '../support/render.ts';

const TABLE = '| a | b |\n| --- | ---: |\n| 1 | 2 |';

describe('a table', () => {
  it('scrolls in a focusable container', async () => {
    const { document } = await render(TABLE);
    const frame = onlyWithClass(document, 'table-scroll');
    expect(frame.attribs).toMatchObject({ tabindex: '0', role: 'group', 'aria-label': 'Table' });
    expect(elements(frame, 'table')).toHaveLength(1);
  });

  it('gets one container when nested', async () => {
    const inner = '<table><tr><th>x</th></tr></table>';
    const { document } = await render(`<table><tr><th>y</th><td>${inner}</td></tr></table>`);
    expect(elements(document, 'table')).toHaveLength(2);
    expect(withClass(document, 'table-scroll')).toHaveLength(1);
  });

  it('is labelled by its caption', async () => {
    const { document } = await render(
      '<table><caption>Prices</caption><tr><td>1</td></tr></table>',
    );
    expect(onlyWithClass(document, 'table-scroll').attribs['aria-label']).toBe('Prices');
  });

  it.each([
    ['| a | b |\n| - | - |\n| 1 | 2 |', 'table-scroll'],
    ['| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |', 'table-scroll first-column'],
    ['| a | b | c | d |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |', 'table-scroll wide first-column'],
    [`| a | b | c |\n| - | - | - |\n| ${'word '.repeat(9)} | 2 | 3 |`, 'table-scroll'],
    ['<table><tr><td colspan="3">a</td><td>b</td></tr></table>', 'table-scroll wide'],
    [
      '<table><tr><td rowspan="2">a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>',
      'table-scroll',
    ],
  ])('is wide, and keeps its first column in view, by its shape: %s', async (markdown, classes) => {
    const { document } = await render(markdown);
    expect(onlyWithClass(document, 'table-scroll').attribs['class']).toBe(classes);
  });

  it('aligns cells without inline styles', async () => {
    const { document } = await render(TABLE);
    const cells = elements(document, 'th', 'td').map(({ attribs }) => attribs);
    expect(cells).toEqual([{}, { class: 'align-right' }, {}, { class: 'align-right' }]);
  });
});

describe('code', () => {
  it('with a language is highlighted with classes and keeps every character', async () => {
    const code = 'def f(x: str) -> int:\n    """Doc & <tag>."""\n    return len(x)  # done\n';
    const { document } = await render('```python\n' + code + '```');
    const [block] = elements(document, 'code');
    expect(block?.attribs['class']).toBe('language-python');
    const kinds = new Set(elements(document, 'span').map(({ attribs }) => attribs['class']));
    expect(kinds).toContain('tok-keyword');
    expect(kinds).toContain('tok-comment');
    expect(attributes(document, 'style')).toEqual([]);
    expect(rawText(document)).toBe(code.trimEnd());
  });

  it.each([
    ['lua', '```markdown\n~~~ lua\nreturn nil\n~~~\n```'],
    ['go', '```asciidoc\n[source,go]\n----\nreturn nil\n----\n```'],
  ])('is highlighted the same before and after a post with %s', async (language, text) => {
    const before = await render(text);
    await render('```' + language + '\nreturn nil\n```');
    expect((await render(text)).html).toBe(before.html);
  });

  it.each(['', 'text', 'console'])('with the language %j stays plain', async (language) => {
    const { document, codes } = await render('```' + language + '\n$ if x\n```');
    expect(elements(document, 'span')).toEqual([]);
    expect(lineOf(document)).toBe('$ if x');
    expect(codes).toEqual([]);
  });

  it('with an unknown language stays plain, with a warning', async () => {
    const { document, codes } = await render('```klingon\nif x\n```');
    expect(lineOf(document)).toBe('if x');
    expect(codes).toEqual(['code-language-unknown']);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'with the language %s stays plain',
    async (language) => {
      expect((await render('```' + language + '\nx\n```')).codes).toEqual([
        'code-language-unknown',
      ]);
    },
  );

  it('is focusable, for scrolling', async () => {
    const { document } = await render('```\nx\n```');
    expect(elements(document, 'pre')[0]?.attribs['tabindex']).toBe('0');
  });

  it('does not run template syntax', async () => {
    expect(lineOf((await render('{{ 1 + 1 }} {% raw %} `{{ x }}`')).document)).toBe(
      '{{ 1 + 1 }} {% raw %} {{ x }}',
    );
  });
});

describe('an embed', () => {
  it('of a known host is kept, with title, size and page address', async () => {
    const { document } = await render(
      '<iframe width="560" height="315" src="//www.youtube.com/embed/x" style="border:0" onload="x" data-page="https://x.example/" frameborder="0"></iframe>',
    );
    expect(elements(document, 'iframe').map(({ attribs }) => attribs)).toEqual([
      {
        src: 'https://www.youtube-nocookie.com/embed/x?autoplay=1',
        title: 'Embedded content from YouTube',
        'data-page': 'https://www.youtube.com/watch?v=x',
        'data-medium': 'video',
        width: '560',
        height: '315',
      },
    ]);
  });

  it.each([
    ['<iframe title=" A talk " SRC></iframe>', 'A talk'],
    ['## The talk\n\n<iframe SRC></iframe>', 'The talk'],
    ['The talk of 2024\n\n<iframe SRC></iframe>', 'The talk of 2024'],
    ['The talk\n\n<p> <iframe SRC></iframe></p>', 'The talk'],
    ['Here it is:\n\n<iframe SRC></iframe>', 'Embedded content from YouTube'],
    ['The talk\n\n<p>See <iframe SRC></iframe></p>', 'Embedded content from YouTube'],
    ['The talk\n\n---\n\n<iframe SRC></iframe>', 'Embedded content from YouTube'],
    [`${'word '.repeat(25)}\n\n<iframe SRC></iframe>`, 'Embedded content from YouTube'],
  ])('is titled by itself or by the text before it: %s', async (markdown, title) => {
    const { document } = await render(
      markdown.replace('SRC', 'src="https://www.youtube.com/embed/x"'),
    );
    expect(elements(document, 'iframe').map(({ attribs }) => attribs['title'])).toEqual([title]);
  });

  it('in a link becomes its title', async () => {
    const { document } = await render(
      '<a href="https://x.example/"><iframe src="https://player.vimeo.com/video/1"></iframe></a>',
    );
    expect(elements(document, 'iframe')).toEqual([]);
    expect(elements(document, 'a').map(lineOf)).toEqual(['Embedded content from Vimeo']);
  });

  it('of another host becomes a link, with a warning', async () => {
    const { document, codes } = await render('<iframe src="https://x.example/player"></iframe>');
    expect(elements(document, 'iframe')).toEqual([]);
    expect(attributes(document, 'href')).toEqual(['https://x.example/player']);
    expect(codes).toEqual(['embed-host']);
  });
});

describe('an alert', () => {
  it.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'])(
    '%s has a title and text',
    async (kind) => {
      const { document } = await render(`> [!${kind}]\n> Mind the **beans**.`);
      const box = onlyWithClass(document, 'markdown-alert');
      expect(lineOf(box).toLowerCase()).toBe(`${kind.toLowerCase()} mind the beans.`);
      expect(elements(box, 'strong')).toHaveLength(1);
      expect(elements(document, 'svg')).toEqual([]);
    },
  );

  it('of an unknown kind is a blockquote', async () => {
    const { document } = await render('> [!BEANS]\n> Mind them.');
    expect(elements(document, 'blockquote')).toHaveLength(1);
    expect(lineOf(document)).toBe('[!BEANS] Mind them.');
  });

  it.each(['> [!NOTE]\n>|-', '> [!NOTE]\n>  | ---\n# '])(
    'is none in the table %j',
    async (table) => {
      const { document, codes } = await render(table);
      expect(codes).toEqual([]);
      expect(elements(document, 'blockquote')).toHaveLength(1);
      expect(lineOf(document)).toBe('[!NOTE]');
    },
  );
});

it('leaves footnotes and alert titles out of summaries', async () => {
  const { summary } = await render('Red[^1].\n\n> [!NOTE]\n> Thorns.\n\n[^1]: In May.');
  expect(summary).toBe('Red. Thorns.');
});

describe('form fields', () => {
  it('show their state and are disabled', async () => {
    const { document } = await render(
      '- [x] done\n- [ ] *still* open\n  - later\n\n<input type="radio" name="x" checked>',
    );
    const fields = elements(document, 'input').map(({ attribs }) => attribs);
    expect(fields).toEqual([
      { type: 'checkbox', checked: '', disabled: '', 'aria-label': 'done' },
      { type: 'checkbox', disabled: '', 'aria-label': 'still open' },
      { type: 'radio', checked: '', disabled: '' },
    ]);
  });

  it('are labelled by the text beside them', async () => {
    const field = '<input type="radio">';
    const { document } = await render(
      `<p>${field} yes ${field} no<br>perhaps ${field}</p>\n\n<label>${field} never</label>`,
    );
    expect(elements(document, 'input').map(({ attribs }) => attribs['aria-label'])).toEqual([
      'yes',
      'no',
      'perhaps',
      'never',
    ]);
  });
});

describe('the summary', () => {
  it.each([
    ['# Title\n\nWords *of* the post.', 'Words of the post.'],
    ['![](https://x.example/a.png)\n\nAfter a picture.', 'After a picture.'],
    [`${TABLE}\n\nAfter a table.`, 'After a table.'],
    ['```\ncode\n```\n\nAfter code.', 'After code.'],
    ['One[^1].\n\nTwo.\n\n[^1]: Note.', 'One. Two.'],
    ['- a\n- b', 'a b'],
    ['One  \ntwo', 'One two'],
    ['<style>p { color: red }</style>\n\n<script>run()</script>\n\nAfter code.', 'After code.'],
    ['Mail <webmaster at x.example>', 'Mail <webmaster at x.example>'],
    ['', ''],
  ])('of %j is %j', async (markdown, expected) => {
    expect((await render(markdown)).summary).toBe(expected);
  });
});

describe('deep nesting', () => {
  it.each([
    ['quotes', '>'.repeat(8000)],
    // Where the parser still manages: whether it does must not depend on the thread it runs in.
    ['fewer quotes', '>'.repeat(500)],
    ['raw HTML', `${'<div>'.repeat(8000)}x`],
    ['lists', Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')],
  ])('is an error of the post, not of the program: %s', async (_what, markdown) => {
    const { codes, html } = await render(markdown);
    expect(codes).toEqual(['body-too-nested']);
    expect(html).toBe('');
  });

  it('has a limit far beyond what people write', async () => {
    const { codes, document } = await render(`${'>'.repeat(50)} deep`);
    expect(codes).toEqual([]);
    expect(elements(document, 'blockquote')).toHaveLength(50);
  });
});

function rawText(node: Parameters<typeof elements>[0]): string {
  return node.children
    .map((child) => ('children' in child ? rawText(child) : 'data' in child ? child.data : ''))
    .join('')
    .trimEnd();
}
