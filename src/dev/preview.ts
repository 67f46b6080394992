/** The preview: rebuilds and serves the site when something changes. */
import type { Project } from '../eleventy/project.ts';
import type { LoadOptions } from '../build/load-site.ts';
import { Builder, type Attempt } from './builder.ts';
import { NoPort } from './listen.ts';
import { PreviewServer } from './server.ts';
import { isBelow, startWatching, type Changes } from './watcher.ts';

export { NoPort };

export interface PreviewOptions {
  readonly site: LoadOptions;
  /** First port to try. */
  readonly port: number;
}

export interface Listener {
  /** @param url of the home page */
  readonly onStart: (url: string) => void;
  /** @param changed paths; empty for the first build */
  readonly onBuild: (attempt: Attempt, changed: readonly string[], milliseconds: number) => void;
}

/** Sources of the program itself. */
const PROGRAM = ['src', '.eleventy.ts', 'tsconfig.json', 'package-lock.json'];
const TEMPLATES = 'templates';

/**
 * @param stop ends the preview
 * @param rebundle rebuilds the program; false if its sources do not compile
 * @throws {NoPort}
 * @returns whether the program has changed and has to be restarted
 */
export async function runPreview(
  options: PreviewOptions,
  project: Project,
  listener: Listener,
  stop: AbortSignal,
  rebundle: () => Promise<boolean>,
): Promise<boolean> {
  const server = await PreviewServer.listen(options.port);
  const { origin } = server;
  const builder = new Builder({ ...options.site, origin }, project);
  const preview = new Preview(builder, server, listener);
  const ended = new Promise<boolean>((resolve) => {
    stop.addEventListener('abort', () => resolve(false));
    preview.onProgram = async () => {
      if (await rebundle()) resolve(true);
    };
  });
  const { contentDir, publicDir } = options.site;
  const started = Date.now();
  await preview.start();
  listener.onStart(`${origin}${preview.basePath}/`);
  // After the first build, because scanning the files of a large blog takes a while.
  const watcher = await startWatching(
    [contentDir, publicDir, TEMPLATES, ...PROGRAM],
    started,
    (changes) => preview.change(changes, publicDir),
  );
  const isRestart = await ended;
  await watcher.close();
  await server.close();
  return isRestart;
}

class Preview {
  readonly #builder: Builder;
  readonly #server: PreviewServer;
  readonly #listener: Listener;
  /** Distinguishes versions of this run from those of an earlier one. */
  readonly #run = Date.now().toString(36);
  #first: Promise<void> = Promise.resolve();
  #isBuilding = false;
  #changed = new Set<string>();
  #assets = 0;
  #styles = 0;
  #problems: string | null = null;
  /** Called when the sources of the program change. */
  onProgram: () => Promise<void> = () => Promise.resolve();

  constructor(builder: Builder, server: PreviewServer, listener: Listener) {
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
        problems: this.#problems,
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
    const isAsset = (path: string): boolean => this.#builder.files?.isAsset(path) === true;
    const hadAsset = changed.some(isAsset);
    const attempt = await this.#builder.build(changed.some((path) => isBelow(path, TEMPLATES)));
    this.#isBuilding = false;
    this.#problems = attempt.problems ?? null;
    if (hadAsset || changed.some(isAsset)) this.#assets++;
    this.#server.announce();
    this.#listener.onBuild(attempt, changed, performance.now() - started);
  }
}
