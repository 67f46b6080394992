/** Bodies are set as their language does, except for code, and ids and addresses stay. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

/** Text of the body, each paragraph on a line. */
async function set(markdown: string, typography = 'en'): Promise<string> {
  const { document } = await render(markdown, { typography });
  return lineOf(document);
}

describe('quotation marks', () => {
  it.each([
    ['around emphasis', '"*Yes*," she said.', '“Yes,” she said.'],
    ['around a link', 'She said "[yes](#a)".', 'She said “yes”.'],
    ['across a line break', '"One  \ntwo."', '“One two.”'],
    ['around code', '"`it\'s`" and `"x"`\'s end', '“it\'s” and "x"’s end'],
    ['before the mark of a footnote', 'He said "yes"[^1].\n\n[^1]: "No."', '“No.”'],
    ['in a table', '| "a" |\n| --- |\n| it\'s |', '“a” it’s'],
    ['in HTML', '<div>"a" <b>"b"</b></div>', '“a” “b”'],
  ])('%s', async (_, markdown, text) => {
    expect(await set(markdown)).toContain(text);
  });

  it('do not pair across paragraphs', async () => {
    expect(await set('- "a\n- b"\n')).toBe('“a b”');
    expect(await set("It's 5'\n\n6' long")).toBe("It’s 5' 6' long");
  });

  it('are those of each part', async () => {
    const german = '<p lang="de">"Ja" und <i lang="fr">"oui"</i></p>';
    expect(await set(`"Yes" <q lang="de">"ja"</q>\n\n${german}`)).toBe(
      '“Yes” „ja“ „Ja“ und « oui »',
    );
    expect(await set('"Yes" <i lang="ja">"hai"</i> <i lang="?">"so"</i>')).toBe('“Yes” "hai" “so”');
  });
});

it.each([
  ['code', '`"a" -- b...`'],
  ['blocks of code', '```\n"a" -- b...\n```'],
  ['keys and output', "<kbd>\"</kbd> <samp>it's</samp> <var>x'</var>"],
  ['code that an editor left', 'p.p1 {margin: 0; font: 12px "Times"; color: red}'],
])('%s stays', async (_, markdown) => {
  const { html } = await render(markdown, { typography: 'en' });
  expect(html).toBe((await render(markdown)).html);
});

it('attributes and addresses stay', async () => {
  const { document } = await render(
    `![it's](a.png "so--so") [x](https://example.org/it's--x...) https://example.org/a--b...c`,
    { typography: 'en', files: ['a.png'] },
  );
  expect(attributes(document, 'alt')).toEqual(["it's"]);
  expect(attributes(document, 'href')).toEqual([
    "https://example.org/it's--x...",
    'https://example.org/a--b...c',
  ]);
  expect(lineOf(document)).toContain('https://example.org/a--b...c');
});

it('ids of headings stay, and the contents name headings as the text does', async () => {
  const markdown = `## It's "so"--and \`it's\`...\n\nText.`;
  const [plain, typeset] = await Promise.all([
    render(markdown),
    render(markdown, { typography: 'en' }),
  ]);
  const ids = ({ document }: typeof plain) =>
    elements(document, 'h2').map(({ attribs }) => attribs['id']);
  expect(ids(typeset)).toEqual(ids(plain));
  expect(typeset.headings).toEqual([{ level: 2, id: ids(plain)[0], text: "It’s “so”—and it's…" }]);
});

it('summaries are set, descriptions of the front matter before', async () => {
  const { summary } = await render(`"It's" -- so...`, { typography: 'en' });
  expect(summary).toBe('“It’s” — so…');
});
