/** Distinguishes templates that the owner has added from the shipped ones. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { CONFIG, PAGES_DIR } from './project.ts';

const NAMES =
  '404 archive author authors home llms manifest month page post robots search series series-index sitemap subscribe tag tags year';

/** Paths of the templates that come with Perennial. */
export const SHIPPED: readonly string[] = NAMES.split(' ').map(
  (name) => `${PAGES_DIR}/${name}.11ty.tsx`,
);

/** Whether there may be added templates: in the folder, or from a plugin or call in `.eleventy.ts`. */
export function hasAddedTemplates(): boolean {
  return mayRegisterTemplates(configuration()) || hasOtherFiles();
}

/** Whether Eleventy only does what Perennial tells it, so that the same sources make the same site. */
export function isOnlyShipped(): boolean {
  const calls = configuration().match(/\bconfig\s*\.\s*\w+/g) ?? [];
  return (
    !hasAddedTemplates() && calls.every((call) => /\b(?:setInputDirectory|addPlugin)$/.test(call))
  );
}

/** Whether Eleventy may copy files: by a call in `.eleventy.ts`, or in a plugin. */
export function mayCopyFiles(): boolean {
  const config = configuration();
  return hasOwnPlugin(config) || /\baddPassthroughCopy\b/.test(config);
}

/** Text of the configuration; empty if a blog has none. */
function configuration(): string {
  return existsSync(CONFIG) ? readFileSync(CONFIG, 'utf8') : '';
}

function mayRegisterTemplates(config: string): boolean {
  return hasOwnPlugin(config) || /\baddTemplate\b/.test(config);
}

/** Besides that of Perennial. */
function hasOwnPlugin(config: string): boolean {
  const plugins = config.match(/\baddPlugin\b/g) ?? [];
  return plugins.length > 1;
}

function hasOtherFiles(): boolean {
  return readdirSync(PAGES_DIR, { recursive: true, withFileTypes: true }).some(
    (entry) =>
      entry.isFile() &&
      !entry.name.startsWith('.') &&
      !SHIPPED.includes(`${entry.parentPath}/${entry.name}`.split(sep).join('/')),
  );
}
