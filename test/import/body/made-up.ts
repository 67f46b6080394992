/** Makes up HTML of old blogs: any element in any other, around text that looks like Markdown. */
/** From 0 up to, but not including, the given number. */
export type Random = (below: number) => number;

const WORDS: readonly [string, ...(readonly string[])] = [
  'word',
  ...['x', '12', '3.', '2)', '*', '**', '_', '__', '`', '``', '#', '-', '+', '---', '>'],
  ...[
    '&lt;stdin&gt;',
    '&lt;b&gt;',
    '&lt;/b&gt;',
    '&amp;lt;',
    '&amp;',
    '&amp;copy',
    '[',
    ']',
    '[x]',
  ],
  ...['[a](b)', '[^1]', '[!NOTE]', '!', '~', '~~', '|', '\\', '\\*', '=', '===', 'a_b', '__init__'],
  ...[
    'a*b',
    'C#',
    'http://a.test/b_c',
    'http://a.test/*b*',
    'www.a.test',
    'a@b.test',
    '"q"',
    '{{ x }}',
  ],
  ...[
    '…',
    '—',
    '重要',
    '：',
    '借',
    '日本語',
    'مرحبا',
    'e\u0301',
    '😀',
    '&nbsp;',
    '[t]:',
    'a | b',
    '1986. A',
  ],
  ...['* * *', '- - -', '-&gt;', '&lt;?php', '&lt;details&gt;', '&lt;pre&gt;', '(b)', 'y,', 'z!'],
];
const INLINE: readonly [string, ...(readonly string[])] = [
  'a',
  'b',
  'i',
  'u',
  'sub',
  'sup',
  'code',
  'span',
  'del',
  'font',
  'mark',
  'small',
  'kbd',
  'q',
];
const ADDRESSES: readonly [string, ...(readonly string[])] = [
  'http://a.test/',
  '/p/a.html',
  'https://a.test/a_(b)',
  'http://a.test/?a=1&amp;copy=2',
  'a b.html',
];

export function madeUpHtml(random: Random): string {
  return new Maker(random).blocks(3);
}

class Maker {
  readonly #below: Random;

  constructor(below: Random) {
    this.#below = below;
  }

  blocks(depth: number): string {
    return this.#some(3, (): string => this.#block(depth) + this.#pick(['', '\n', '<br>']));
  }

  #block(depth: number): string {
    if (depth <= 0) return `<p>${this.#line(2)}</p>`;
    const parts = (): string =>
      this.#pick([(): string => this.#line(2), () => this.blocks(depth - 1)])();
    return this.#pick([
      (): string => `<p>${this.#line(3)}</p>`,
      (): string => `<div>${parts()}</div>`,
      (): string => `<h3>${this.#line(2)}</h3>`,
      (): string => `<ul>${this.#some(3, (): string => `<li>${parts()}</li>`)}</ul>`,
      (): string => `<ol>${this.#some(3, (): string => `<li>${parts()}</li>`)}</ol>`,
      (): string => `<blockquote>${parts()}</blockquote>`,
      (): string => `<pre>${this.#words()}\n\n  ${this.#words()}<br>${this.#words()}</pre>`,
      (): string => this.#table(),
      (): string => '<hr>',
      (): string =>
        `<figure><img src="a.png" alt=""><figcaption>${this.#line(1)}</figcaption></figure>`,
      (): string => '<iframe src="https://www.youtube.com/embed/abc"></iframe>',
      (): string => `<details><summary>${this.#line(1)}</summary>${parts()}</details>`,
      (): string => `<dl><dt>${this.#line(1)}</dt><dd>${this.#line(1)}</dd></dl>`,
      (): string => this.#line(2),
      (): string => `<b>${this.#block(depth - 1)}</b>`,
    ])();
  }

  #table(): string {
    const columns = 1 + this.#below(3);
    const row = (cell: string): string =>
      `<tr>${Array.from({ length: columns }, (): string => `<${cell}>${this.#line(1)}</${cell}>`).join('')}</tr>`;
    return `<table>${this.#pick(['', row('th')])}${row('td')}${row('td')}</table>`;
  }

  #line(depth: number): string {
    return this.#some(3, () =>
      this.#pick([
        (): string => this.#words(),
        (): string => this.#words(),
        (): string => (depth > 0 ? this.#inline(depth) : this.#words()),
        (): string =>
          this.#pick(['<br>', '<br/>\n', '<br><br>', '<img src="a.png" alt="[y] *z*">']),
      ])(),
    );
  }

  #inline(depth: number): string {
    const name = this.#pick(INLINE);
    const attributes = name === 'a' ? ` href="${this.#pick(ADDRESSES)}"` : '';
    const content = this.#pick(['', ' ']) + this.#line(depth - 1) + this.#pick(['', ' ', '<br>']);
    return `${this.#pick(['', ' '])}<${name}${attributes}>${content}</${name}>${this.#pick(['', ' '])}`;
  }

  #words(): string {
    return this.#some(4, (): string => this.#pick(WORDS) + this.#pick(['', ' ', ' ', ' ']));
  }

  #some(most: number, make: () => string): string {
    return Array.from({ length: 1 + this.#below(most) }, make).join('');
  }

  #pick<Choice>(choices: readonly [Choice, ...(readonly Choice[])]): Choice {
    return choices[this.#below(choices.length)] ?? choices[0];
  }
}
