/** Formats the outcome of `npm run verify` as text and as JSON. */
import { count } from '../lib/wording.ts';
import type { Finding } from './check-response.ts';
import type { Report, Result } from './verify.ts';

type Found = Result & { readonly finding: Finding };

export function countFindings({ results }: Report, severity: Finding['severity']): number {
  return results.filter(({ finding }) => finding?.severity === severity).length;
}

/** Findings grouped by hint, warnings first. Empty if there are none. */
export function formatFindings({ results }: Report): string {
  const found = results.filter(isFound);
  const keys = new Set(found.map(keyOf));
  return [...keys]
    .map((key) => found.filter((result) => keyOf(result) === key))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(formatGroup)
    .join('\n\n');
}

function keyOf({ finding: { severity, hint } }: Found): string {
  return `${severity} ${hint}`;
}

function isFound(result: Result): result is Found {
  return result.finding !== undefined;
}

function rank([first]: readonly Found[]): number {
  return first?.finding.severity === 'warning' ? 0 : 1;
}

/** Findings per group shown in full; the rest take one line each. */
const MAX_IN_FULL = 10;

function formatGroup(group: readonly Found[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { severity, hint } = first.finding;
  return [
    `${severity}: ${count(group.length, 'address', 'addresses')}`,
    ...group.map(({ expectation: { address }, finding: { expected, actual } }, index) =>
      index < MAX_IN_FULL
        ? `  ${address}\n    expected: ${expected}\n    got:      ${actual}`
        : `  ${address}: ${actual}`,
    ),
    `  To do: ${hint}`,
  ].join('\n');
}

/** @param milliseconds duration of the run */
export function summarizeReport(report: Report, milliseconds: number): string {
  const { home, results, median, p99 } = report;
  const current = results.filter((result) => !isOld(result));
  const parts = [
    `${share(current.filter(isPage))} pages`,
    `${share(results.filter(isOld))} old addresses`,
    `${share(current.filter((result) => !isPage(result)))} other URLs`,
  ];
  const errors = countFindings(report, 'error');
  const warnings = countFindings(report, 'warning');
  const allowed = results.filter(({ isAllowed404 }) => isAllowed404).length;
  return [
    `Verified ${home} in ${(milliseconds / 1000).toFixed(1)} s: ${parts.join(', ')} are correct.`,
    `Response time: ${median.toFixed(0)} ms (median), ${p99.toFixed(0)} ms (99th percentile).`,
    ...(allowed > 0
      ? [
          `${count(allowed, 'old address', 'old addresses')} did not work in upper case; with --case, that is an error.`,
        ]
      : []),
    ...(errors + warnings > 0
      ? [`${count(errors, 'error')} and ${count(warnings, 'warning')}, listed above.`]
      : []),
  ].join('\n');
}

function isPage({ expectation }: Result): boolean {
  return expectation.kind === 'page';
}

function isOld({ expectation }: Result): boolean {
  return expectation.isLegacy;
}

/** Results without an error: `7 of 8`. */
function share(results: readonly Result[]): string {
  const good = results.filter(({ finding }) => finding?.severity !== 'error').length;
  return `${good} of ${results.length}`;
}

/** Increased when a field changes its meaning or is removed. */
const VERSION = 1;

/** One JSON document, without a final line break. Documented in docs/guide/command-line.md. */
export function formatReportJson(report: Report, exitCode: number): string {
  const { home, results, median, p99 } = report;
  return JSON.stringify(
    {
      version: VERSION,
      command: 'verify',
      exitCode,
      errors: countFindings(report, 'error'),
      warnings: countFindings(report, 'warning'),
      failure: null,
      problems: [],
      home,
      milliseconds: { median, p99 },
      addresses: results.map(({ expectation, status, hops, final, canonical, finding }) => ({
        address: expectation.address,
        kind: expectation.kind,
        isLegacy: expectation.isLegacy,
        status: status ?? null,
        hops,
        final,
        canonical: canonical ?? null,
        severity: finding?.severity ?? null,
        expected: finding?.expected ?? null,
        came: finding?.actual ?? null,
        todo: finding?.hint ?? null,
      })),
    },
    null,
    2,
  );
}
