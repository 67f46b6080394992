/** What verifying a site has found, for people and for programs. */
import type { Finding } from './judge.ts';
import type { Report, Result } from './verify.ts';

type Found = Result & { readonly finding: Finding };

/** How many findings there are of a severity. */
export function countFindings({ results }: Report, severity: Finding['severity']): number {
  return results.filter(({ finding }) => finding?.severity === severity).length;
}

/** Every finding, warnings first; those that ask for the same are told together. Empty without any. */
export function formatFindings({ results }: Report): string {
  const found = results.filter(isFound);
  const keys = new Set(found.map(keyOf));
  return [...keys]
    .map((key) => found.filter((result) => keyOf(result) === key))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(formatGroup)
    .join('\n\n');
}

function keyOf({ finding: { severity, todo } }: Found): string {
  return `${severity} ${todo}`;
}

function isFound(result: Result): result is Found {
  return result.finding !== undefined;
}

function rank([first]: readonly Found[]): number {
  return first?.finding.severity === 'warning' ? 0 : 1;
}

/** Of those that ask for the same, the rest follow in a line each. */
const SHOWN_IN_FULL = 10;

function formatGroup(group: readonly Found[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { severity, todo } = first.finding;
  return [
    `${severity}: ${count(group.length, 'address', 'addresses')}`,
    ...group.map(({ expectation: { address }, finding: { expected, came } }, index) =>
      index < SHOWN_IN_FULL
        ? `  ${address}\n    expected: ${expected}\n    came:     ${came}`
        : `  ${address}: ${came}`,
    ),
    `  To do: ${todo}`,
  ].join('\n');
}

/** @param milliseconds how long it took */
export function summarizeReport(report: Report, milliseconds: number): string {
  const { home, results, median, p99 } = report;
  const now = results.filter((result) => !isOld(result));
  const parts = [
    `${share(now.filter(isPage))} pages`,
    `${share(results.filter(isOld))} old addresses`,
    `${share(now.filter((result) => !isPage(result)))} other addresses`,
  ];
  const errors = countFindings(report, 'error');
  const warnings = countFindings(report, 'warning');
  const tolerated = results.filter(({ isTolerated }) => isTolerated).length;
  return [
    `Verified ${home} in ${(milliseconds / 1000).toFixed(1)} s: ${parts.join(', ')} are right.`,
    `An answer took ${median.toFixed(0)} ms (median), ${p99.toFixed(0)} ms (99 of 100).`,
    ...(tolerated > 0
      ? [
          `${count(tolerated, 'old address is', 'old addresses are')} not known in other letter case; with --case, that is an error.`,
        ]
      : []),
    ...(errors + warnings > 0
      ? [
          `${count(errors, 'error', 'errors')} and ${count(warnings, 'warning', 'warnings')}, listed above.`,
        ]
      : []),
  ].join('\n');
}

function isPage({ expectation }: Result): boolean {
  return expectation.kind === 'page';
}

function isOld({ expectation }: Result): boolean {
  return expectation.isLegacy;
}

/** How many of them are without an error: `7 of 8`. */
function share(results: readonly Result[]): string {
  const good = results.filter(({ finding }) => finding?.severity !== 'error').length;
  return `${good} of ${results.length}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Raised when a field changes its meaning or goes away. */
const VERSION = 1;

/** One JSON document, ending without a line break. The guide to the command line documents the fields. */
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
        came: finding?.came ?? null,
        todo: finding?.todo ?? null,
      })),
    },
    null,
    2,
  );
}
