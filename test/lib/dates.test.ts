/** Parsing and formatting of dates. */
import { describe, expect, it } from 'vitest';
import { DateReader, isBefore, isTimeZone, toRfc822, type PostDate } from '../../src/lib/dates.ts';

function read(text: string, zone = 'UTC', language = 'en'): PostDate {
  const parsed = new DateReader(zone, language).read(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.date;
}

describe('a date without time', () => {
  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'is the same day in %s',
    (zone) => {
      const date = read('2024-03-01', zone);
      expect(date).toMatchObject({ year: '2024', month: '03', day: '01', iso: '2024-03-01' });
      expect(date.text).toBe('March 1, 2024');
    },
  );

  it('starts at midnight in the site\u2019s time zone', () => {
    expect(read('2024-07-01', 'America/New_York').rfc3339).toBe('2024-07-01T00:00:00-04:00');
    expect(read('2024-01-01', 'UTC').instant).toBe(Date.UTC(2024, 0, 1));
  });

  it('is formatted in the site\u2019s language', () => {
    expect(read('2024-03-01', 'UTC', 'de').text).toBe('1. M\u00e4rz 2024');
    expect(read('2024-03-01', 'UTC', 'en-GB').text).toBe('1 March 2024');
  });

  it('may be surrounded by white space', () => {
    expect(read(' 2024-03-01 ').iso).toBe('2024-03-01');
  });
});

describe('a date with time', () => {
  it.each([
    ['2023-12-31T22:30:00Z', 'Asia/Tokyo', '2024-01-01T07:30:00+09:00'],
    ['2023-12-31T22:30:00Z', 'America/New_York', '2023-12-31T17:30:00-05:00'],
    ['2024-01-01T01:00:00+02:00', 'UTC', '2023-12-31T23:00:00Z'],
    ['2024-02-29 23:59', 'Europe/Berlin', '2024-02-29T23:59:00+01:00'],
    ['2024-02-29 23:59:30 +0100', 'UTC', '2024-02-29T22:59:30Z'],
    ['2024-02-29T12:00:00.250Z', 'UTC', '2024-02-29T12:00:00.250Z'],
  ])('reads %s in %s as %s', (text, zone, expected) => {
    const date = read(text, zone);
    expect(date.iso).toBe(expected);
    expect([date.year, date.month, date.day].join('-')).toBe(expected.slice(0, 10));
    expect(date.instant).toBe(Date.parse(expected));
  });
});

describe('an invalid date', () => {
  it.each([
    ['2023-02-29', 'no such date'],
    ['2024-13-01', 'no such date'],
    ['2024-00-10', 'no such date'],
    ['2024-01-01T25:00', 'no such date'],
    ['2024-01-01T12:60', 'no such date'],
    ['yesterday', 'form'],
    ['2024-1-1', 'form'],
    ['01.02.2024', 'form'],
    ['2024', 'form'],
    ['', 'form'],
    ['2024-01-01T', 'form'],
    ['2024-01-01 and so on', 'form'],
    ['20240101', 'form'],
  ])('%j is refused', (text, reason) => {
    expect(new DateReader('UTC', 'en').read(text)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });
});

describe('isBefore', () => {
  it.each([
    ['2024-01-01', '2024-01-02', true],
    ['2024-01-01', '2024-01-01', false],
    // A date without time is neither before nor after a time on the same day.
    ['2024-01-01', '2024-01-01T12:00:00Z', false],
    ['2024-01-01T12:00:00Z', '2024-01-01', false],
    ['2024-01-01T12:00:00Z', '2024-01-01T13:00:00Z', true],
  ])('%s before %s: %s', (a, b, expected) => {
    expect(isBefore(read(a), read(b))).toBe(expected);
  });
});

it('toRfc822 formats dates for RSS', () => {
  expect(toRfc822(read('2024-02-29 09:05', 'Asia/Tokyo'))).toBe('Thu, 29 Feb 2024 09:05:00 +0900');
});

it('isTimeZone accepts IANA names only', () => {
  expect(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'].map(isTimeZone)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['Mars/Olympus', '', 'Berlin'].map(isTimeZone)).toEqual([false, false, false]);
});
