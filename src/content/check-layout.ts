/** Warns about layouts of pages that do not exist, such as those of other generators. */
import type { Problems } from '../lib/problem.ts';
import type { PageFields } from './page-schema.ts';
import { quote } from './values.ts';

export function checkLayout(layout: PageFields['layout'], file: string, problems: Problems): void {
  if (layout === undefined || layout === 'wide') return;
  problems.warn({
    file,
    field: 'layout',
    code: 'page-layout-unknown',
    message: `There is no layout ${quote(layout)}, so the line has no effect.`,
    hint: 'Write `layout: wide` for a page without margins, or remove the line.',
  });
}
