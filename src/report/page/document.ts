/** The page around the parts of a report: what all reports have in common. */
import { Markup, html, type Part } from './markup.ts';
import { grouped, section } from './parts.ts';
import { style } from './style.ts';

/** A section and its entry in the table of contents. */
export interface ReportPart {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly body: Part;
}

export interface ReportDocument {
  /** Tells this kind of report from other files: "Perennial report". */
  readonly generator: string;
  readonly heading: string;
  /** Title of the site. */
  readonly title: string;
  /** What the report is about, beside the title. */
  readonly about: string;
  /** Paragraphs. */
  readonly verdict: Part;
  readonly parts: readonly ReportPart[];
}

/** What a section without rows says. */
export const NONE = html`<p class="none">None.</p>`;

/** Whether the text of a file is a report of this kind, which may be replaced. */
export function hasGenerator(text: string, generator: string): boolean {
  return text.slice(0, 1000).includes(generatorTag(generator));
}

function generatorTag(generator: string): string {
  return `<meta name="generator" content="${generator}">`;
}

/** Deterministic: equal reports give equal bytes. */
export function reportDocument(report: ReportDocument): string {
  const { generator, heading, title, about, verdict, parts } = report;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        ${new Markup(generatorTag(generator))}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${heading}: ${title}</title>
        <style>
          ${new Markup(style())}
        </style>
      </head>
      <body>
        <header>
          <p class="site">${title} <span>${about}</span></p>
          <h1>${heading}</h1>
          ${verdict}
          <nav aria-label="Contents">
            <ul>
              ${parts.map(contentsItem)}
            </ul>
          </nav>
        </header>
        <main>${parts.map(({ id, title: name, body }) => section(id, name, body))}</main>
      </body>
    </html> `.source;
}

function contentsItem({ id, title, rows }: ReportPart): Markup {
  const look = rows === 0 ? 'zero' : id;
  return html` <li class="${look}">
    <a href="#${id}"><b>${grouped(rows)}</b> ${title}</a>
  </li>`;
}
