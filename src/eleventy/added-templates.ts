/** Tells templates that the owner has added from the shipped ones. */
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { PAGES_DIR } from './project.ts';

const NAMES =
  '404 archive author authors home llms manifest month page post robots search sitemap subscribe tag tags year';

/** Paths of the templates that come with Perennial. */
export const SHIPPED: readonly string[] = NAMES.split(' ').map(
  (name) => `${PAGES_DIR}/${name}.11ty.tsx`,
);

/** Whether the folder of templates holds anything else. */
export function hasAddedTemplates(): boolean {
  return readdirSync(PAGES_DIR, { recursive: true, withFileTypes: true }).some(
    (entry) =>
      entry.isFile() &&
      !entry.name.startsWith('.') &&
      !SHIPPED.includes(`${entry.parentPath}/${entry.name}`.split(sep).join('/')),
  );
}
