/** The stylesheets that are published as parts of others. */
import { importsOf, isStylesheet, type Import } from '../lib/stylesheets.ts';
import type { Problems } from '../lib/problem.ts';
import { displayPath } from './files.ts';

/** Paths of the sheets that other sheets import. */
export function partsOfStylesheets(
  files: readonly { readonly source: string }[],
  problems: Problems,
): ReadonlySet<string> {
  const sources = new Set(files.map(({ source }) => source));
  const parts = new Set<string>();
  for (const sheet of sources) {
    if (!isStylesheet(sheet)) continue;
    for (const part of importsOf(sheet)) {
      if (sources.has(part.source)) parts.add(part.source);
      else reportMissing(sheet, part, problems);
    }
  }
  return parts;
}

function reportMissing(sheet: string, { source, written }: Import, problems: Problems): void {
  problems.error({
    code: 'stylesheet-missing',
    file: displayPath(sheet),
    near: written,
    message: `The stylesheet imports \`${displayPath(source)}\`, which does not exist, so pages would lack a part of their look.`,
    hint: 'Correct the path in the `@import`, or take the line out.',
  });
}
