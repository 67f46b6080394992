/** The preview: watches the sources of a site, builds it when they change, and serves it. */
import { join } from 'node:path';
import type { Project } from '../eleventy/project.ts';
import { basePathOf } from '../build/load-options.ts';
import type { LoadOptions } from '../build/load-site.ts';
import { CACHE_DIR } from '../lib/cache.ts';
import { THEME_TEMPLATES } from '../lib/theme.ts';
import { Builder, TEMPLATES } from './builder.ts';
import { LocalEditor, editorOrigin, localBackend } from './editor-api/local-editor.ts';
import { PageBuilder } from './editor-api/page-builder.ts';
import { removeLeftovers } from './editor-api/write-files.ts';
import { EDITOR_FOLDER } from '../outputs/editor/page.ts';
import { EarlyAnswers } from './early-answers.ts';
import { NoPort } from './listen.ts';
import { CONFIG, LiveSite, PROGRAM, type Listener } from './live-site.ts';
import { PreviewServer } from './server.ts';
import { SeenPages } from './seen-pages.ts';
import { SourceFiles } from './source-files.ts';
import { startWatching } from './watcher.ts';

export { NoPort };

export interface PreviewOptions {
  readonly site: LoadOptions;
  /** First port to try. */
  readonly port: number;
  /** Serves other machines in the network too. */
  readonly lan: boolean;
  /** Command that opens a file, if the owner has named one. */
  readonly editor: string | undefined;
}

/**
 * @param stop ends the preview
 * @param rebundle rebuilds the program; false if its sources do not compile
 * @throws {NoPort}
 * @returns the port, if the program has changed and has to be restarted
 */
export async function runPreview(
  options: PreviewOptions,
  project: Project,
  listener: Listener,
  stop: AbortSignal,
  rebundle: () => Promise<boolean>,
): Promise<number | undefined> {
  const { contentDir, publicDir } = options.site;
  const editor = { paths: [contentDir, publicDir, TEMPLATES, CONFIG], command: options.editor };
  const server = await PreviewServer.listen({ port: options.port, lan: options.lan, editor });
  const { origin } = server;
  const backend = localBackend(contentDir, editorOrigin(origin));
  const siteOptions = { ...options.site, origin, editor: backend };
  const builder = new Builder(siteOptions, project);
  cleanUp(contentDir);
  const pages = new PageBuilder(builder);
  server.localEditor = new LocalEditor(contentDir, editorOrigin(origin), pages);
  server.early = new EarlyAnswers(new SeenPages(CACHE_DIR, contentDir), () => builder.progress);
  const templates = [TEMPLATES, join(contentDir, THEME_TEMPLATES)];
  const site = new LiveSite(builder, server, listener, templates);
  const ended = new Promise<boolean>((resolve) => {
    stop.addEventListener('abort', () => resolve(false));
    site.onProgram = async () => {
      // A source may be missing for a moment; when it comes back, that is a change too.
      if (await rebundle().catch(() => false)) resolve(true);
    };
  });
  const files = new SourceFiles([contentDir, publicDir, TEMPLATES, ...PROGRAM]);
  const firstBuild = site.start();
  server.early.until(firstBuild);
  const basePath = basePathOf(siteOptions);
  await listener.onStart(
    `${origin}${basePath}/`,
    `${editorOrigin(origin)}${basePath}${EDITOR_FOLDER}`,
  );
  await Promise.race([firstBuild, ended]);
  // After the first build, because watching a large blog takes a while to begin.
  const watcher = stop.aborted
    ? undefined
    : await startWatching(files, (changes) => site.change(changes, publicDir));
  const isRestart = await ended;
  await watcher?.close();
  await server.close();
  return isRestart ? Number(new URL(origin).port) : undefined;
}

/** After a preview that was killed while the editor saved. */
function cleanUp(contentDir: string): void {
  try {
    removeLeftovers(contentDir);
  } catch {
    // The folder is missing, which the build reports, or read-only; the files harm nobody.
  }
}
