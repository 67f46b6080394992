/** Report of `npm run import -- --report`: a self-contained HTML page. */
import { Markup, html, type Part } from './markup.ts';
import { PLACE, collapsible, grouped, place, section } from './parts.ts';
import { style } from './style.ts';

export interface ImportReport {
  /** Title of the blog. */
  readonly title: string;
  /** Of the format: "a Google Takeout of Blogger". */
  readonly source: string;
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  /** How much of the texts has arrived. */
  readonly account: readonly {
    readonly kind: string;
    /** Its plural. */
    readonly noun: string;
    readonly arrived: number;
    readonly total: number;
  }[];
  readonly sections: readonly ImportSection[];
}

/** Things of one kind, such as what was left out. */
export interface ImportSection {
  /** For links and JSON: `leftOut`. */
  readonly id: string;
  readonly title: string;
  /** A sentence. */
  readonly about: string;
  readonly rows: readonly ImportRow[];
}

export interface ImportRow {
  /** In the export, or below the content folder. */
  readonly file: string;
  readonly line?: number | undefined;
  /** A title, an address, a text. */
  readonly what: string;
  readonly reason: string;
}

const GENERATOR = '<meta name="generator" content="Perennial import">';

/** Whether the file is such a report, which may be replaced. */
export function isImportReport(text: string): boolean {
  const start = text.slice(0, 1000);
  return start.includes(GENERATOR) || /^\{\s*"version": 1,\s*"command": "import"/.test(start);
}

/** Deterministic: equal reports give equal bytes. */
export function importPage({ title, source, counts, account, sections }: ImportReport): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        ${new Markup(GENERATOR)}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Import: ${title}</title>
        <style>
          ${new Markup(style())}
        </style>
      </head>
      <body>
        <header>
          <p class="site">${title} <span>${source}</span></p>
          <h1>Import</h1>
          <p class="verdict good">
            Imported
            ${listed(
              counts
                .filter(({ count }) => count > 0)
                .map(({ name, count }) => `${grouped(count)} ${name}`),
            )}
          </p>
          <p class="site">
            Arrived, as the pages will show it:
            ${listed(
              account.map(
                ({ noun, arrived, total }) => `${grouped(arrived)} of ${grouped(total)} ${noun}`,
              ),
            )}
          </p>
          <nav aria-label="Contents">
            <ul>
              ${sections.map(contentsItem)}
            </ul>
          </nav>
        </header>
        <main>${sections.map((part) => section(part.id, part.title, bodyOf(part)))}</main>
      </body>
    </html> `.source;
}

function listed(parts: readonly string[]): string {
  return `${parts.length === 0 ? 'nothing' : parts.join(', ')}.`;
}

export function importJson({ title, source, counts, account, sections }: ImportReport): string {
  const report = {
    version: 1,
    command: 'import',
    ...{ title, source },
    counts: Object.fromEntries(counts.map(({ name, count }) => [name, count])),
    arrived: Object.fromEntries(
      account.map(({ kind, arrived, total }) => [kind, { arrived, total }]),
    ),
    ...Object.fromEntries(sections.map(({ id, rows }) => [id, rows])),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function contentsItem({ id, title, rows }: ImportSection): Markup {
  return html` <li class="${rows.length === 0 ? 'zero' : id}">
    <a href="#${id}"><b>${grouped(rows.length)}</b> ${title}</a>
  </li>`;
}

const NONE = html`<p class="none">None.</p>`;

function bodyOf({ about, rows }: ImportSection): Part {
  if (rows.length === 0) return NONE;
  const reasons = new Map<string, ImportRow[]>();
  for (const row of rows) {
    const same = reasons.get(row.reason) ?? [];
    reasons.set(row.reason, same);
    same.push(row);
  }
  const tables = [...reasons].map(([reason, same]) =>
    collapsible({
      title: reason,
      columns: [PLACE, { title: 'What', look: 'text' }],
      rows: same.map(({ file, line, what }) => [
        place(line === undefined ? { file } : { file, line }),
        what,
      ]),
    }),
  );
  return [html`<p>${about}</p>`, ...tables];
}
