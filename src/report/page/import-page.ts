/** Report of `npm run import -- --report`: a self-contained HTML page. */
import { NONE, hasGenerator, reportDocument } from './document.ts';
import { html, type Part } from './markup.ts';
import { PLACE, collapsible, grouped, place } from './parts.ts';

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

const GENERATOR = 'Perennial import';

/** Whether the file is such a report, which may be replaced. */
export function isImportReport(text: string): boolean {
  return (
    hasGenerator(text, GENERATOR) ||
    /^\{\s*"version": 1,\s*"command": "import"/.test(text.slice(0, 1000))
  );
}

/** Deterministic: equal reports give equal bytes. */
export function importPage({ title, source, counts, account, sections }: ImportReport): string {
  const imported = counts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${grouped(count)} ${name}`);
  const arrived = account.map(
    ({ noun, arrived: some, total }) => `${grouped(some)} of ${grouped(total)} ${noun}`,
  );
  return reportDocument({
    ...{ generator: GENERATOR, heading: 'Import', title, about: source },
    verdict: [
      html`<p class="verdict good">Imported ${listed(imported)}</p>`,
      html`<p class="site">Arrived, as the pages will show it: ${listed(arrived)}</p>`,
    ],
    parts: sections.map((one) => ({ ...one, rows: one.rows.length, body: bodyOf(one) })),
  });
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
