/** From a content folder to the model of a site: the whole way, step by step, before any page is rendered. */
import { join } from 'node:path';
import { Addresses } from '../addresses/address.ts';
import { planSite, type Plan } from '../addresses/plan.ts';
import { readColours } from '../outputs/social-images/colours.ts';
import type { Content, PageEntry, PostEntry } from '../content/entries.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { displayPath } from '../content/files.ts';
import { findContent } from '../content/find-content.ts';
import { publicAssets } from '../content/public-assets.ts';
import { loadContent } from '../content/load-content.ts';
import type { Locatable } from '../content/locate.ts';
import { emit } from '../outputs/hosts/emit.ts';
import { portraitSizes, sizesOf } from '../outputs/images/layout.ts';
import { CACHE, ImageProcessor } from '../outputs/images/image-processor.ts';
import { wordsIn } from '../lib/language/language.ts';
import { MANY_POSTS, limitHeapGrowth } from '../lib/heap-growth.ts';
import { ContentError, Problems, hasErrors, type Problem } from '../lib/problem.ts';
import { buildHomePages, buildYears } from '../site/archives.ts';
import { NO_BODY } from '../site/body.ts';
import { LoadCache, type TextEffort } from './body-cache.ts';
import { BodyRenderer } from './body-renderer.ts';
import { buildFacts } from '../site/facts.ts';
import { deployment } from '../site/deployment.ts';
import { hashedFiles, type HashedFile } from '../site/hashed-files.ts';
import { redirectRows, type Findings } from '../site/findings.ts';
import { postIds } from '../site/post-ids.ts';
import type { LoadOptions } from './load-options.ts';
import { Site, type Asset, type SiteParts } from '../site/model.ts';
import { bodyUrls, jobOf } from './body-jobs.ts';
import { noteSite } from '../site/notes.ts';
import { bodyIn, buildPages, buildPosts, comparables, filesBeside } from '../site/posts.ts';
import { checkPreviousFeeds } from '../site/previous-feeds.ts';
import { portraits } from '../site/profiles.ts';
import { findRelated, type RelatedFound } from '../site/related.ts';
import { buildCards, sitePreview } from '../site/sharing.ts';
import { showImages, type Shown } from './apply-images.ts';
import { buildSearch } from '../site/search.ts';
import { buildSitemap } from '../site/sitemap.ts';
import { buildAuthors, buildTags } from '../site/taxonomies.ts';

export { LoadCache };
export type { LoadOptions, TextEffort };

/** A site as far as it can be made, and what is to be said of it. */
export interface LoadResult {
  /** Not to be published when there is an error. */
  readonly site: Site;
  /** Errors and warnings. */
  readonly problems: readonly Problem[];
  /** Empty when nobody asks for them. */
  readonly findings: Findings;
}

/**
 * The site, complete and checked.
 * @throws {ContentError} with every problem of the content, when any of them is an error
 */
export async function loadSite(options: LoadOptions): Promise<Site> {
  const { site, problems } = await loadWithProblems(options);
  if (hasErrors(problems)) throw new ContentError(problems);
  return site;
}

/** The site, whatever is wrong with its content. */
export async function loadWithProblems(options: LoadOptions): Promise<LoadResult> {
  const problems = new Problems();
  const files = findContent(options.contentDir, problems);
  const expected = files.posts.length + files.pages.length;
  const { drafts, now = Date.now(), wanted = 'page', cache = new LoadCache(), thread } = options;
  const rendering = cache.bodies(new BodyRenderer(thread?.worker, expected), wanted);
  const addBody = (entry: PostEntry | PageEntry, { language }: SiteSettings) =>
    rendering.add(jobOf(entry, language));
  const content = loadContent(options.contentDir, files, addBody, problems, cache.readers);
  // Not before the second thread has loaded the compiled code, which goes by V8's flags.
  if (files.posts.length > MANY_POSTS) limitHeapGrowth();
  const addresses = new Addresses(siteUrl(content.settings.url, options));
  const publicFiles = publicAssets(options.publicDir, problems);
  const plan = planSite(content, { drafts, now }, publicFiles, addresses, problems);
  const bodies = await rendering.finish({ links: plan.links, urls: bodyUrls(plan) });
  for (const { problems: found } of bodies.values()) problems.add(found);
  const comparing = findRelated(
    wanted === 'problems' ? [] : comparables(plan, bodies),
    thread?.worker,
  );
  // What goes wrong is met where it is waited for.
  comparing.catch(() => undefined);
  cache.save();
  const hashed = options.hashes === false ? [] : hashedFiles(publicFiles);
  const assets = [
    ...publicFiles,
    ...hashed,
    ...filesBeside(plan, ({ entry }) => bodies.get(entry.file) ?? NO_BODY),
    ...portraits(plan.authors, content.authors, problems),
  ];
  const { contentDir, imageProcessor = new ImageProcessor({ cache: CACHE, makes: false }) } =
    options;
  const place = { basePath: addresses.basePath, sizesOf, portraitSizes };
  const shown = await showImages(
    { bodies, assets, contentDir, ...place },
    imageProcessor,
    displayPath,
    problems,
  );
  const parts = buildParts({
    content,
    plan,
    related: await comparing,
    assets,
    hashed,
    ...shown,
    addresses,
    problems,
    options,
  });
  const bodyOf = bodyIn(shown.bodies);
  if (wanted === 'notes') noteSite(plan, bodyOf, problems);
  const located = await locate(problems.all);
  const found = located.filter((problem) => !isNote(problem));
  return {
    site: new Site({ ...parts, warnings: found }),
    problems: found,
    findings: {
      notes: located.filter(isNote),
      redirects: wanted === 'notes' ? await locate(redirectRows(plan)) : [],
    },
  };
}

/** Address of the home page, wherever the site is looked at. */
function siteUrl(url: string, options: LoadOptions): string {
  if (options.siteUrl !== undefined) return options.siteUrl;
  return options.origin === undefined ? url : new URL(new URL(url).pathname, options.origin).href;
}

function isNote({ severity }: Problem): boolean {
  return severity === 'note';
}

/** Finds the lines; most builds have no problem and do without the parser that tells. */
async function locate<Item extends Locatable>(items: readonly Item[]): Promise<readonly Item[]> {
  if (items.length === 0) return items;
  const { locateProblems } = await import('../content/locate.ts');
  return locateProblems(items);
}

/** What the steps before the model give. */
interface Steps extends Shown {
  readonly content: Content;
  readonly plan: Plan;
  readonly related: RelatedFound['related'];
  readonly assets: readonly Asset[];
  readonly hashed: readonly HashedFile[];
  readonly addresses: Addresses;
  readonly problems: Problems;
  readonly options: LoadOptions;
}

function buildParts({
  content,
  plan,
  related,
  assets,
  hashed,
  images,
  bodies,
  portraitAt,
  addresses,
  problems,
  options,
}: Steps): Omit<SiteParts, 'warnings'> {
  const { settings } = content;
  const { fixed, redirects } = plan;
  const bodyOf = bodyIn(bodies);
  const settingsFile = displayPath(join(options.contentDir, 'site.yaml'));
  // What was chosen on the command line stands in no line of the file.
  const choice = { file: settingsFile, ...(options.hosts === undefined && { field: 'host' }) };
  const words = wordsIn(settings.language);
  const sharing = { settings, words, addresses, hasCards: options.cards === true };
  const preview = sitePreview(plan, sharing);
  const facts = {
    ...buildFacts(settings, settingsFile, plan, addresses, preview, problems),
    hashed: Object.fromEntries(hashed.map(({ plainPath, path }) => [plainPath, path])),
  };
  const idOf = postIds(new URL(settings.url).hostname, content.feedIds);
  const posts = buildPosts(plan, related, settings.language, bodyOf, idOf, sharing, problems);
  checkPreviousFeeds(options.previousFeeds ?? [], plan, posts, addresses.basePath, problems);
  const years = buildYears(posts, words, addresses);
  const lists = {
    homePages: buildHomePages(posts, settings.pageSize, words, addresses),
    tags: buildTags(plan.tags, posts),
    authors: buildAuthors(plan.authors, posts, content.authors, words, portraitAt),
    years,
    months: years.flatMap(({ months }) => months),
    pages: buildPages(plan, bodyOf),
  };
  const texts = [...posts, ...lists.pages];
  const search = options.search === false ? undefined : buildSearch(texts, settings.language, plan);
  return {
    facts,
    words,
    fixed,
    posts,
    ...lists,
    search,
    redirects,
    ...emit(
      options.hosts ?? settings.host,
      deployment(plan, texts, addresses.basePath, choice, search?.folder),
      problems,
    ),
    assets,
    images,
    cards: sharing.hasCards
      ? buildCards(plan, posts, sharing, readColours(join(options.publicDir, COLOURS)))
      : undefined,
    sitemap: buildSitemap({ fixed, posts, ...lists }),
    feeds: plan.feeds,
    commentsFeed: plan.commentsFeed,
    feedSize: settings.feedSize,
    feedContent: settings.feedContent,
  };
}

/** Where the design sets its colours, in `public/`. */
const COLOURS = 'css/tokens.css';
