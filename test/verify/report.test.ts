/** How findings are told to people. */
import { expect, it } from 'vitest';
import type { Finding } from '../../src/verify/judge.ts';
import { formatFindings } from '../../src/verify/report.ts';
import type { Report, Result } from '../../src/verify/verify.ts';

function result(address: string, severity?: Finding['severity'], todo = 'Do this.'): Result {
  return {
    expectation: { kind: 'file', address, isLegacy: false, isPermanent: false, mayBeAbsent: false },
    status: 200,
    hops: [],
    final: address,
    canonical: undefined,
    isTolerated: false,
    finding: severity && { severity, expected: 'a file', came: `nothing at ${address}`, todo },
  };
}

function report(...results: Result[]): Report {
  return { home: 'https://example.org/', results, median: 1, p99: 1 };
}

it('nothing is said when all is well', () => {
  expect(formatFindings(report(result('/a')))).toBe('');
});

it('errors come last, and those that ask for the same together', () => {
  const findings = formatFindings(
    report(
      result('/a', 'error', 'One.'),
      result('/b'),
      result('/c', 'warning', 'Two.'),
      result('/d', 'error', 'Three.'),
      result('/e', 'error', 'One.'),
    ),
  );
  expect(findings.split('\n').filter((line) => !line.startsWith('    '))).toEqual([
    ...['warning: 1 address', '  /c', '  To do: Two.', ''],
    ...['error: 2 addresses', '  /a', '  /e', '  To do: One.', ''],
    ...['error: 1 address', '  /d', '  To do: Three.'],
  ]);
});

it('every address is named, the first ten of a kind in full', () => {
  const addresses = Array.from({ length: 12 }, (_, index) => `/${index}`);
  const lines = formatFindings(
    report(...addresses.map((address) => result(address, 'error'))),
  ).split('\n');
  expect(lines).toHaveLength(1 + 10 * 3 + 2 + 1);
  expect(lines.slice(28, 33)).toEqual([
    '  /9',
    '    expected: a file',
    '    came:     nothing at /9',
    '  /10: nothing at /10',
    '  /11: nothing at /11',
  ]);
});
