/** Titles, numbers and marks of code blocks, in the syntax that other programs share. */
import { describe, expect, it } from 'vitest';
import { feedContent } from '../../../src/outputs/feeds/content.ts';
import { elements, hasClass, lineOf, onlyWithClass, textOf, withClass } from '../../support/dom.ts';
import { render, type Rendered } from '../../support/render.ts';

const FIVE = 'one\ntwo\nthree\nfour\nfive';

function block(info: string, code = FIVE): Promise<Rendered> {
  return render(`\`\`\`${info}\n${code}\n\`\`\``);
}

/** Elements and texts of the lines: `mark one`. */
function linesOf({ document }: Rendered): string[] {
  return withClass(document, 'line').map((line) => `${line.name} ${textOf(line).trimEnd()}`);
}

function numbersOf({ document }: Rendered): (string | undefined)[] {
  return withClass(document, 'line').map(({ attribs }) => attribs['data-line']);
}

describe('a code block', () => {
  it.each([
    ['py title="app.py"', 'app.py', 'Python'],
    ['js title=\'a "b" c\'', 'a "b" c', 'JavaScript'],
    ['title="notes.txt"', 'notes.txt', undefined],
    ['ts {1} title="src/List<T>.ts"', 'src/List<T>.ts', 'TypeScript'],
    ['text title=app', 'app', undefined],
  ])('with %s has a title and the name of its language', async (info, title, language) => {
    const { document, codes } = await block(info);
    const frame = onlyWithClass(document, 'code-frame');
    expect(frame.name).toBe('figure');
    expect(elements(frame, 'figcaption').map(lineOf)).toEqual([title]);
    expect(frame.attribs['data-language']).toBe(language);
    expect(codes).toEqual([]);
  });

  it('without a title has a frame without text', async () => {
    const { document } = await block('python');
    const frame = onlyWithClass(document, 'code-frame');
    expect([frame.name, frame.attribs['data-language']]).toEqual(['div', 'Python']);
    expect(lineOf(frame)).toBe(FIVE.replaceAll('\n', ' '));
    expect(withClass(document, 'line')).toEqual([]);
  });

  it.each([
    ['js {1,3-4}', ['mark one', 'span two', 'mark three', 'mark four', 'span five']],
    ['js{2}', ['span one', 'mark two', 'span three', 'span four', 'span five']],
    ['{ 5 }', ['span one', 'span two', 'span three', 'span four', 'mark five']],
    ['js mark={1} {2}#a', ['mark one', 'mark two', 'span three', 'span four', 'span five']],
    ['js ins={1-2} del={4}', ['ins +one', 'ins +two', 'span  three', 'del -four', 'span  five']],
  ])('with %s marks lines', async (info, lines) => {
    const rendered = await block(info);
    expect(linesOf(rendered)).toEqual(lines);
    expect(rendered.codes).toEqual([]);
  });

  it.each([
    ['js showLineNumbers', '1'],
    ['showLineNumbers', '1'],
    ['js showLineNumbers{7}', '7'],
    ['js showLineNumbers=7', '7'],
    ['js showLineNumbers startLineNumber=7', '7'],
    ['js showLineNumbers=true startLine=7', '7'],
  ])('with %s numbers its lines', async (info, first) => {
    const rendered = await block(info);
    expect(numbersOf(rendered)).toEqual(
      [0, 1, 2, 3, 4].map((line) => String(Number(first) + line)),
    );
  });

  it.each(['js', 'js showLineNumbers=false', 'js copy=true wrap', 'js {a} { } {1', 'js title=""'])(
    'with %s has no lines and no title',
    async (info) => {
      const rendered = await block(info);
      expect(withClass(rendered.document, 'line')).toEqual([]);
      expect(elements(rendered.document, 'figcaption')).toEqual([]);
      expect(rendered.codes).toEqual([]);
    },
  );

  it('keeps every character of the code, whatever its marks', async () => {
    const code = 'if (a < b) {\n\n  c("é");\t\n}';
    const { document, html } = await block('js {1} showLineNumbers title="a"', code);
    expect(elements(document, 'code').map(textOf)).toEqual(['a', `${code}\n`]);
    expect(html).not.toContain('data-options');
  });

  it('warns of a mark for a line that it does not have', async () => {
    const { problems } = await block('js {2,6-9}');
    expect(problems).toMatchObject([
      {
        code: 'code-line-missing',
        severity: 'warning',
        near: '{2,6-9}',
        message: 'The code block marks line 6, but its code has only 5 lines.',
      },
    ]);
  });

  it.each([
    ['sixty letters', 'a'.repeat(60), '', true],
    ['fifty letters', 'a'.repeat(50), '', false],
    ['fifty-four letters and numbers', 'a'.repeat(54), 'showLineNumbers', true],
    ['thirty ideographs', '木'.repeat(30), '', true],
    ['fifteen tabs', '\t'.repeat(15), '', true],
    ['many short lines', 'a\n'.repeat(5000), '', false],
  ])('of %s may be wider than the text: %#', async (_what, code, info, isWide) => {
    const { document } = await block(info, code);
    expect(hasClass(onlyWithClass(document, 'code-frame'), 'wide')).toBe(isWide);
  });

  it('survives the sanitiser of raw HTML with all of this', async () => {
    const code = '```js {1} ins={2} showLineNumbers title="a.js"\nlet a;\nlet b;\n```';
    const { html } = await render(code);
    expect((await render(`${code}\n\n<i>Raw</i>`)).html).toContain(html.trim());
  });
});

describe('a diff', () => {
  it('of a language is highlighted, and its signs are no part of the code', async () => {
    const rendered = await block('diff lang="js"', '  let a;\n- a = 1;\n+ a = 2;\n');
    expect(linesOf(rendered)).toEqual(['span  let a;', 'del -a = 1;', 'ins +a = 2;', 'span ']);
    const { document } = rendered;
    expect(withClass(document, 'sign').map(textOf)).toEqual([' ', '-', '+', ' ']);
    expect(withClass(document, 'tok-keyword').map(textOf)).toContain('let');
    expect(onlyWithClass(document, 'code-frame').attribs['data-language']).toBe('JavaScript');
  });

  it('keeps indented lines in place where others have no column for the signs', async () => {
    expect(linesOf(await block('diff', 'a {\n  b\n+  c\n}'))).toEqual([
      'span  a {',
      'span    b',
      'ins +  c',
      'span  }',
    ]);
  });

  it('for programs keeps its signs in the code', async () => {
    const patch = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new';
    const rendered = await block('diff', patch);
    expect(linesOf(rendered)).toEqual([
      'span --- a/x',
      'span +++ b/x',
      'span @@ -1 +1 @@',
      'del -old',
      'ins +new',
    ]);
    expect(withClass(rendered.document, 'sign')).toEqual([]);
  });
});

describe('a feed', () => {
  it('has the code and its title, and nothing that needs a stylesheet', async () => {
    const { parts } = await render(
      '```js title="a.js" {1}\nlet a;\n```\n\n```diff lang="js"\n-let b;\n+let c;\n```',
    );
    expect(feedContent(parts, 'https://example.org/a/')).toBe(
      '<figure class="code-frame" data-language="JavaScript"><figcaption><code>a.js</code></figcaption>' +
        '<pre tabindex="0"><code class="language-js">let a;\n</code></pre></figure>\n' +
        '<pre tabindex="0"><code class="language-diff">-let b;\n+let c;\n</code></pre>\n',
    );
  });
});
