import { expect, it } from 'vitest';
import {
  guessZone,
  isoOf,
  momentOf,
  momentOfPubDate,
} from '../../../../src/import/readers/wordpress/dates.ts';

function iso(local: string, gmt: string, zone?: string): string | undefined {
  const moment = momentOf(local, gmt, zone);
  return moment === undefined ? undefined : isoOf(moment);
}

it.each([
  ['2011-05-01 14:00:00', '2011-05-01 12:00:00', '2011-05-01T14:00:00+02:00'],
  ['2011-04-30 20:30:00', '2011-05-01 00:00:00', '2011-04-30T20:30:00-03:30'],
  ['2011-05-01 12:00:00', '2011-05-01 12:00:00', '2011-05-01T12:00:00Z'],
  // Not an offset: the blog was moved, or a plugin changed one of the two.
  ['2011-05-03 12:00:00', '2011-05-01 12:00:00', '2011-05-01T12:00:00Z'],
  ['2011-05-01 14:00:07', '2011-05-01 12:00:00', '2011-05-01T12:00:00Z'],
  ['0000-00-00 00:00:00', '2011-05-01 12:00:00', '2011-05-01T12:00:00Z'],
  ['2011-05-01 14:00:00', '0000-00-00 00:00:00', '2011-05-01T14:00:00Z'],
  ['', '', undefined],
  ['0000-00-00 00:00:00', '0000-00-00 00:00:00', undefined],
])('keeps the instant of %s, in UTC %s', (local, gmt, expected) => {
  expect(iso(local, gmt)).toBe(expected);
});

it('uses the zone for drafts, which have no time in UTC', () => {
  expect(iso('2011-01-01 14:00:00', '0000-00-00 00:00:00', 'Europe/Rome')).toBe(
    '2011-01-01T14:00:00+01:00',
  );
});

it('reads the dates of feeds, but not those of drafts', () => {
  expect(momentOfPubDate('Sat, 27 May 2017 11:33:38 +0200')?.instant).toBe(
    Date.UTC(2017, 4, 27, 9, 33, 38),
  );
  expect(momentOfPubDate('Mon, 30 Nov -0001 00:00:00 +0000')).toBeUndefined();
});

const summer = (offset: number) => ({ instant: Date.UTC(2020, 6, 1), offset });
const winter = (offset: number) => ({ instant: Date.UTC(2020, 0, 1), offset });

it.each([
  [[summer(120), winter(60)], 'en-US', 'Europe/Berlin'],
  [[summer(120), winter(60)], 'it-IT', 'Europe/Rome'],
  [[summer(120), winter(60)], 'pl-PL', 'Europe/Warsaw'],
  [[summer(-240), winter(-300)], 'en-US', 'America/New_York'],
  [[summer(330), winter(330)], 'en-US', 'Asia/Kolkata'],
  [[summer(0), winter(0)], 'en-US', 'UTC'],
  [[summer(120), winter(120)], 'en-US', 'Africa/Johannesburg'],
  [[summer(780), winter(780)], 'en-US', 'Etc/GMT-13'],
  [[summer(7), winter(400)], 'en-US', undefined],
  [[], 'en-US', undefined],
])('guesses the zone of %j in %s', (moments, language, zone) => {
  expect(guessZone(moments, language)).toBe(zone);
});

it('prefers the latest posts, and forgives a few', () => {
  const old = Array.from({ length: 200 }, (_, index) => ({
    instant: Date.UTC(2010, 0, index),
    offset: 0,
  }));
  const latest = Array.from({ length: 100 }, (_, index) => ({
    instant: Date.UTC(2020, 0, index),
    offset: index % 10 === 0 ? 0 : 540,
  }));
  expect(guessZone([...old, ...latest])).toBe('Asia/Tokyo');
});
