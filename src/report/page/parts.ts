/** Pieces of a report that its sections share. */
import type { Problem } from '../../lib/problem.ts';
import { html, type Markup, type Part } from './markup.ts';

/** A table with more rows is closed until somebody opens it. */
const OPEN_UP_TO = 20;

/** A part of the page with an address of its own. */
export function section(id: string, title: string, body: Part): Markup {
  return html` <section id="${id}">
    <h2>${title}</h2>
    ${body}
  </section>`;
}

export interface Column {
  readonly title: string;
  /** What its cells look like. */
  readonly look: 'place' | 'address' | 'target' | 'status' | 'text';
}

export const PLACE: Column = { title: 'Where', look: 'place' };

/** A table that can be opened and closed, with the number of its rows. */
export interface FoldedTable {
  readonly title: Part;
  /** A paragraph before the table. */
  readonly about?: Part;
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly Part[])[];
}

/** Nothing when there are no rows. */
export function folded({ title, about, columns, rows }: FoldedTable): Markup | undefined {
  if (rows.length === 0) return undefined;
  const open = rows.length <= OPEN_UP_TO ? html` open` : undefined;
  const heads = columns.map((column) => html`<th scope="col">${column.title}</th>`);
  return html`
<details${open}>
<summary><h3>${title}</h3> <span class="number">${grouped(rows.length)}</span></summary>
${about === undefined ? undefined : html`<p>${about}</p>`}
<table>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((cells) => row(columns, cells))}
</tbody>
</table>
</details>`;
}

function row(columns: readonly Column[], cells: readonly Part[]): Markup {
  return html` <tr>
    ${columns.map(({ look }, index) => html`<td class="${look}">${cells[index]}</td>`)}
  </tr>`;
}

/** File and line, so that what tells one post from another stands out. */
export function place({ file, line }: Pick<Problem, 'file' | 'line'>): Markup {
  const [, before = '', name = file, after = ''] =
    /^(.*\/)?([^/]+)(\/index\.md)$/.exec(file) ?? /^(.*\/)([^/]+)$/.exec(file) ?? [];
  const number = line === undefined ? undefined : html`:<b>${line}</b>`;
  return html`<span>${before}</span>${name}<span>${after}${number}</span>`;
}

/** `1 post`, `1,108 posts`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

export function grouped(number: number): string {
  return number.toLocaleString('en-US');
}
