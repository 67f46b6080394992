/** Builds the preview, and keeps the last site without errors. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CACHE_DIR } from '../lib/cache.ts';
import { lazyPages } from '../eleventy/build-pages.ts';
import type { Failure } from '../eleventy/compile.ts';
import { loadProjectWithProblems } from '../eleventy/load-project.ts';
import { ownCode, run } from '../eleventy/own-code.ts';
import type { Project } from '../eleventy/project.ts';
import { inProgram } from '../lib/program.mjs';
import { hasErrors, type Problem } from '../lib/problem.ts';
import type { DraftPost, DraftPosts } from '../build/draft-posts.ts';
import { LoadCache, type LoadOptions, type LoadResult } from '../build/load-site.ts';
import type { Site } from '../site/model.ts';
import { WorkerThread } from '../build/worker-thread.ts';
import type { Progress } from './early-answers.ts';
import { MissingSources } from './missing-sources.ts';
import { explain, reportOf, type Report } from './report.ts';
import { SiteFiles } from './site-files.ts';

/** Folder of the templates. */
export const TEMPLATES = inProgram('templates');

/** Result of a build. */
export interface Attempt {
  /** What prevents the build. */
  readonly errors: Report | undefined;
  /** Those that were found, if the build has failed. */
  readonly warnings: readonly Problem[];
  readonly posts: number;
}

/** The page of a post, and the problems of its text. */
export interface DraftPage extends DraftPost {
  readonly html: string;
}

export class Builder {
  readonly #options: LoadOptions;
  readonly #cache: LoadCache;
  readonly #sources: MissingSources;
  #project: Project;
  /** Set until the current templates, if they are not the program's, have been compiled. */
  #templatesAreStale: boolean;
  /** The last site without errors. */
  files: SiteFiles | undefined;
  /** Those of the last site, without its pages: the editor, in which errors can be corrected. */
  editorFiles: SiteFiles | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #hasLoaded = false;
  /** Builds posts of that site. */
  #drafts: DraftPosts | undefined;

  constructor(options: LoadOptions, project: Project) {
    const { contentDir, publicDir } = options;
    this.#options = options;
    this.#cache = new LoadCache(CACHE_DIR, contentDir);
    const inContent = ['posts', 'site.yaml'].map((name) => join(contentDir, name));
    this.#sources = new MissingSources([contentDir, ...inContent, publicDir, TEMPLATES]);
    this.#project = project;
    this.#templatesAreStale = ownCode(contentDir).length > 0;
  }

  /** How far a load is with the texts. */
  get progress(): Progress {
    const { texts, rendered, cached } = this.#cache.stats;
    return { done: rendered + cached, all: texts };
  }

  /** Builds the current content. Never throws: errors are part of the result. */
  build(templatesChanged: boolean): Promise<Attempt> {
    return this.#inTurn(() => this.#build(templatesChanged));
  }

  async #build(templatesChanged: boolean): Promise<Attempt> {
    const missing = this.#sources.find();
    if (missing.length > 0) return failed(reportOf(missing));
    try {
      if (templatesChanged || this.#templatesAreStale) {
        const errors = await this.#compile();
        if (errors !== undefined) return failed(errors);
      }
      const { site, problems, drafts } = await this.#load({});
      this.editorFiles = new SiteFiles(site, new Map());
      if (hasErrors(problems)) {
        const errors = problems.filter(({ severity }) => severity === 'error');
        const warnings = problems.filter(({ severity }) => severity === 'warning');
        return failed(reportOf(errors), warnings);
      }
      this.files = await this.filesOf(site);
      this.#drafts = drafts;
      return { errors: undefined, warnings: site.warnings, posts: site.posts.length };
    } catch (error) {
      return failed(explain(error));
    }
  }

  /**
   * The page of a post with a text that is not saved, from the last site without errors.
   * @param folder of the post
   * @returns `undefined` if that site does not show the post
   * @throws errors of templates
   */
  async draftPage(folder: string, text: string): Promise<DraftPage | undefined> {
    const draft = await this.#drafts?.build(folder, text);
    const html = draft && this.files?.pageOf(draft.post);
    return html === undefined || draft === undefined ? undefined : { ...draft, html };
  }

  /**
   * Shows a saved post in its own page, before the whole site is built.
   * @param path of a file
   * @returns whether it is a post of the last site, and has no errors
   */
  async showSaved(path: string): Promise<boolean> {
    if (!isPost(path)) return false;
    try {
      const draft = await this.#drafts?.build(dirname(path));
      if (draft === undefined || hasErrors(draft.problems)) return false;
      this.files?.replace(draft.post);
      return true;
    } catch {
      // The build tells what is wrong.
      return false;
    }
  }

  /** Loads the site with other options. */
  load(changes: Partial<LoadOptions>): Promise<LoadResult> {
    return this.#inTurn(() => this.#load(changes));
  }

  /** The files of a site that `load` has loaded. */
  async filesOf(site: Site): Promise<SiteFiles> {
    return new SiteFiles(site, await lazyPages(site, this.#project));
  }

  async #load(changes: Partial<LoadOptions>): Promise<LoadResult> {
    const isFirst = !this.#hasLoaded;
    this.#hasLoaded = true;
    // Later loads find nearly all texts in the cache.
    const thread = isFirst ? WorkerThread.startFor(this.#options.contentDir) : new WorkerThread();
    const options = {
      ...this.#options,
      drafts: true,
      // The preview serves files, so redirects are files whatever the site's host.
      hosts: this.#options.hosts ?? ['static'],
      cache: this.#cache,
      thread,
      // The client swaps stylesheets by their plain names.
      hashes: false,
      // Indexing would take seconds after each change.
      search: false,
      ...changes,
    };
    try {
      return await loadProjectWithProblems(options, this.#project);
    } finally {
      await thread.stop();
    }
  }

  /** Loads share a cache. */
  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** @returns why the templates cannot be compiled */
  async #compile(): Promise<Report | undefined> {
    this.#templatesAreStale = true;
    const { compile } = await import('../eleventy/compile.ts');
    const compiled = await compile(this.#options.contentDir);
    if ('failure' in compiled) return describe(compiled.failure);
    this.#project = { ...this.#project, ...(await run(compiled.code)) };
    this.#templatesAreStale = false;
    return undefined;
  }
}

/** Whether it is the text of a post, and there. */
function isPost(path: string): boolean {
  return basename(path) === 'index.md' && existsSync(path);
}

/** Places as in the text, which counts columns from 0. */
function describe({ text, mistakes }: Failure): Report {
  const places = mistakes.flatMap(({ file, line, column }) =>
    file === undefined ? [] : [`${file}:${line}:${column}`],
  );
  return { text, places };
}

function failed(errors: Report, warnings: readonly Problem[] = []): Attempt {
  return { errors, warnings, posts: 0 };
}
