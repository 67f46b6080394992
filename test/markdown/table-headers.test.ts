/** Detection of table headers. */
import { describe, expect, it } from 'vitest';
import { elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

/** Each header as `scope: words`. */
async function headersOf(markdown: string): Promise<string[]> {
  const { document } = await render(markdown);
  return elements(document, 'th').map((th) => `${th.attribs['scope'] ?? ''}: ${lineOf(th)}`);
}

function table(...rows: (readonly string[])[]): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>${cells.join('')}</table>`;
}

describe('an empty header row', () => {
  it('is removed with its thead', async () => {
    const { document } = await render('| | |\n| - | - |\n| a | b |\n| c | d |\n');
    expect(elements(document, 'thead', 'th')).toEqual([]);
    expect(elements(document, 'td').map(lineOf)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('an empty header cell', () => {
  it('becomes a data cell', async () => {
    const { document } = await render('| a | |\n| - | - |\n| b | c |\n');
    expect(elements(document, 'thead')).toHaveLength(1);
    expect(elements(document, 'th').map(lineOf)).toEqual(['a']);
  });

  it('in the corner makes the first column row headers', async () => {
    expect(
      await headersOf(
        '| | Yes | No |\n| - | - | - |\n| Ann | 1 | 2 |\n| | 3 | 4 |\n| Bob | 5 | 6 |\n',
      ),
    ).toEqual(['col: Yes', 'col: No', 'row: Ann', 'row: Bob']);
  });
});

describe('cells that look like headers', () => {
  it.each([
    [
      'a bold row',
      table(['<b>Name</b>', '<p><strong>Votes</strong></p>'], ['Ann', '1']),
      ['col: Name', 'col: Votes'],
    ],
    ['a bold column', table(['<b>Ann</b>', '1'], ['<b>Bob</b>', '2']), ['row: Ann', 'row: Bob']],
    [
      'both',
      table(['<b>Name</b>', '<b>Votes</b>'], ['<b>Ann</b>', '1'], ['<b>Bob</b>', '2']),
      ['col: Name', 'col: Votes', 'row: Ann', 'row: Bob'],
    ],
    [
      'names above dates',
      table(['Date', 'Milestone'], ['May 1', 'a'], ['June 2', 'b'], ['July 3', 'c']),
      ['col: Date', 'col: Milestone'],
    ],
    [
      'names of fields',
      table(['Ann', '<input type="radio"> yes'], ['Bob', '<input type="radio"> yes']),
      ['row: Ann', 'row: Bob'],
    ],
    [
      'a bold column below headers',
      '| Name | Votes |\n| - | - |\n| **Ann** | 1 |\n| **Bob** | 2 |\n',
      ['col: Name', 'col: Votes', 'row: Ann', 'row: Bob'],
    ],
  ])('become headers: %s', async (_what, markdown, headers) => {
    expect(await headersOf(markdown)).toEqual(headers);
  });

  it.each([
    ['plain cells', table(['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h'])],
    ['some bold names', table(['<b>Ann</b>', '1'], ['Bob', '2'])],
    ['all bold', table(['<b>a</b>', '<b>b</b>'], ['<b>c</b>', '<b>d</b>'])],
    ['a word in bold', table(['<b>Ann</b> B.', '<b>1</b>'], ['C', '2'])],
    ['few rows', table(['Date', 'Milestone'], ['May 1', 'a'], ['June 2', 'b'])],
    [
      'cells over several columns',
      table(['Name', 'Votes'], ['Ann', '1'], ['Bob', '2'], ['Cid', '3']).replace(
        '<td>',
        '<td colspan="2">',
      ),
    ],
    ['a single column of bold words', table(['<b>Ann</b>'], ['<b>Bob</b>'])],
  ])('stay cells when unclear: %s', async (_what, markdown) => {
    expect(await headersOf(markdown)).toEqual([]);
  });

  it('of a nested table belong to that table', async () => {
    const inner = table(['<b>Name</b>', '<b>Votes</b>'], ['Ann', '1']);
    expect(await headersOf(table(['a', inner], ['c', 'd']))).toEqual(['col: Name', 'col: Votes']);
  });
});
