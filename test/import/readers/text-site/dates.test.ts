import { expect, it } from 'vitest';
import { EntryDates, inUtc } from '../../../../src/import/readers/text-site/dates.ts';

const berlin = new EntryDates('Europe/Berlin');

it.each([
  ['2020-01-31', '2020-01-31'],
  ['2020-1-3', '2020-01-03'],
  ['2020/01/31', '2020-01-31'],
  ['2020-01-31 10:00', '2020-01-31T10:00:00+01:00'],
  ['2020-07-31 10:00:05', '2020-07-31T10:00:05+02:00'],
  ['2020-01-31T10:00:00Z', '2020-01-31T11:00:00+01:00'],
  ['2020-01-31 10:00:00 +0900', '2020-01-31T02:00:00+01:00'],
  ['2020-01-31 10:00:00.123 -05:00', '2020-01-31T16:00:00+01:00'],
  ['2020-01-31 10:00 PST', '2020-01-31T19:00:00+01:00'],
  ['2020-01-31 10:00 UTC', '2020-01-31T11:00:00+01:00'],
  ['2020-01-31 9:05 pm', '2020-01-31T21:05:00+01:00'],
  ['2020-01-31 12:05 am', '2020-01-31T00:05:00+01:00'],
  ['Fri, 31 Jan 2020 10:00:00 +0100', '2020-01-31T10:00:00+01:00'],
  ['31 January 2020', '2020-01-31'],
  ['January 31st, 2020', '2020-01-31'],
  ['Jan 31, 2020 10:00', '2020-01-31T10:00:00+01:00'],
])('reads %s', (written, iso) => {
  expect(berlin.read(written)?.iso).toBe(iso);
});

it.each(['', 'soon', '2020-13-01', '2020-02-30', '2020-01-31 25:00', '2020-01-31 at noon'])(
  'reads no date in %j',
  (written) => {
    expect(berlin.read(written)).toBeUndefined();
  },
);

it('gives the day in the zone of the blog', () => {
  expect(berlin.read('2020-01-31T23:30:00Z')?.parts).toMatchObject({ month: 2, day: 1, hour: 0 });
});

it('keeps the written day and offset where no zone is known', () => {
  const date = new EntryDates(undefined).read('2020-02-01 00:30:00 +0200');
  expect(date).toMatchObject({ iso: '2020-02-01T00:30:00+02:00', parts: { month: 2, day: 1 } });
  expect(date && inUtc(date)).toMatchObject({ month: 1, day: 31, hour: 22 });
  expect(new EntryDates('Nowhere/At_all').read('2020-02-01 00:30')?.iso).toBe(
    '2020-02-01T00:30:00Z',
  );
});
