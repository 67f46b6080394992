/** Dates of exports as ISO 8601, with the offset that was written. */

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** RFC 822, as RSS has it; years of two or four digits. */
const RFC_822 =
  /^(?:[a-z]+,?\s+)?(\d{1,2})(?:\s+|-)([a-z]{3})[a-z]*(?:\s+|-)(\d{2}|\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]+|[+-]\d{4})?$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 822, section 5.1 */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...([
    ['est', '-05:00'],
    ['edt', '-04:00'],
    ['cst', '-06:00'],
    ['cdt', '-05:00'],
  ] as const),
  ...([
    ['mst', '-07:00'],
    ['mdt', '-06:00'],
    ['pst', '-08:00'],
    ['pdt', '-07:00'],
  ] as const),
]);

/**
 * ISO 8601 with an offset, without fractions of seconds; a bare date stays one.
 * A time without a zone is in UTC.
 * @returns `undefined` for other texts, and for days that do not exist
 */
export function isoDate(text: string): string | undefined {
  const iso = fromIso(text.trim()) ?? fromRfc822(text.trim());
  if (iso === undefined || Number.isNaN(Date.parse(iso))) return undefined;
  // Date.parse takes the 31st of any month.
  const day = iso.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? iso : undefined;
}

function fromIso(text: string): string | undefined {
  const [match, day, time, seconds = ':00', offset = 'Z'] = ISO.exec(text) ?? [];
  if (match === undefined) return undefined;
  if (time === undefined) return day;
  return `${day}T${time}${seconds}${offset.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')}`;
}

function fromRfc822(text: string): string | undefined {
  const [match, day = '', month = '', year = '', hour = '', minute = '', second = '00', zone = ''] =
    RFC_822.exec(text) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (match === undefined || number === 0) return undefined;
  const date = `${fullYear(year)}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${offsetOf(zone)}`;
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

function offsetOf(zone: string): string {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return ZONES.get(zone.toLowerCase()) ?? 'Z';
}
