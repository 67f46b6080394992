/** Loads a site including the pages of added templates. */
import { normalize, relative, sep } from 'node:path';
import {
  LoadCache,
  loadWithProblems,
  type LoadOptions,
  type LoadResult,
} from '../build/load-site.ts';
import { ContentError, hasErrors, type Problem } from '../lib/problem.ts';
import type { AddedPage, Site } from '../site/model.ts';
import { hasAddedTemplates, mayCopyFiles, SHIPPED } from './added-templates.ts';
import { NOWHERE, start } from './build-pages.ts';
import type { DataCascade } from './data-types.ts';
import { LazyPages } from './page-sink.ts';
import type { Project } from './project.ts';
import { templateProblem } from './template-error.ts';

/** @throws {ContentError} with all problems, if any is an error */
export async function loadProject(options: LoadOptions, project: Project): Promise<Site> {
  const { site, problems } = await loadProjectWithProblems(options, project);
  if (hasErrors(problems)) throw new ContentError(problems);
  return site;
}

/**
 * Loads the site even if it has errors. Permalinks of added templates may depend
 * on the site, and the site may link to their pages, so it is loaded twice:
 * without them, and again once Eleventy has resolved their URLs.
 */
export async function loadProjectWithProblems(
  given: LoadOptions,
  project: Project,
): Promise<LoadResult> {
  const options = { ...given, hasUnknownFiles: mayCopyFiles() };
  if (!hasAddedTemplates()) return loadWithProblems(options);
  const { cache = new LoadCache() } = options;
  const first = await loadWithProblems({ ...options, cache });
  const { addedPages, problems } = await findAddedPages(first.site, project);
  if (addedPages.length === 0) return { ...first, problems: [...first.problems, ...problems] };
  const result = await loadWithProblems({ ...options, cache, addedPages });
  return { ...result, problems: [...result.problems, ...problems] };
}

interface Found {
  readonly addedPages: readonly AddedPage[];
  readonly problems: readonly Problem[];
}

/** Dry run of the added templates. */
async function findAddedPages(site: Site, project: Project): Promise<Found> {
  const addedPages: AddedPage[] = [];
  const onData = (data: DataCascade): void => {
    const page = addedPage(data);
    if (page !== undefined) addedPages.push(page);
  };
  const sink = new LazyPages(NOWHERE);
  try {
    const build = { site, sink, ignored: SHIPPED, onData };
    await (await start(project, build, NOWHERE)).toJSON();
    for (const render of sink.pages.values()) render();
  } catch (error) {
    // The check for collisions reports two pages at one URL.
    if (error instanceof Error && error.name === 'DuplicatePermalinkOutputError')
      return { addedPages, problems: [] };
    const problem = templateProblem(error);
    if (problem === undefined) throw error;
    return { addedPages, problems: [problem] };
  }
  return { addedPages, problems: [] };
}

function addedPage({ page, title, eleventyExcludeFromCollections }: DataCascade) {
  const { outputPath, inputPath } = page;
  if (outputPath === false) return undefined;
  const file = relative(NOWHERE, outputPath).split(sep).join('/');
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  return {
    path,
    title: typeof title === 'string' ? title : path,
    file: normalize(inputPath),
    isListed: eleventyExcludeFromCollections !== true,
  };
}
