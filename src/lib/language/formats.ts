/** Date and number formats of a language. */
import { fill } from './message.ts';
import type { Translation } from './translations.ts';

/** A Gregorian date; January is 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Formats {
  /** `1,234` */
  readonly number: (value: number) => string;
  /** `April 6, 2021` */
  readonly date: (day: CalendarDay) => string;
  /** `April 6` */
  readonly monthDay: (day: Omit<CalendarDay, 'year'>) => string;
  /** `6`, with the mark that it has in the language: `6.` */
  readonly day: (day: number) => string;
  /** `April 2021` */
  readonly month: (day: Omit<CalendarDay, 'day'>) => string;
  /** `April` */
  readonly monthName: (month: number) => string;
  /** `2021` */
  readonly year: (year: number) => string;
}

/** Formats of a translation, so that they do not depend on the ICU version of Node.js. */
export function translatedFormats(patterns: Translation['formats']): Formats {
  const { months, date, monthDay, day, firstOfMonth, month, year } = patterns;
  const { groupSeparator, minimumGroupingDigits } = patterns;
  const monthName = (number: number) => months[number - 1] ?? String(number);
  const dayName = (number: number) => (number === 1 ? firstOfMonth : String(number));
  return {
    number(value) {
      const digits = String(value);
      if (digits.length < 3 + minimumGroupingDigits) return digits;
      const first = digits.slice(0, digits.length % 3);
      const groups = [first, ...(digits.slice(first.length).match(/.../g) ?? [])];
      return groups.filter((group) => group !== '').join(groupSeparator);
    },
    date: (of) =>
      fill(date, {
        day: dayName(of.day),
        month: monthName(of.month),
        year: String(of.year),
      }),
    monthDay: (of) => fill(monthDay, { day: dayName(of.day), month: monthName(of.month) }),
    day: (of) => fill(day, { day: dayName(of) }),
    month: (of) => fill(month, { month: monthName(of.month), year: String(of.year) }),
    monthName,
    year: (of) => fill(year, { year: String(of) }),
  };
}

/** Formats of `Intl`, for a language or region without a translation. Gregorian, like archive URLs. */
export function intlFormats(tag: string): Formats {
  // For a language unknown to `Intl`, such as Latin; otherwise it would use the system locale.
  const tags = [tag, 'en'];
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(tags, {
      ...options,
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    return (year: number, month: number, day: number) => {
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, day);
      return format(date);
    };
  };
  const date = formatter({ dateStyle: 'long' });
  const monthDay = formatter({ month: 'long', day: 'numeric' });
  const dayOfMonth = formatter({ day: 'numeric' });
  const month = formatter({ year: 'numeric', month: 'long' });
  const monthName = formatter({ month: 'long' });
  const year = formatter({ year: 'numeric' });
  const { format: number } = new Intl.NumberFormat(tags);
  return {
    number: (value) => number(value),
    date: (day) => date(day.year, day.month, day.day),
    // A leap year has every day.
    monthDay: (of) => monthDay(2000, of.month, of.day),
    day: (of) => dayOfMonth(2000, 1, of),
    month: (day) => month(day.year, day.month, 1),
    monthName: (of) => monthName(2000, of, 1),
    year: (of) => year(of, 1, 1),
  };
}
