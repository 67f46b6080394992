/** Builds the preview, and keeps the last site without errors. */
import { join } from 'node:path';
import { CACHE_DIR } from '../lib/cache.ts';
import { lazyPages } from '../eleventy/build-pages.ts';
import type { Failure } from '../eleventy/compile.ts';
import { loadProject } from '../eleventy/load-project.ts';
import { ownCode, run } from '../eleventy/own-code.ts';
import type { Project } from '../eleventy/project.ts';
import { inProgram } from '../lib/program.mjs';
import { ContentError, type Problem } from '../lib/problem.ts';
import { LoadCache, type LoadOptions } from '../build/load-site.ts';
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

export class Builder {
  readonly #options: LoadOptions;
  readonly #cache: LoadCache;
  readonly #sources: MissingSources;
  #project: Project;
  /** Set until the current templates, if they are not the program's, have been compiled. */
  #templatesAreStale: boolean;
  /** The last site without errors. */
  files: SiteFiles | undefined;

  constructor(options: LoadOptions, project: Project) {
    const { contentDir, publicDir } = options;
    this.#options = options;
    this.#cache = new LoadCache(CACHE_DIR, contentDir);
    const inContent = ['posts', 'site.yaml'].map((name) => join(contentDir, name));
    this.#sources = new MissingSources([contentDir, ...inContent, publicDir, TEMPLATES]);
    this.#project = project;
    this.#templatesAreStale = ownCode(contentDir).length > 0;
  }

  /** Builds the current content. Never throws: errors are part of the result. */
  async build(templatesChanged: boolean): Promise<Attempt> {
    const missing = this.#sources.find();
    if (missing.length > 0) return failed(reportOf(missing));
    try {
      if (templatesChanged || this.#templatesAreStale) {
        const errors = await this.#compile();
        if (errors !== undefined) return failed(errors);
      }
      const options = {
        ...this.#options,
        drafts: true,
        // The preview serves files, so redirects are files whatever the site's host.
        hosts: this.#options.hosts ?? ['static'],
        cache: this.#cache,
        // The client swaps stylesheets by their plain names.
        hashes: false,
        // Indexing would take seconds after each change.
        search: false,
      };
      const site = await loadProject(options, this.#project);
      this.files = new SiteFiles(site, await lazyPages(site, this.#project));
      return { errors: undefined, warnings: site.warnings, posts: site.posts.length };
    } catch (error) {
      if (!(error instanceof ContentError)) return failed(explain(error));
      const errors = error.problems.filter(({ severity }) => severity === 'error');
      const warnings = error.problems.filter(({ severity }) => severity === 'warning');
      return failed(reportOf(errors), warnings);
    }
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
