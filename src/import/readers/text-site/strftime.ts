/** Formats dates as `strftime` of C does, which Ruby, Python and Liquid have taken over. */
import type { DateParts } from './dates.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function monthName({ month }: DateParts): string {
  return MONTHS[month - 1] ?? '';
}

export function dayName(date: DateParts): string {
  return DAYS[utc(date).getUTCDay()] ?? '';
}

/** 1 to 366. */
export function dayOfYear(date: DateParts): number {
  return Math.round((utc(date).getTime() - Date.UTC(date.year, 0, 1)) / DAY) + 1;
}

/** Of ISO 8601. */
export function weekOf(date: DateParts): { readonly year: number; readonly week: number } {
  const day = utc(date);
  // A week belongs to the year of its Thursday.
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
}

const DAY = 86_400_000;

function utc({ year, month, day }: DateParts): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

export function padded(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}

const FORMATS: ReadonlyMap<string, (date: DateParts) => string | number> = new Map<
  string,
  (date: DateParts) => string | number
>([
  ['Y', ({ year }) => year],
  ['y', ({ year }) => padded(year % 100)],
  ['m', ({ month }) => padded(month)],
  ['B', monthName],
  ['b', (date) => monthName(date).slice(0, 3)],
  ['h', (date) => monthName(date).slice(0, 3)],
  ['d', ({ day }) => padded(day)],
  ['e', ({ day }) => String(day).padStart(2)],
  ['j', (date) => padded(dayOfYear(date), 3)],
  ['A', dayName],
  ['a', (date) => dayName(date).slice(0, 3)],
  ['u', (date) => utc(date).getUTCDay() || 7],
  ['w', (date) => utc(date).getUTCDay()],
  ['V', (date) => padded(weekOf(date).week)],
  ['G', (date) => weekOf(date).year],
  ['H', ({ hour }) => padded(hour)],
  ['k', ({ hour }) => String(hour).padStart(2)],
  ['I', ({ hour }) => padded(hour % 12 || 12)],
  ['l', ({ hour }) => String(hour % 12 || 12).padStart(2)],
  ['M', ({ minute }) => padded(minute)],
  ['S', ({ second }) => padded(second)],
  ['p', ({ hour }) => (hour < 12 ? 'AM' : 'PM')],
  ['F', ({ year, month, day }) => `${year}-${padded(month)}-${padded(day)}`],
  ['T', ({ hour, minute, second }) => `${padded(hour)}:${padded(minute)}:${padded(second)}`],
  ['D', ({ year, month, day }) => `${padded(month)}/${padded(day)}/${padded(year % 100)}`],
  ['%', () => '%'],
]);

/** @returns `undefined` for a format with a directive that it does not know */
export function strftime(date: DateParts, format: string): string | undefined {
  let isKnown = true;
  const text = format.replace(
    /%([-_0^#]?)([a-zA-Z%])/g,
    (written, flag: string, letter: string) => {
      const value = FORMATS.get(letter)?.(date);
      if (value === undefined) isKnown = false;
      const plain = String(value ?? written);
      if (flag === '-') return plain.replace(/^[0 ]+(?=.)/, '');
      if (flag === '_') return plain.replace(/^0(?=.)/, ' ');
      return flag === '^' ? plain.toUpperCase() : plain;
    },
  );
  return isKnown ? text : undefined;
}
