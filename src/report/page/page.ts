/** Migration report of `npm run check -- --report`: a self-contained HTML page. */
import { sortProblems, type Problem } from '../../lib/problem.ts';
import type { Findings } from '../../site/findings.ts';
import { shown } from '../visible.ts';
import { Markup, html, type Part } from './markup.ts';
import { count, grouped, section } from './parts.ts';
import { problemTables, topicTable } from './problems.ts';
import { redirectTables } from './redirects.ts';
import { style } from './style.ts';
import { SECTIONS, NO_LEGACY_URL } from './topics.ts';

export interface Report extends Findings {
  /** Title of the site. */
  readonly title: string;
  /** URL of the home page. */
  readonly url: string;
  /** Errors and warnings. */
  readonly problems: readonly Problem[];
}

const GENERATOR = '<meta name="generator" content="Perennial report">';

/** Whether the file is such a report, which may be replaced. */
export function isReport(text: string): boolean {
  return text.slice(0, 1000).includes(GENERATOR);
}

/** Deterministic: equal reports give equal bytes. */
export function reportPage(report: Report): string {
  const parts = partsOf(report);
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        ${new Markup(GENERATOR)}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Migration report: ${report.title}</title>
        <style>
          ${new Markup(style())}
        </style>
      </head>
      <body>
        <header>
          <p class="site">${report.title} <span>${report.url}</span></p>
          <h1>Migration report</h1>
          ${verdict(report)}
          <nav aria-label="Contents">
            <ul>
              ${parts.map(contentsItem)}
            </ul>
          </nav>
        </header>
        <main>${parts.map(({ id, title, body }) => section(id, title, body))}</main>
      </body>
    </html> `.source;
}

/** A section and its entry in the table of contents. */
interface ReportPart {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly body: Part;
}

function partsOf({ problems, notes, redirects }: Report): ReportPart[] {
  const sorted = sortProblems([...problems, ...notes]).map(shown);
  const errors = sorted.filter(({ severity }) => severity === 'error');
  const warnings = sorted.filter(({ severity }) => severity === 'warning');
  return [
    {
      id: 'errors',
      title: 'Errors',
      rows: errors.length,
      body: errors.length === 0 ? NONE : problemTables(errors),
    },
    {
      id: 'warnings',
      title: 'Warnings',
      rows: warnings.length,
      body: warnings.length === 0 ? NONE : problemTables(warnings),
    },
    {
      id: 'redirects',
      title: 'Old addresses',
      rows: redirects.length,
      body: [
        redirects.length === 0 ? NONE : redirectTables(redirects),
        topicTable(NO_LEGACY_URL, sorted),
      ],
    },
    ...SECTIONS.map(({ id, title, topics }) => {
      const rows = sorted.filter(({ code }) => topics.some((topic) => topic.code === code)).length;
      const tables = topics.map((topic) => topicTable(topic, sorted));
      return { id, title, rows, body: rows === 0 ? NONE : tables };
    }),
  ];
}

const NONE = html`<p class="none">None.</p>`;

function contentsItem({ id, title, rows }: ReportPart): Markup {
  const look = rows === 0 ? 'zero' : id;
  return html` <li class="${look}">
    <a href="#${id}"><b>${grouped(rows)}</b> ${title}</a>
  </li>`;
}

function verdict({ problems, redirects }: Report): Markup {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (errors > 0)
    return html`<p class="verdict bad">
      <strong>Not ready to switch.</strong> ${count(errors, 'error')}
      ${errors === 1 ? 'prevents' : 'prevent'} the build; nothing is published until
      ${errors === 1 ? 'it is' : 'they are'} fixed.
    </p>`;
  const urls = `${count(redirects.length, 'old address', 'old addresses')} ${redirects.length === 1 ? 'is' : 'are'} handled`;
  if (warnings > 0)
    return html`<p class="verdict fair">
      <strong>Ready to switch once you have read ${count(warnings, 'warning')}.</strong> The site
      builds, and ${urls}; the warnings list what readers would miss.
    </p>`;
  return html`<p class="verdict good">
    <strong>Ready to switch.</strong> The site builds without warnings, and ${urls}.
  </p>`;
}
