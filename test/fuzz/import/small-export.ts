/** An export that is small, but has something of everything. */
import type { Format } from '../../../src/import/readers/reader.ts';

export interface SmallExport {
  readonly format: Format;
  /** Text by path, or by address if the source is on the web; the first address is what the user names. */
  readonly files: Readonly<Record<string, string>>;
}
