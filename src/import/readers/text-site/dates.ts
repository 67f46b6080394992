/** Reads the dates of front matter, which people write in many ways. */
import { DateReader, isTimeZone } from '../../../lib/dates.ts';

export interface EntryDate {
  /** `2020-01-31`, or RFC 3339 in the zone of the blog. */
  readonly iso: string;
  /** In the zone of the blog: what old addresses are made of. */
  readonly parts: DateParts;
}

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Days, at the beginning of a text. */
const NUMBERS = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/;
const DAY_FIRST =
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})(?!\d)/i;
const MONTH_FIRST =
  /^(?:[a-z]{3,9},?\s+)?(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/i;
/** After the day, and what may follow the minutes. */
const TIME = /^[T,\s]*(\d{1,2}):(\d{2})(?::(\d{2}))?/i;
const FRACTION = /^[.,]\d+/;
const HALF = /^[ap]m\b/i;

/** Reads dates in the zone of a blog. */
export class EntryDates {
  /** IANA name, if it is known. */
  readonly zone: string | undefined;
  readonly #reader: DateReader;

  /** @param zone IANA name */
  constructor(zone: string | undefined) {
    this.zone = zone !== undefined && isTimeZone(zone) ? zone : undefined;
    this.#reader = new DateReader(this.zone ?? 'UTC', 'en');
  }

  /**
   * Without a zone, times keep the offset that they are written with.
   * @param fallback offset of a time that has none: `Z`; the zone of the blog by default, or UTC
   * @returns `undefined` for what is no date
   */
  read(written: string | undefined, fallback = ''): EntryDate | undefined {
    const offset = fallback || (this.zone === undefined ? 'Z' : '');
    const text = written === undefined ? undefined : normalized(written.trim(), offset);
    const parsed = text === undefined ? undefined : this.#reader.read(text);
    if (text === undefined || parsed?.ok !== true) return undefined;
    if (this.zone === undefined) return { iso: text, parts: partsOf(text) };
    return { iso: parsed.date.iso, parts: partsOf(parsed.date.rfc3339) };
  }
}

/** @param date `2020-01-31`, with or without a time */
function partsOf(date: string): DateParts {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = date.slice(11, 19).split(':').map(Number);
  return { year, month, day, hour, minute, second };
}

/** The same moment in UTC; `undefined` for a date without a time. */
export function inUtc({ iso }: EntryDate): DateParts | undefined {
  return iso.length > 10 ? partsOf(new Date(iso).toISOString()) : undefined;
}

function normalized(text: string, fallback: string): string | undefined {
  const found = NUMBERS.exec(text) ?? DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text);
  if (found === null) return undefined;
  const { year = '', month = '', day = '' } = found.groups ?? {};
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named === 0 ? month : String(named);
  const date = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const rest = text.slice(found[0].length).trim();
  if (rest === '') return date;
  const time = timeOf(rest, fallback);
  return time === undefined ? undefined : `${date}T${time}`;
}

function timeOf(text: string, fallback: string): string | undefined {
  const [time, hour = '', minute = '', second = '00'] = TIME.exec(text) ?? [];
  if (time === undefined) return undefined;
  const rest = text.slice(time.length).replace(FRACTION, '').trim();
  const half = HALF.exec(rest)?.[0] ?? '';
  const offset = offsetOf(rest.slice(half.length).trim(), fallback);
  if (offset === undefined) return undefined;
  const late = half.toLowerCase() === 'pm' ? 12 : 0;
  const hours = half === '' ? hour : String((Number(hour) % 12) + late);
  return `${hours.padStart(2, '0')}:${minute}:${second}${offset}`;
}

/** Offsets of the names that RFC 2822 defines; hours. */
const NAMED = new Map(
  Object.entries({ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 }),
);

function offsetOf(zone: string, fallback: string): string | undefined {
  if (zone === '') return fallback;
  if (/^(?:z|utc|gmt|ut)$/i.test(zone)) return 'Z';
  const hours = NAMED.get(zone.toUpperCase());
  if (hours !== undefined) return `-${String(-hours).padStart(2, '0')}:00`;
  const [, sign, hour = '', minute = '00'] =
    /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? [];
  return sign === undefined ? undefined : `${sign}${hour.padStart(2, '0')}:${minute}`;
}
