/** Warns about files of `theme/templates` that replace nothing. */
import { basename, join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { COMPONENTS, componentNames, isComponentFile } from '../lib/theme.ts';
import { displayPath } from '../lib/user-folder.ts';
import { reportStray, visibleEntries } from './files.ts';

export function checkTheme(contentDir: string, problems: Problems): void {
  const entries = visibleEntries(join(contentDir, COMPONENTS), problems);
  if (entries.length === 0) return;
  const known = componentNames();
  for (const entry of entries) {
    const { name } = entry;
    if (known.some((component) => name === `${component}.tsx`)) {
      if (isComponentFile(entry)) continue;
      reportStray(join(contentDir, COMPONENTS, name), 'is not a regular file', problems);
      continue;
    }
    const meant = suggestName(basename(name).replace(/\.[^.]+$/, ''), known);
    problems.warn({
      code: 'theme-component-unknown',
      file: displayPath(join(contentDir, COMPONENTS, name)),
      message: `\`${name}\` replaces nothing, because Perennial has no component of this name.`,
      hint: `${meant === undefined ? 'Name it after a component in `templates/components` of Perennial' : `Rename it to \`${meant}.tsx\``}. What your components import goes beside this folder, such as into \`theme/templates/parts\`.`,
    });
  }
}
