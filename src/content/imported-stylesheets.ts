/** Finds the stylesheets that other stylesheets import. */
import { importsOf, isStylesheet, type Import } from '../lib/stylesheets.ts';
import type { Problems } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';

/** Source paths of imported stylesheets. Reports imports of missing files. */
export function importedStylesheets(
  files: readonly { readonly source: string }[],
  problems: Problems,
): ReadonlySet<string> {
  const sources = new Set(files.map(({ source }) => source));
  const imported = new Set<string>();
  for (const sheet of sources) {
    if (!isStylesheet(sheet)) continue;
    for (const target of importsOf(sheet)) {
      if (sources.has(target.source)) imported.add(target.source);
      else reportMissing(sheet, target, problems);
    }
  }
  return imported;
}

function reportMissing(sheet: string, { source, written }: Import, problems: Problems): void {
  problems.error({
    code: 'stylesheet-missing',
    file: displayPath(sheet),
    near: written,
    message: `The stylesheet imports \`${displayPath(source)}\`, which does not exist, so pages would lack some of their styles.`,
    hint: 'Correct the path in the `@import`, or remove the line.',
  });
}
