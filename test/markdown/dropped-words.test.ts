/** Warnings about words that Markdown does not show. */
import { describe, expect, it } from 'vitest';
import { lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

describe('a cell beyond the header of its table', () => {
  it('is named with its line', async () => {
    const { problems } = await render(
      'Tools:\n\n| Task | Command |\n| --- | --- |\n| list | `ls` |\n| count | `ls | wc` | since 1971 |',
    );
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'table-cell-extra', bodyLine: 6 },
    ]);
    expect(problems[0]?.message).toContain('"wc` | since 1971"');
    expect(problems[0]?.hint).toContain('\\|');
  });

  it.each([
    ['of a table in a quotation', '> | a |\n> | - |\n> | b | thorn |', 3],
    ['of a table in a list', '- x\n\n  | a |\n  | - |\n  | b | thorn |', 5],
    ['of a table in a footnote', '[^1]: | a |\n    | - |\n    | b | thorn |', 3],
    ['of a row without outer bars', 'a | b\n- | -\nc | d | thorn', 3],
    ['after a backslash that is itself escaped', '| a | b |\n| - | - |\n| c\\\\| d | thorn |', 3],
    ['after an empty one', '| a |\n| - |\n| b | | thorn |', 3],
    ['of the second of two equal rows', '| a |\n| - |\n| b |\n| c | thorn |\n| c | thorn |', 5],
  ])('is found: %s', async (_where, markdown, line) => {
    const { problems } = await render(markdown);
    const found = problems.filter(({ code }) => code === 'table-cell-extra');
    expect(found.at(-1)).toMatchObject({ bodyLine: line });
    expect(found.at(-1)?.message).toContain('"thorn"');
  });

  it.each([
    ['is not one if its bar is escaped', '| a | b |\n| - | - |\n| `c \\| d` | e \\| f |'],
    ['needs no warning if it is empty', '| a |\n| - |\n| b | | |'],
    ['is not one if the row is short', '| a | b |\n| - | - |\n| c |'],
    ['is not one in code', '```text\n| a |\n| - |\n| b | c |\n```'],
  ])('%s', async (_what, markdown) => {
    expect((await render(markdown)).codes).toEqual([]);
  });
});

describe('a definition of no link', () => {
  it.each([
    ['[Rosa]: Hello!', 'Hello!'],
    ['[Note]: corrected', 'corrected'],
    ['[Rosa]: "Hello!"', 'Hello!'],
    ['[Score]: 3/4', '3/4'],
    ['[Time]: 10:30', '10:30'],
    ['[Price]: 5.30', '5.30'],
    ['[Rosa]: ...', '...'],
    ['[^my note]: Leiden', 'Leiden'],
    ['> [Rosa]: Hello!', 'Hello!'],
    ['[Rosa]:\nHello!', 'Hello!'],
    ['[Rosa]: Hello!\n"indeed"', 'indeed'],
  ])('is a warning if it looks like words: %s', async (markdown, word) => {
    const { problems } = await render(`Roses.\n\n${markdown}`);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'definition-unused', bodyLine: 3 },
    ]);
    expect(problems[0]?.message).toContain(word);
  });

  it('is shown after a backslash, as the hint says', async () => {
    const { problems } = await render('[Rosa]: Hello!');
    const advised = /`(\\[^`]+)`/.exec(problems[0]?.hint ?? '')?.[1] ?? '';
    const { document, codes } = await render(advised);
    expect(lineOf(document)).toBe('[Rosa]: Hello!');
    expect(codes).toEqual([]);
  });

  it('has a warning each, at its line', async () => {
    const { problems } = await render('[Rosa]: Yes!\n\n[Lily]: No.\n\n[Rosa]: Yes!');
    expect(problems.map(({ bodyLine }) => bodyLine)).toEqual([1, 3, 5]);
  });

  it.each([
    '[guide]: https://garden.example/',
    '[guide]: //garden.example/',
    '[guide]: /guide/',
    '[guide]: guide/',
    '[guide]: ./guide',
    '[guide]: guide.md',
    '[guide]: guide.html#roses',
    '[guide]: #roses',
    '[guide]: <>',
    '[guide]: mailto:rosa@garden.example "Write"',
    '[//]: # (to be continued)',
    '[//]: # "to be continued"',
    '[comment]: <> (to be continued)',
    '[#]: later',
    '[Rosa]: Hello there',
    '```text\n[Rosa]: Hello!\n```',
  ])('needs no warning: %s', async (markdown) => {
    expect((await render(markdown)).codes).toEqual([]);
  });

  it.each(['[Rosa]', '[Rosa][]', '[she][rosa]', '![she][ROSA]', '[*she* and he][ rosa ]'])(
    'is none if there is the link %s',
    async (link) => {
      const { codes } = await render(`${link}\n\n[Rosa]: photo`);
      expect(codes).not.toContain('definition-unused');
    },
  );
});

describe('a second definition', () => {
  it('of a link is a warning with the address that is not used', async () => {
    const { problems, html } = await render('[a]\n\n[a]: /one/\n\n[A]: /two/');
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'definition-twice', bodyLine: 5 },
    ]);
    expect(problems[0]?.message).toContain('"/two/"');
    expect(html).toContain('href="/one/"');
  });

  it('of a link with the same address needs no warning', async () => {
    expect((await render('[a]\n\n[a]: /one/\n[a]: /one/')).codes).toEqual([]);
  });

  it('of a footnote is a warning', async () => {
    const { problems } = await render('x[^a]\n\n[^a]: First.\n\n[^A]: Second.');
    expect(problems).toMatchObject([{ severity: 'warning', code: 'footnote-twice', bodyLine: 5 }]);
    expect(problems[0]?.message).toContain('[^A]');
  });
});

describe('a null character', () => {
  it('is shown as a replacement character, with a warning', async () => {
    const { document, problems } = await render('Roses\n\nare\0red\0 and\0blue');
    expect(lineOf(document)).toBe('Roses are\ufffdred\ufffd and\ufffdblue');
    expect(problems).toMatchObject([{ severity: 'warning', code: 'character-null', bodyLine: 3 }]);
    expect(problems[0]?.message).toContain('2 more');
  });

  it('moves no other warning to another line', async () => {
    const { problems } = await render('Roses\0\n\n| a |\n| - |\n| b\0 | c |');
    expect(problems).toMatchObject([{ bodyLine: 1 }, { code: 'table-cell-extra', bodyLine: 5 }]);
  });
});

it.each([
  ['definitions', Array.from({ length: 20_000 }, (_, n) => `[${n}]: x${n}`).join('\n\n'), 20_000],
  ['cells', `| a |\n| - |\n${'| b | c |\n'.repeat(5_000)}`, 5_000],
  ['escaped bars', `| a |\n| - |\n| ${'\\|'.repeat(200_000)} | b \\`, 1],
])('is found in linear time: %s', async (_what, markdown, count) => {
  const { codes } = await render(markdown);
  expect(codes).toHaveLength(count);
});

describe('a space in an address', () => {
  const FILES = ['My Photo.JPG', 'my file', 'Plan (old) 2.pdf'];
  const rendered = async (markdown: string) => {
    const { problems } = await render(markdown, { files: FILES });
    return problems.filter(({ code }) => code === 'address-space');
  };

  it.each([
    ['![a](My Photo.JPG)', '![a](<My Photo.JPG>)'],
    ['![a](My Photo.JPG "In May")', '![a](<My Photo.JPG> "In May")'],
    ["![a](./img/x y.heic 'In May')", "![a](<./img/x y.heic> 'In May')"],
    ['![](gone photo.png?x#y)', '![](<gone photo.png?x#y>)'],
    ['See [the plan](Plan (old) 2.pdf).', '[the plan](<Plan (old) 2.pdf>)'],
    ['[text](my file)', '[text](<my file>)'],
    ['[<b>the</b> `plan`](other plan.pdf)', '[\u2026the\u2026 \u2026](<other plan.pdf>)'],
    ['[site](https://site.example/my file)', '[site](<https://site.example/my file>)'],
    ['**![a](My Photo.JPG)**', '![a](<My Photo.JPG>)'],
    ['[![a](My Photo.JPG)](https://site.example/)', '![a](<My Photo.JPG>)'],
    ['# ![a](My Photo.JPG)', '![a](<My Photo.JPG>)'],
    ['- x\n- ![a](My Photo.JPG)', '![a](<My Photo.JPG>)'],
    ['| a |\n| - |\n| ![a](My Photo.JPG) |', '![a](<My Photo.JPG>)'],
    ['[plan]: my file\n\n[plan]', '[plan]: <my file>\n\n[plan]'],
    ['x\n[plan]: My Photo.JPG "In May"', '[plan]: <My Photo.JPG> "In May"\n\n[plan]'],
    ['![a < b](My Photo.JPG)', '![a < b](<My Photo.JPG>)'],
    ['![a](x > y.png)', '![a](x%20>%20y.png)'],
  ])('is named with what works: %s', async (markdown, remedy) => {
    const problems = await rendered(markdown);
    expect(problems).toMatchObject([{ severity: 'warning' }]);
    expect(problems[0]?.hint).toContain(`\`${remedy.replace(/\n.*/s, '')}\``);
    // And it does work.
    const { html } = await render(remedy, { files: FILES });
    expect(html).toMatch(/<(?:img|a) /);
    expect(await rendered(remedy)).toEqual([]);
  });

  it('is found at its line', async () => {
    const image = '![a](My Photo.JPG)';
    const code = ['```text', image, '```', '', `    ${image}`].join('\n');
    const markdown = `${code}\n\nOne\n${image}\n\n> two\n> ${image}\n\n| a |\n| - |\n| b |\n| ${image} |\n\n- ${code.replaceAll('\n', '\n  ')}\n- ${image}\n`;
    const lines = markdown.split('\n').flatMap((line, index) => {
      const isText = /^(?:[>|] |- )?!\[/.test(line);
      return isText && line !== image ? [index + 1] : [];
    });
    expect((await rendered(markdown)).map(({ bodyLine }) => bodyLine)).toEqual([8, ...lines]);
  });

  it.each([
    '`![a](My Photo.JPG)`',
    '```text\n![a](My Photo.JPG)\n```',
    '<pre>![a](My Photo.JPG)</pre>',
    '\\![a\\](My Photo.JPG)',
    '[note](see below)',
    '[Rosa]: I saw my file',
    '[Rosa]: see main.py "there"',
    'Wow![1](see e.g. page 3)',
    'f[0](x, y.z)',
    '[sic](1.5 million)',
    '[a](x.pdf "A b.pdf")',
    '[a]( x.pdf )',
    '[a] (my file.pdf)',
    '[a](my\nfile.pdf)',
  ])('is none in %s', async (markdown) => {
    expect(await rendered(markdown)).toEqual([]);
  });
});
