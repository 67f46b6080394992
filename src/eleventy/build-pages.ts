/** Runs Eleventy over the templates, with a site that is already loaded. */
import type { Site } from '../site/model.ts';
import type { OnCards } from '../build/card-job.ts';
import type { WorkerThread } from '../build/worker-thread.ts';
import { FolderSink, LazyPages, type Made, type Render } from './page-sink.ts';
import type { EleventyConstructor, EleventyProgram } from './program-types.ts';
import { TemplateError } from './template-error.ts';
import { CONFIG, PAGES_DIR, type Build, type Project } from './project.ts';

export type { Made };

/**
 * Writes every page and file of the site below `outputDir`.
 * @param cacheDir folder for what took long to make
 * @param onCards told how many cards are begun, and of how many
 */
export async function buildPages(
  site: Site,
  project: Project,
  outputDir: string,
  cacheDir: string,
  thread: WorkerThread,
  onCards?: OnCards,
): Promise<Made> {
  const sink = new FolderSink(thread, cacheDir, onCards);
  const eleventy = await start(project, { site, templates: project.templates, sink }, outputDir);
  await eleventy.write();
  return sink.made;
}

/** Names the folder that pages would be in; nothing is ever written to it. */
export const NOWHERE = '_preview';

/** Every page of the site by its file, such as `about/index.html`; rendered when it is asked for. */
export async function lazyPages(
  site: Site,
  project: Project,
): Promise<ReadonlyMap<string, Render>> {
  const sink = new LazyPages(NOWHERE);
  const eleventy = await start(project, { site, templates: project.templates, sink }, NOWHERE);
  // Eleventy has rendered what is not TSX, and everything when `.eleventy.ts` has transforms.
  for (const { outputPath, content } of await eleventy.toJSON()) {
    if (typeof outputPath === 'string' && typeof content === 'string')
      sink.addPage(outputPath, () => content);
  }
  return sink.pages;
}

/** An Eleventy that is ready to run. */
export async function start(
  project: Project,
  build: Build,
  outputDir: string,
): Promise<EleventyProgram> {
  const Eleventy = await importEleventy();
  const eleventy = new Eleventy(PAGES_DIR, outputDir, {
    config: async (config) => {
      // The cache lasts as long as the process, and a preview must see what has changed.
      config.setUseTemplateCache(outputDir !== NOWHERE);
      for (const glob of build.ignored ?? []) config.ignores.add(glob);
      if (build.onData !== undefined)
        config.addGlobalData('eleventyDataSchema', () => build.onData);
      await project.configure(config, build).catch((error: unknown) => {
        throw new TemplateError(CONFIG, error);
      });
    },
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
