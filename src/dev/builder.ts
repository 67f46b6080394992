/** Keeps the last good site, and what is wrong with the present content. */
import { existsSync, readFileSync } from 'node:fs';
import { CACHE_DIR } from '../lib/cache.ts';
import { lazyPages } from '../eleventy/build-pages.ts';
import { loadProject } from '../eleventy/load-project.ts';
import { templateProblem } from '../eleventy/template-error.ts';
import type { Project } from '../eleventy/project.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { formatProblems } from '../report/text.ts';
import { LoadCache, type LoadOptions } from '../build/load-site.ts';
import { SiteFiles } from './site-files.ts';

/** How an attempt to build went. */
export interface Attempt {
  /** The messages that keep the site from being built. */
  readonly problems: string | undefined;
  /** Messages that do not. */
  readonly warnings: string | undefined;
  readonly posts: number;
}

export class Builder {
  readonly #options: LoadOptions;
  readonly #cache: LoadCache;
  #project: Project;
  /** Set when the templates could not be compiled as they stand. */
  #templatesAreStale = false;
  /** The last site without errors. */
  files: SiteFiles | undefined;

  constructor(options: LoadOptions, project: Project) {
    this.#options = options;
    this.#cache = new LoadCache(CACHE_DIR, options.contentDir);
    this.#project = project;
  }

  /** Builds the site as it stands now. What is wrong is told in the result, not thrown. */
  async build(templatesChanged: boolean): Promise<Attempt> {
    try {
      if (templatesChanged || this.#templatesAreStale) {
        const problems = await this.#compile();
        if (problems !== undefined) return failed(problems);
      }
      const options = {
        ...this.#options,
        drafts: true,
        // The preview serves files: old addresses are files here, wherever the site will be.
        hosts: this.#options.hosts ?? ['static'],
        cache: this.#cache,
        // The preview exchanges stylesheets, and knows them by their own names.
        hashes: false,
        // Drafts are never found, and an index of the rest would cost seconds after each change.
        search: false,
      };
      const site = await loadProject(options, this.#project);
      this.files = new SiteFiles(site, await lazyPages(site, this.#project));
      const warnings = site.warnings.length === 0 ? undefined : format(site.warnings);
      return { problems: undefined, warnings, posts: site.posts.length };
    } catch (error) {
      return failed(explain(error));
    }
  }

  /** @returns why the templates cannot be compiled */
  async #compile(): Promise<string | undefined> {
    this.#templatesAreStale = true;
    const { compileTemplates } = await import('./templates.ts');
    const compiled = await compileTemplates();
    if ('problems' in compiled) return compiled.problems;
    this.#project = { ...this.#project, templates: compiled.templates };
    this.#templatesAreStale = false;
    return undefined;
  }
}

function failed(problems: string): Attempt {
  return { problems, warnings: undefined, posts: 0 };
}

function format(problems: readonly Problem[]): string {
  return formatProblems(problems, (file) =>
    existsSync(file) ? readFileSync(file, 'utf8') : undefined,
  );
}

/** What is wrong with the content or a template, or else the fault of the program. */
export function explain(error: unknown): string {
  if (error instanceof ContentError) return format(error.problems);
  const problem = templateProblem(error);
  if (problem !== undefined) return format([problem]);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
