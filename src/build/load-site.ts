/** From a content folder to the model of a site, step by step, before any page is rendered. */
import { Addresses } from '../addresses/address.ts';
import { planSite, type Plan } from '../addresses/plan.ts';
import { findContent } from '../content/find-content.ts';
import { loadContent } from '../content/load-content.ts';
import type { Locatable } from '../content/locate.ts';
import { publicAssets } from '../content/public-assets.ts';
import { MANY_POSTS, limitHeapGrowth } from '../lib/heap-growth.ts';
import { ContentError, Problems, hasErrors, type Problem } from '../lib/problem.ts';
import { CACHE, ImageProcessor } from '../outputs/images/image-processor.ts';
import { redirectRows, type Findings } from '../site/findings.ts';
import { hashedFiles } from '../site/hashed-files.ts';
import { Site } from '../site/model.ts';
import { noteSite } from '../site/notes.ts';
import { comparables, filesBeside } from '../site/posts.ts';
import { portraits } from '../site/profiles.ts';
import { bodyIn, showImages } from './apply-images.ts';
import { BodyRenderer, type TextStats } from './body-renderer.ts';
import { buildParts } from './build-parts.ts';
import { LoadCache } from './load-cache.ts';
import type { LoadOptions } from './load-options.ts';
import { WorkerThread } from './worker-thread.ts';

export { LoadCache };
export type { LoadOptions, TextStats };

/** A site, and everything reported about its content. */
export interface LoadResult {
  /** Not to be published if there is an error. */
  readonly site: Site;
  /** Errors and warnings. */
  readonly problems: readonly Problem[];
  /** Empty unless `wanted` is `notes`. */
  readonly findings: Findings;
}

/**
 * The site, complete and checked.
 * @throws {ContentError} with every problem of the content, if any of them is an error
 */
export async function loadSite(options: LoadOptions): Promise<Site> {
  const { site, problems } = await loadWithProblems(options);
  if (hasErrors(problems)) throw new ContentError(problems);
  return site;
}

/** The site, whatever is wrong with its content. */
export async function loadWithProblems(options: LoadOptions): Promise<LoadResult> {
  const { contentDir, publicDir, drafts, now = Date.now(), wanted = 'page' } = options;
  const { addedPages = [] } = options;
  const { cache = new LoadCache(), thread = new WorkerThread() } = options;
  const { imageProcessor = new ImageProcessor({ cache: CACHE, makes: false }) } = options;
  const problems = new Problems();

  const files = findContent(contentDir, problems);
  const renderer = new BodyRenderer(thread, cache.bodies[wanted], wanted, cache.stats);
  const content = loadContent(
    contentDir,
    files,
    (entry, { language }) => renderer.add(entry, language),
    problems,
    cache.content,
  );
  // By now the second thread has loaded the compiled code, which V8 rejects under other flags.
  if (files.posts.length > MANY_POSTS) limitHeapGrowth();

  const addresses = new Addresses(siteUrl(content.settings.url, options));
  const publicFiles = publicAssets(publicDir, problems);
  const plan = planSite(content, { drafts, now, addedPages }, publicFiles, addresses, problems);

  const bodies = await renderer.finish(plan.links, bodyUrls(plan));
  for (const { problems: found } of bodies.values()) problems.add(found);
  // Cached terms are views of large buffers, which a message would copy as a whole.
  const compared = (wanted === 'problems' ? [] : comparables(plan, bodyIn(bodies))).map((post) => {
    return { ...post, terms: post.terms.slice() };
  });
  const related = thread.call('relatedPosts', compared);
  cache.save();

  const hashed = options.hashes === false ? [] : hashedFiles(publicFiles);
  const assets = [
    ...publicFiles,
    ...hashed,
    ...filesBeside(plan, bodyIn(bodies)),
    ...portraits(plan.authors, content.authors, problems),
  ];
  const shown = await showImages(
    bodies,
    assets,
    addresses.basePath,
    contentDir,
    imageProcessor,
    problems,
  );

  const steps = { content, plan, related: await related, assets, hashed, ...shown, addresses };
  const parts = buildParts({ ...steps, problems, options });
  if (wanted === 'notes') noteSite(plan, bodyIn(shown.bodies), problems);

  const located = await locate(problems.all);
  const reported = located.filter((problem) => !isNote(problem));
  const notes = located.filter(isNote);
  const redirects = wanted === 'notes' ? await locate(redirectRows(plan)) : [];
  return {
    site: new Site({ ...parts, warnings: reported }),
    problems: reported,
    findings: { notes, redirects },
  };
}

/** Address of the home page, wherever the site is served. */
function siteUrl(url: string, options: LoadOptions): string {
  if (options.siteUrl !== undefined) return options.siteUrl;
  return options.origin === undefined ? url : new URL(new URL(url).pathname, options.origin).href;
}

/** Addresses of the pages that show bodies, by the files of these. */
function bodyUrls({ posts, pages }: Plan): Map<string, string> {
  return new Map([...posts, ...pages].map(({ entry, address }) => [entry.file, address.url]));
}

function isNote({ severity }: Problem): boolean {
  return severity === 'note';
}

/** Finds the lines. Most builds have no problem, and do without the parser. */
async function locate<Item extends Locatable>(items: readonly Item[]): Promise<readonly Item[]> {
  if (items.length === 0) return items;
  const { locateProblems } = await import('../content/locate.ts');
  return locateProblems(items);
}
