/** The preview: rebuilds and serves the site when something changes. */
import { join } from 'node:path';
import type { Project } from '../eleventy/project.ts';
import type { LoadOptions } from '../build/load-site.ts';
import { IS_PACKAGE } from '../lib/program.mjs';
import { THEME_TEMPLATES } from '../lib/theme.ts';
import { Builder, TEMPLATES, type Attempt } from './builder.ts';
import { NoPort } from './listen.ts';
import { reportOf, shortReportOf } from './report.ts';
import { PreviewServer, type State } from './server.ts';
import { WarningLog } from './warning-log.ts';
import { SourceFiles, isBelow, type Changes } from './source-files.ts';
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

/** Outcome of a build. */
export interface Outcome {
  /** What prevents the build. */
  readonly errors: string | undefined;
  /** Warnings that earlier builds did not have. */
  readonly newWarnings: string | undefined;
  /** Number of warnings of the last build that are gone. */
  readonly goneWarnings: number;
  readonly posts: number;
}

export interface Listener {
  /** @param url of the home page */
  readonly onStart: (url: string) => Promise<void>;
  /** @param changed paths; empty for the first build */
  readonly onBuild: (outcome: Outcome, changed: readonly string[], milliseconds: number) => void;
}

const CONFIG = '.eleventy.ts';
/** Sources of the program itself. */
const PROGRAM = [...(IS_PACKAGE ? [] : ['src', 'tsconfig.json']), CONFIG, 'package-lock.json'];

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
  const builder = new Builder({ ...options.site, origin }, project);
  const templates = [TEMPLATES, join(contentDir, THEME_TEMPLATES)];
  const preview = new Preview(builder, server, listener, templates);
  const ended = new Promise<boolean>((resolve) => {
    stop.addEventListener('abort', () => resolve(false));
    preview.onProgram = async () => {
      // A source may be missing for a moment; when it comes back, that is a change too.
      if (await rebundle().catch(() => false)) resolve(true);
    };
  });
  const files = new SourceFiles([contentDir, publicDir, TEMPLATES, ...PROGRAM]);
  await preview.start();
  await listener.onStart(`${origin}${preview.basePath}/`);
  // After the first build, because watching a large blog takes a while to begin.
  const watcher = await startWatching(files, (changes) => preview.change(changes, publicDir));
  const isRestart = await ended;
  await watcher.close();
  await server.close();
  return isRestart ? Number(new URL(origin).port) : undefined;
}

class Preview {
  readonly #builder: Builder;
  readonly #server: PreviewServer;
  readonly #listener: Listener;
  readonly #templates: readonly string[];
  /** Distinguishes versions of this run from those of an earlier one. */
  readonly #run = Date.now().toString(36);
  #first: Promise<void> = Promise.resolve();
  #isBuilding = false;
  #changed = new Set<string>();
  #assets = 0;
  #styles = 0;
  readonly #log = new WarningLog();
  #errors: State['errors'] = null;
  #warnings: State['warnings'] = null;
  /** Called when the sources of the program change. */
  onProgram: () => Promise<void> = () => Promise.resolve();

  /** @param templates folders of templates */
  constructor(
    builder: Builder,
    server: PreviewServer,
    listener: Listener,
    templates: readonly string[],
  ) {
    this.#templates = templates;
    this.#builder = builder;
    this.#server = server;
    this.#listener = listener;
  }

  get basePath(): string {
    return this.#builder.files?.basePath ?? '';
  }

  /** Resolves after the first build. */
  start(): Promise<void> {
    this.#first = this.#build([]);
    this.#server.serve({
      files: async () => {
        await this.#first;
        return this.#builder.files;
      },
      state: () => ({
        assets: `${this.#run}.${this.#assets}`,
        styles: `${this.#run}.${this.#styles}`,
        errors: this.#errors,
        warnings: this.#warnings,
      }),
    });
    return this.#first;
  }

  change({ edited, movedOrNew }: Changes, publicDir: string): void {
    const isStyle = (path: string): boolean => path.endsWith('.css') && isBelow(path, publicDir);
    const changed = [...edited.filter((path) => !isStyle(path)), ...movedOrNew];
    if (changed.some((path) => PROGRAM.some((own) => isBelow(path, own)))) {
      void this.onProgram();
      return;
    }
    if (edited.some(isStyle)) {
      this.#styles++;
      this.#server.announce();
    }
    for (const path of changed) this.#changed.add(path);
    void this.#buildChanges();
  }

  async #buildChanges(): Promise<void> {
    if (this.#isBuilding) return;
    while (this.#changed.size > 0) {
      const changed = [...this.#changed];
      this.#changed.clear();
      await this.#build(changed);
    }
  }

  async #build(changed: readonly string[]): Promise<void> {
    const started = performance.now();
    this.#isBuilding = true;
    const hasAsset = (path: string): boolean => this.#builder.files?.hasAsset(path) === true;
    const hadAssets = changed.some(hasAsset);
    const rules = this.#builder.files?.ownRules;
    const attempt = await this.#builder.build(
      changed.some((path) => this.#templates.some((folder) => isBelow(path, folder))),
    );
    this.#isBuilding = false;
    if (hadAssets || changed.some(hasAsset)) this.#assets++;
    if (this.#builder.files?.ownRules !== rules) this.#styles++;
    const outcome = this.#note(attempt);
    this.#server.announce();
    this.#listener.onBuild(outcome, changed, performance.now() - started);
  }

  /** Keeps the problems for open pages, and tells which of them are new. */
  #note({ errors, warnings, posts }: Attempt): Outcome {
    const { length: count } = warnings;
    this.#errors = errors ?? null;
    this.#warnings = count === 0 ? null : { count, ...shortReportOf(warnings) };
    const { added, gone: goneWarnings } = this.#log.update(warnings, errors !== undefined);
    const newWarnings = added.length === 0 ? undefined : reportOf(added).text;
    return { errors: errors?.text, newWarnings, goneWarnings, posts };
  }
}
