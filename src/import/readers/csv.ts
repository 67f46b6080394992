/** Reads tables with a header row. The only importer of csv-parse. */
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const ROWS = z.array(z.array(z.string()));

/**
 * The rows of a table, each a map from column to value. Reads what exports really hold: stray quotes,
 * rows that are too short or too long.
 */
export function readCsv(text: string): Map<string, string>[] {
  const [header = [], ...rows] = ROWS.parse(
    parse(text, { bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true }),
  );
  return rows.map((row) => new Map(header.map((name, column) => [name.trim(), row[column] ?? ''])));
}
