/** How a language writes dates and numbers. */

/** A day of the Gregorian calendar; January is 1. */
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

/** What a table says of dates and numbers. */
interface Patterns {
  /** The twelve names of the months, January first. */
  readonly months: readonly string[];
  readonly date: (day: number, month: string, year: string) => string;
  readonly month: (month: string, year: string) => string;
  /** The number alone when not given. */
  readonly year?: (year: number) => string;
  /** Stands between groups of three digits. */
  readonly group: string;
  /** Digits from which on there are groups; 4 when not given. */
  readonly groupFrom?: number;
}

/** Formats of a table, the same on every machine. */
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
 * Formats of a language or region that has no table, as Node.js knows them. The
 * calendar is that of the archive's addresses.
 */
export function formatsOfNode(tag: string): Formats {
  // Of Latin, Node.js knows nothing; alone it would stand for the language of the machine.
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
