/** Runs Eleventy over the templates, with a site that is already loaded. */
import { IS_PACKAGE } from '../lib/program.mjs';
import type { Site } from '../site/model.ts';
import type { WorkerThread } from '../build/worker-thread.ts';
import { FolderSink, type OutputStats, type SinkOptions } from './folder-sink.ts';
import { LazyPages, type Render } from './page-sink.ts';
import type { EleventyConstructor, EleventyProgram } from './program-types.ts';
import { TemplateError } from './template-error.ts';
import { CONFIG, PAGES_DIR, type Build, type Project } from './project.ts';
import type { EleventyConfig } from './types.ts';

export type { OutputStats };

/**
 * Writes every page and file of the site.
 * @param cacheDir folder of all caches
 */
export async function buildPages(
  site: Site,
  project: Project,
  outputDir: string,
  cacheDir: string,
  thread: WorkerThread,
  options: SinkOptions,
): Promise<OutputStats> {
  const sink = new FolderSink(thread, cacheDir, options);
  const eleventy = await start(project, { site, sink }, outputDir);
  await eleventy.write();
  return sink.stats;
}

/** Output folder of runs that write nothing. */
export const NOWHERE = '_preview';

/** Every page of the site by its file, such as `about/index.html`; rendered on request. */
export async function lazyPages(
  site: Site,
  project: Project,
): Promise<ReadonlyMap<string, Render>> {
  const sink = new LazyPages(NOWHERE);
  const eleventy = await start(project, { site, sink }, NOWHERE);
  // Eleventy renders templates other than TSX itself, and all of them if `.eleventy.ts` has transforms.
  for (const { outputPath, content } of await eleventy.toJSON()) {
    if (typeof outputPath === 'string' && typeof content === 'string')
      sink.addPage(outputPath, undefined, () => content);
  }
  return sink.pages;
}

/** Starts Eleventy with the owner's configuration. */
export async function start(
  project: Project,
  run: Omit<Build, 'templates' | 'isUnchecked'>,
  outputDir: string,
): Promise<EleventyProgram> {
  const { templates, ownCode } = project;
  const build = { ...run, templates, isUnchecked: !IS_PACKAGE || ownCode !== undefined };
  const Eleventy = await importEleventy();
  const eleventy = new Eleventy(PAGES_DIR, outputDir, {
    config: async (config) => {
      // `disableLogger` leaves its remarks on slow filters and transforms.
      config.benchmarks.config.setIsVerbose(false);
      // The cache lasts as long as the process, so a preview would not see changes.
      config.setUseTemplateCache(outputDir !== NOWHERE);
      if (IS_PACKAGE) showPackage(config);
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

/** Eleventy skips what npm has installed, and what Git ignores. */
function showPackage(config: EleventyConfig): void {
  config.ignores.delete('**/node_modules/**');
  config.setUseGitIgnore(false);
}

/** Starts loading Eleventy, so that it is ready once the posts are rendered. */
export function preloadEleventy(): void {
  // The same error is thrown, and handled, where Eleventy is needed.
  importEleventy().catch(() => undefined);
}

async function importEleventy(): Promise<EleventyConstructor> {
  const { default: Eleventy } = await loadEleventy();
  return Eleventy;
}

/** The module, of which there must be one. */
export function loadEleventy(): Promise<{ readonly default: EleventyConstructor }> {
  // Eleventy's module hooks are for its watcher and slow down every import.
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] ??= 'true';
  return import('@11ty/eleventy');
}
