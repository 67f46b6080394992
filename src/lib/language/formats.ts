/** Date and number formats of a language. */

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
  /** `April 2021` */
  readonly month: (day: Omit<CalendarDay, 'day'>) => string;
  /** `April` */
  readonly monthName: (month: number) => string;
  /** `2021` */
  readonly year: (year: number) => string;
}

interface Patterns {
  /** Twelve names, January first. */
  readonly months: readonly string[];
  readonly date: (day: number, month: string, year: string) => string;
  readonly month: (month: string, year: string) => string;
  /** Defaults to the number. */
  readonly year?: (year: number) => string;
  /** Separator of groups of three digits. */
  readonly group: string;
  /** Minimum number of digits for grouping; defaults to 4. */
  readonly groupFrom?: number;
}

/** Formats from a table, so that they do not depend on the ICU version of Node.js. */
export function formatsFrom({
  months,
  date,
  month,
  year = String,
  group,
  groupFrom = 4,
}: Patterns): Formats {
  const monthName = (number: number) => months[number - 1] ?? String(number);
  return {
    number(value) {
      const digits = String(value);
      return digits.length < groupFrom ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, group);
    },
    date: (day) => date(day.day, monthName(day.month), year(day.year)),
    month: (day) => month(monthName(day.month), year(day.year)),
    monthName,
    year,
  };
}

/**
 * Formats of `Intl`, for a language or region without a table. Gregorian, like the URLs of the
 * archive.
 */
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
  const month = formatter({ year: 'numeric', month: 'long' });
  const monthName = formatter({ month: 'long' });
  const year = formatter({ year: 'numeric' });
  const { format: number } = new Intl.NumberFormat(tags);
  return {
    number: (value) => number(value),
    date: (day) => date(day.year, day.month, day.day),
    month: (day) => month(day.year, day.month, 1),
    monthName: (of) => monthName(2000, of, 1),
    year: (of) => year(of, 1, 1),
  };
}
