/** Migration report of `npm run check -- --report`: a self-contained HTML page. */
import { sortProblems, type Problem } from '../../lib/problem.ts';
import type { Findings } from '../../site/findings.ts';
import { shown } from '../visible.ts';
import { NONE, hasGenerator, reportDocument, type ReportPart } from './document.ts';
import { html, type Markup } from './markup.ts';
import { count } from './parts.ts';
import { problemTables, topicTable } from './problems.ts';
import { redirectTables } from './redirects.ts';
import { SECTIONS, NO_LEGACY_URL } from './topics.ts';

export interface Report extends Findings {
  /** Title of the site. */
  readonly title: string;
  /** URL of the home page. */
  readonly url: string;
  /** Errors and warnings. */
  readonly problems: readonly Problem[];
}

const GENERATOR = 'Perennial report';

/** Whether the file is such a report, which may be replaced. */
export function isReport(text: string): boolean {
  return hasGenerator(text, GENERATOR);
}

/** Deterministic: equal reports give equal bytes. */
export function reportPage(report: Report): string {
  return reportDocument({
    generator: GENERATOR,
    heading: 'Migration report',
    title: report.title,
    about: report.url,
    verdict: verdict(report),
    parts: partsOf(report),
  });
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
