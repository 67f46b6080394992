/** Runs Eleventy over the templates, with a site that is loaded already. */
import configure from '../../.eleventy.ts';
import { Writer } from '../output/writer.ts';
import type { SecondThread } from '../second-thread.ts';
import type { Site } from '../site/model.ts';
import type { Templates } from './plugin.ts';
import type { EleventyConstructor } from './types.ts';

/** Writes every page and file of the site below `outputDir`. */
export async function buildPages(
  site: Site,
  templates: Templates,
  outputDir: string,
  thread: SecondThread,
): Promise<void> {
  const build = { site, templates, writer: new Writer(thread.worker) };
  const Eleventy = await importEleventy();
  const eleventy = new Eleventy('templates/pages', outputDir, {
    config: (config) => configure(config, build),
  });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}

/** Begins to load Eleventy, so that it is there by the time the posts are rendered. */
export function preloadEleventy(): void {
  // An error is met again, and handled, where Eleventy is needed.
  importEleventy().catch(() => undefined);
}

async function importEleventy(): Promise<EleventyConstructor> {
  // Eleventy's module hooks serve its watcher; in a single build they only slow every import down.
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] ??= 'true';
  const { default: Eleventy } = await import('@11ty/eleventy');
  return Eleventy;
}
