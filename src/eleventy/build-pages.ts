/** Runs Eleventy over the templates, with a site that is loaded already. */
import configure from '../../.eleventy.ts';
import type { Site } from '../site/model.ts';
import type { Build, Templates } from './plugin.ts';
import type { WorkerThread } from '../build/worker-thread.ts';
import { FolderSink, LazyPages, type OnCards, type OutputStats, type Render } from './page-sink.ts';
import type { EleventyConstructor, EleventyProgram } from './types.ts';

export type { OutputStats };

/**
 * Writes every page and file of the site below `outputDir`.
 * @param cacheDir folder of all caches
 */
export async function buildPages(
  site: Site,
  templates: Templates,
  outputDir: string,
  cacheDir: string,
  thread: WorkerThread,
  onCards?: OnCards,
): Promise<OutputStats> {
  const sink = new FolderSink(thread, cacheDir, onCards);
  const eleventy = await start({ site, templates, sink }, outputDir);
  await eleventy.write();
  return sink.stats;
}

/** Names the folder that pages would be in; nothing is ever written to it. */
const NOWHERE = '_preview';

/** Every page of the site by its file, such as `about/index.html`; rendered when it is asked for. */
export async function lazyPages(
  site: Site,
  templates: Templates,
): Promise<ReadonlyMap<string, Render>> {
  const sink = new LazyPages(NOWHERE);
  const eleventy = await start({ site, templates, sink }, NOWHERE);
  // Pages that steps of `.eleventy.ts` must see are rendered already.
  for (const { outputPath, content } of await eleventy.toJSON()) {
    if (typeof outputPath === 'string' && typeof content === 'string')
      sink.addPage(outputPath, () => content);
  }
  return sink.pages;
}

async function start(build: Build, outputDir: string): Promise<EleventyProgram> {
  const Eleventy = await importEleventy();
  const eleventy = new Eleventy('templates/pages', outputDir, {
    config: (config) => configure(config, build),
  });
  eleventy.disableLogger();
  await eleventy.init();
  return eleventy;
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
