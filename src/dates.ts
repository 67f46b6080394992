/** Calendar dates as written by people. The only importer of luxon. */
import { DateTime, IANAZone, Info } from 'luxon';

/** A day, or a moment on it, as the site shows it. */
export interface PostDate {
  /** For `<time datetime>`: `2021-04-06`, or RFC 3339 with offset when a time was written. */
  readonly iso: string;
  /** RFC 3339 with offset; midnight in the site's zone when no time was written. */
  readonly rfc3339: string;
  /** RFC 822 as RSS wants it, in the site's zone. */
  readonly rfc822: string;
  /** In words: `April 6, 2021`. */
  readonly text: string;
  /** Milliseconds since 1970 UTC, for ordering. */
  readonly instant: number;
  /** Four digits, as written. */
  readonly year: string;
  /** Two digits, as written. */
  readonly month: string;
  /** Two digits, as written. */
  readonly day: string;
}

export type ParsedDate =
  | { readonly ok: true; readonly date: PostDate }
  | { readonly ok: false; readonly reason: string };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads dates in one zone and language; what it has read it remembers. */
export class DateReader {
  readonly #cache = new Map<string, ParsedDate>();
  readonly #zone: string;
  readonly #language: string;

  constructor(zone: string, language: string) {
    this.#zone = zone;
    this.#language = language;
  }

  /**
   * `YYYY-MM-DD`, or a date and time with an offset or in the site's zone.
   * Year, month and day are those of the site's zone.
   */
  read(text: string): ParsedDate {
    let parsed = this.#cache.get(text);
    if (parsed === undefined) {
      parsed = this.#read(text.trim());
      this.#cache.set(text, parsed);
    }
    return parsed;
  }

  #read(text: string): ParsedDate {
    const dayOnly = DAY.test(text);
    if (!dayOnly && !MOMENT.test(text)) {
      return { ok: false, reason: 'it is not of the form YYYY-MM-DD, with or without a time' };
    }
    const iso = text.replace(/^(\S{10}) +/, '$1T').replace(/\s+/g, '');
    const moment = DateTime.fromISO(iso, { zone: this.#zone });
    if (!moment.isValid)
      return { ok: false, reason: 'there is no such day or time in the calendar' };
    const rfc3339 = moment.toISO({ suppressMilliseconds: true });
    return {
      ok: true,
      date: {
        iso: dayOnly ? text : rfc3339,
        rfc3339,
        rfc822: moment.toRFC2822(),
        text: moment.setLocale(this.#language).toLocaleString(DateTime.DATE_FULL),
        instant: moment.toMillis(),
        year: moment.toFormat('yyyy'),
        month: moment.toFormat('MM'),
        day: moment.toFormat('dd'),
      },
    };
  }
}

/** Whether `zone` is a time zone of the IANA database. */
export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** The twelve names of the months, January first. */
export function monthNames(language: string): string[] {
  return Info.months('long', { locale: language });
}
