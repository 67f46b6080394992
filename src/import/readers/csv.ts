/** Tables in CSV. The only importer of csv-parse. */
import { parse } from 'csv-parse/sync';
import { SourceError } from '../source/source.ts';

/**
 * Rows as column name to value. Rows may be shorter or longer than the header.
 * @param file for the message
 * @throws {SourceError} if a quotation mark is not closed
 */
export function readCsv(text: string, file: string): Map<string, string>[] {
  const [header = [], ...others] = rowsOf(text, file);
  return others.map(
    (row) => new Map(header.map((column, index) => [column.trim(), row[index] ?? ''])),
  );
}

function rowsOf(text: string, file: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceError(
      `${file} is not a valid table: ${reason}. It may be damaged; export the blog again.`,
    );
  }
}
