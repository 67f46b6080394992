/** Loads a site together with the pages of templates that the owner has added. */
import { normalize, relative, sep } from 'node:path';
import {
  LoadCache,
  loadWithProblems,
  type LoadOptions,
  type LoadResult,
} from '../build/load-site.ts';
import { ContentError, hasErrors, type Problem } from '../lib/problem.ts';
import type { AddedPage, Site } from '../site/model.ts';
import { hasAddedTemplates, SHIPPED } from './added-templates.ts';
import { NOWHERE, start } from './build-pages.ts';
import type { DataCascade } from './data-types.ts';
import { LazyPages } from './page-sink.ts';
import type { Project } from './project.ts';
import { templateProblem } from './template-error.ts';

/**
 * The site, complete and checked.
 * @throws {ContentError} with every problem, when any of them is an error
 */
export async function loadProject(options: LoadOptions, project: Project): Promise<Site> {
  const { site, problems } = await loadProjectWithProblems(options, project);
  if (hasErrors(problems)) throw new ContentError(problems);
  return site;
}

/**
 * The site, whatever is wrong with it. Permalinks of added templates may depend
 * on the site, and the site links to their pages: it is loaded once without
 * them, and again when Eleventy has told their addresses.
 */
export async function loadProjectWithProblems(
  options: LoadOptions,
  project: Project,
): Promise<LoadResult> {
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

/** Runs the added templates alone and writes nothing. */
async function findAddedPages(site: Site, project: Project): Promise<Found> {
  const addedPages: AddedPage[] = [];
  const onData = (data: DataCascade): void => {
    const page = addedPage(data);
    if (page !== undefined) addedPages.push(page);
  };
  const sink = new LazyPages(NOWHERE);
  try {
    const build = { site, templates: project.templates, sink, ignored: SHIPPED, onData };
    await (await start(project, build, NOWHERE)).toJSON();
    for (const render of sink.pages.values()) render();
  } catch (error) {
    // Two pages at one address are found among all the others.
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
