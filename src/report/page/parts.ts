/** Markup shared by the sections of a report. */
import type { Problem } from '../../lib/problem.ts';
import { html, type Markup, type Part } from './markup.ts';

/** Longer tables are collapsed at first. */
const MAX_OPEN_ROWS = 20;

/** A section that links can target by its id. */
export function section(id: string, title: string, body: Part): Markup {
  return html` <section id="${id}">
    <h2>${title}</h2>
    ${body}
  </section>`;
}

export interface Column {
  readonly title: string;
  /** CSS class of its cells. */
  readonly look: 'place' | 'address' | 'target' | 'status' | 'text';
}

export const PLACE: Column = { title: 'Where', look: 'place' };

/** A collapsible table with its row count. */
export interface CollapsibleTable {
  readonly title: Part;
  /** A paragraph before the table. */
  readonly about?: Part;
  readonly columns: readonly Column[];
  /** One cell per column. */
  readonly rows: readonly (readonly Part[])[];
}

/** `undefined` without rows. */
export function collapsible({ title, about, columns, rows }: CollapsibleTable): Markup | undefined {
  if (rows.length === 0) return undefined;
  const open = rows.length <= MAX_OPEN_ROWS ? html` open` : undefined;
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

/** File and line, with the distinctive part of the path highlighted. */
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
