/** Findings of `npm run verify` as text. */
import { expect, it } from 'vitest';
import type { Finding } from '../../src/verify/check-response.ts';
import { formatFindings } from '../../src/verify/report.ts';
import type { Report, Result } from '../../src/verify/verify.ts';

function result(address: string, severity?: Finding['severity'], hint = 'Do this.'): Result {
  return {
    expectation: { kind: 'file', address, isLegacy: false, isPermanent: false, allows404: false },
    status: 200,
    hops: [],
    final: address,
    canonical: undefined,
    isAllowed404: false,
    finding: severity && { severity, expected: 'a file', actual: `nothing at ${address}`, hint },
  };
}

function report(...results: Result[]): Report {
  return { home: 'https://example.org/', results, median: 1, p99: 1 };
}

it('is empty without findings', () => {
  expect(formatFindings(report(result('/a')))).toBe('');
});

it('groups findings by hint, errors last', () => {
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

it('lists every URL, the first ten of a group in full', () => {
  const addresses = Array.from({ length: 12 }, (_, index) => `/${index}`);
  const lines = formatFindings(
    report(...addresses.map((address) => result(address, 'error'))),
  ).split('\n');
  expect(lines).toHaveLength(1 + 10 * 3 + 2 + 1);
  expect(lines.slice(28, 33)).toEqual([
    '  /9',
    '    expected: a file',
    '    got:      nothing at /9',
    '  /10: nothing at /10',
    '  /11: nothing at /11',
  ]);
});
