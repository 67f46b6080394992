/** Parses and formats dates of posts. The only importer of luxon. */
import { DateTime, FixedOffsetZone, IANAZone, Settings, type Zone } from 'luxon';
import { wordsIn } from './language/language.ts';

// Detecting the system locale, which is never used, takes as long as parsing hundreds of dates.
Settings.defaultLocale = 'en';

/** A date with an optional time, in all the forms that the site needs. */
export interface PostDate {
  /** For `<time datetime>`: `2021-04-06`, or RFC 3339 with offset if there is a time. */
  readonly iso: string;
  /** RFC 3339 with offset; midnight in the site's time zone if there is no time. */
  readonly rfc3339: string;
  /** Localized: `April 6, 2021`. */
  readonly text: string;
  /** Milliseconds since 1970 UTC, for sorting. */
  readonly instant: number;
  /** Four digits, in the site's time zone. */
  readonly year: string;
  /** Two digits, in the site's time zone. */
  readonly month: string;
  /** Two digits, in the site's time zone. */
  readonly day: string;
  /** The day as written, in whatever time zone: `2021-04-06`. */
  readonly writtenDay: string;
}

export type ParsedDate =
  | { readonly ok: true; readonly date: PostDate }
  | { readonly ok: false; readonly reason: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;

const OFFSET = /:\d{2}(?:\.\d+)?\s*[+-](\d{2}):?(\d{2})$/;

/** Results of a reader that are remembered. */
const MAX_CACHED = 1000;

/** Parses dates in a time zone and formats them in a language. Caches results. */
export class DateReader {
  readonly #cache = new Map<string, ParsedDate>();
  readonly #zone: Zone;
  readonly #language: string;

  /**
   * @param zone IANA name
   * @param language BCP 47
   */
  constructor(zone: string, language: string) {
    this.#zone = zone === 'UTC' ? FixedOffsetZone.utcInstance : IANAZone.create(zone);
    this.#language = language;
  }

  /** Differs between readers that may read a text differently. */
  get name(): string {
    return `${this.#zone.name} ${this.#language}`;
  }

  /**
   * Parses `YYYY-MM-DD`, or a date and time, with an offset or in the site's time zone.
   */
  read(text: string): ParsedDate {
    let parsed = this.#cache.get(text);
    if (parsed === undefined) {
      parsed = this.#read(text.trim());
      if (this.#cache.size === MAX_CACHED) this.#cache.clear();
      this.#cache.set(text, parsed);
    }
    return parsed;
  }

  #read(text: string): ParsedDate {
    const dayOnly = DAY.test(text);
    if (!dayOnly && !MOMENT.test(text)) {
      return {
        ok: false,
        reason: 'it is not of the form YYYY-MM-DD, optionally with a time',
      };
    }
    const [, hours = '', minutes = ''] = OFFSET.exec(text) ?? [];
    if (Number(hours) > 14 || Number(minutes) > 59) {
      return { ok: false, reason: 'there is no such UTC offset' };
    }
    const moment = dayOnly ? this.#midnight(text) : this.#moment(text);
    if (!moment.isValid) {
      return { ok: false, reason: 'there is no such date or time' };
    }
    const rfc3339 = moment.toISO({ suppressMilliseconds: true }) ?? '';
    const [year = '', month = '', day = ''] = rfc3339.slice(0, 10).split('-');
    return {
      ok: true,
      date: {
        iso: dayOnly ? text : rfc3339,
        rfc3339,
        text: wordsIn(this.#language).date(moment),
        instant: moment.toMillis(),
        year,
        month,
        day,
        writtenDay: text.slice(0, 10),
      },
    };
  }

  #midnight(text: string): DateTime {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    return DateTime.local(year, month, day, { zone: this.#zone });
  }

  #moment(text: string): DateTime {
    const iso = text.replace(/^(\S{10}) +/, '$1T').replace(/\s+/g, '');
    return DateTime.fromISO(iso, { zone: this.#zone });
  }
}

/** Whether `a` is before `b`. Compares only days if either has no time. */
export function isBefore(a: PostDate, b: PostDate): boolean {
  if (isDay(a) || isDay(b)) return a.rfc3339.slice(0, 10) < b.rfc3339.slice(0, 10);
  return a.instant < b.instant;
}

function isDay({ iso }: PostDate): boolean {
  return DAY.test(iso);
}

/** RFC 822 date for RSS, with the offset of `rfc3339`. */
export function toRfc822({ rfc3339 }: PostDate): string {
  const [, local, hours = '+00', minutes = '00'] =
    /^(.{19})(?:\.\d+)?(?:Z|([+-]\d\d):(\d\d))$/.exec(rfc3339) ?? [];
  return new Date(`${local}Z`).toUTCString().replace('GMT', hours + minutes);
}

/** Whether `zone` is an IANA time zone. */
export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/**
 * The date in a time zone: `YYYY-MM-DD`.
 * @param instant milliseconds since 1970 UTC
 */
export function dayIn(zone: string, instant: number): string {
  return DateTime.fromMillis(instant, { zone }).toISODate() ?? '';
}

/**
 * Minutes east of UTC in a time zone.
 * @param instant milliseconds since 1970 UTC
 */
export function offsetIn(zone: string, instant: number): number {
  return IANAZone.create(zone).offset(instant);
}
