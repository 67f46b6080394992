/** Memoizes schemas by the date reader that they use. */
import type { DateReader } from '../lib/dates.ts';

/** Makes the schema once for each reader: making one takes much longer than using it. */
export function perReader<Schema>(
  make: (dates: DateReader) => Schema,
): (dates: DateReader) => Schema {
  const schemas = new WeakMap<DateReader, Schema>();
  return (dates) => {
    const schema = schemas.get(dates) ?? make(dates);
    schemas.set(dates, schema);
    return schema;
  };
}
