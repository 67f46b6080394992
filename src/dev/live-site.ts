/** The site that the preview serves, built again whenever a source changes. */
import { setTimeout as pause } from 'node:timers/promises';
import { IS_PACKAGE } from '../lib/program.mjs';
import type { Attempt, Builder } from './builder.ts';
import { reportOf, shortReportOf } from './report.ts';
import type { PreviewServer, State } from './server.ts';
import { isBelow, type Changes } from './source-files.ts';
import { WarningLog } from './warning-log.ts';

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
  /**
   * @param url of the home page
   * @param editor its URL
   */
  readonly onStart: (url: string, editor: string) => Promise<void>;
  /** @param changed paths; empty for the first build */
  readonly onBuild: (outcome: Outcome, changed: readonly string[], milliseconds: number) => void;
}

/** Milliseconds of a build that is worth showing saved posts before. */
const LONG_BUILD = 500;
/** At most so many milliseconds pass without another save before such a build, which slows down everything else. */
const MAX_PAUSE = 3000;

/** The owner's configuration of Eleventy. */
export const CONFIG = '.eleventy.ts';
/** Sources of the program itself. */
export const PROGRAM = [
  ...(IS_PACKAGE ? [] : ['src', 'tsconfig.json']),
  CONFIG,
  'package-lock.json',
];

/** What the site is built with. */
export type SiteBuilder = Pick<Builder, 'build' | 'editorFiles' | 'files' | 'showSaved'>;

export class LiveSite {
  readonly #builder: SiteBuilder;
  readonly #server: Pick<PreviewServer, 'serve' | 'announce'>;
  readonly #listener: Listener;
  readonly #templates: readonly string[];
  /** Distinguishes versions of this run from those of an earlier one. */
  readonly #run = Date.now().toString(36);
  #first: Promise<void> = Promise.resolve();
  #isBuilding = false;
  /** Milliseconds. */
  #lastBuild = 0;
  #changed = new Set<string>();
  /** Those of `#changed` that `#showSaved` has not seen. */
  #saved = new Set<string>();
  #wake: () => void = () => undefined;
  #assets = 0;
  #styles = 0;
  readonly #log = new WarningLog();
  #errors: State['errors'] = null;
  #warnings: State['warnings'] = null;
  /** Called when the sources of the program change. */
  onProgram: () => Promise<void> = () => Promise.resolve();

  /** @param templates folders of templates */
  constructor(
    builder: SiteBuilder,
    server: Pick<PreviewServer, 'serve' | 'announce'>,
    listener: Listener,
    templates: readonly string[],
  ) {
    this.#templates = templates;
    this.#builder = builder;
    this.#server = server;
    this.#listener = listener;
  }

  /** Resolves after the first build. */
  start(): Promise<void> {
    this.#first = this.#build([]);
    this.#server.serve({
      files: async () => {
        await this.#first;
        return this.#builder.files;
      },
      editorFiles: async () => {
        await this.#first;
        return this.#builder.editorFiles;
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
    for (const path of changed) {
      this.#changed.add(path);
      this.#saved.add(path);
    }
    this.#wake();
    void this.#buildChanges();
  }

  async #buildChanges(): Promise<void> {
    if (this.#isBuilding) return;
    this.#isBuilding = true;
    while (this.#changed.size > 0) {
      while (await this.#showSaved()) await this.#pause(Math.min(this.#lastBuild, MAX_PAUSE));
      const changed = [...this.#changed];
      this.#changed.clear();
      await this.#build(changed);
    }
    this.#isBuilding = false;
  }

  /** Ends with the next change. */
  async #pause(milliseconds: number): Promise<void> {
    const waking = new AbortController();
    this.#wake = () => waking.abort();
    await pause(milliseconds, undefined, { signal: waking.signal }).catch(() => undefined);
  }

  /**
   * Shows posts that were saved at once, if a build would take long.
   * @returns whether there were any
   */
  async #showSaved(): Promise<boolean> {
    const saved = [...this.#saved];
    this.#saved.clear();
    if (this.#lastBuild < LONG_BUILD) return false;
    const shown = await Promise.all(saved.map((path) => this.#builder.showSaved(path)));
    if (!shown.includes(true)) return false;
    this.#server.announce();
    return true;
  }

  async #build(changed: readonly string[]): Promise<void> {
    const started = performance.now();
    const hasAsset = (path: string): boolean => this.#builder.files?.hasAsset(path) === true;
    const hadAssets = changed.some(hasAsset);
    const rules = this.#builder.files?.ownRules;
    const attempt = await this.#builder.build(
      changed.some((path) => this.#templates.some((folder) => isBelow(path, folder))),
    );
    if (hadAssets || changed.some(hasAsset)) this.#assets++;
    if (this.#builder.files?.ownRules !== rules) this.#styles++;
    const outcome = this.#note(attempt);
    this.#server.announce();
    this.#lastBuild = performance.now() - started;
    this.#listener.onBuild(outcome, changed, this.#lastBuild);
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
