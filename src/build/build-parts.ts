/** Builds the site model from content, addresses and rendered bodies. */
import { join } from 'node:path';
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Content } from '../content/entries.ts';
import type { OwnFiles } from '../content/own-files.ts';
import { displayPath } from '../lib/user-folder.ts';
import { wordsIn } from '../lib/language/language.ts';
import type { Problems } from '../lib/problem.ts';
import { withoutMerged } from '../outputs/hosts/assets.ts';
import { securityHeaders } from '../outputs/hosts/headers.ts';
import { emit } from '../outputs/hosts/emit.ts';
import { readDesign } from '../outputs/social-images/design.ts';
import { alternatesOf } from '../site/alternates.ts';
import { deployment } from '../site/deployment.ts';
import { checkSiteUrl } from '../site/check-url.ts';
import { buildEditions, checkEditions } from '../site/editions.ts';
import { buildFacts } from '../site/facts.ts';
import { manifestText } from '../site/manifest.ts';
import type { HashedFile } from '../site/hashed-files.ts';
import type { Asset, Site } from '../site/model.ts';
import { checkEarlierIds, earlierIds } from '../site/earlier-ids.ts';
import { PostIds } from '../site/post-ids.ts';
import { buildPage, buildPosts } from '../site/posts.ts';
import { checkPreviousFeeds } from '../site/previous-feeds.ts';
import { publishedBy } from '../site/published.ts';
import { robotsText } from '../site/robots.ts';
import { buildSearch } from '../site/search.ts';
import { buildCards, sitePreview } from '../site/sharing.ts';
import { buildSitemap } from '../site/sitemap.ts';
import { bodyIn, type AppliedImages } from './apply-images.ts';
import type { LoadOptions } from './load-options.ts';

/** Results of the steps before it. */
interface Steps extends AppliedImages {
  readonly content: Content;
  readonly plan: Plan;
  /** For each post the indexes of its related posts. */
  readonly related: readonly (readonly number[])[];
  readonly assets: readonly Asset[];
  /** Files of `public/` that are merged with generated ones; the assets may include those of hosts. */
  readonly own: OwnFiles;
  readonly hashed: readonly HashedFile[];
  readonly addresses: Addresses;
  readonly problems: Problems;
  readonly options: LoadOptions;
}

export function buildParts(steps: Steps): Omit<Site, 'warnings'> {
  const { content, plan, assets, images, addresses, problems, options } = steps;
  const { settings } = content;
  const { fixed, redirects } = plan;
  const bodyOf = bodyIn(steps.bodies);
  const settingsFile = displayPath(join(options.contentDir, 'site.yaml'));
  // A host chosen on the command line has no position in the file.
  const choice = { file: settingsFile, ...(options.hosts === undefined && { field: 'host' }) };
  // The preview has a URL of its own, and an invalid one has been reported.
  if (options.siteUrl !== undefined)
    checkSiteUrl(fixed.home.canonical, { file: settingsFile }, problems);
  else if (options.origin === undefined && content.invalidSettings?.includes('url') !== true)
    checkSiteUrl(fixed.home.canonical, { file: settingsFile, field: 'url' }, problems);
  const byPath = new Map(images.map((image) => [image.path, image]));
  const sharing = {
    ...{ settings, addresses, images: byPath },
    hasCards: options.cards === true,
  };
  const preview = sitePreview(plan, sharing);
  const facts = {
    ...buildFacts(settings, settingsFile, plan, addresses, preview, problems),
    hashed: Object.fromEntries(steps.hashed.map(({ plainPath, path }) => [plainPath, path])),
  };
  const earlier = earlierIds(plan, options.previous ?? { pages: [] });
  const ids = new PostIds(new URL(settings.url).hostname, content.feedIds, earlier);
  checkEarlierIds(earlier, ids, options.strict === true ? 'error' : 'warning', problems);
  const posts = buildPosts(plan, steps.related, settings.language, bodyOf, ids, sharing, problems);
  checkPreviousFeeds(options.previousFeeds ?? [], plan, posts, addresses.basePath, problems);
  const pages = [...plan.pages, ...plan.introductions].map((page) => buildPage(page, bodyOf));
  const notFound = plan.notFound && buildPage(plan.notFound, bodyOf);
  checkEditions(content, plan, settingsFile, problems);
  const { portraitAt } = steps;
  const editions = buildEditions({ content, plan, facts, posts, pages, addresses, portraitAt });
  const lists = {
    ...editions,
    alternates: alternatesOf(plan, content),
    pages: pages.slice(0, plan.pages.length),
    introduction: pages.find(({ path }) => path === fixed.home.path),
    notFound,
    addedPages: plan.addedPages,
  };
  const texts = [...posts, ...pages, ...(notFound === undefined ? [] : [notFound])];
  const search = options.search === false ? undefined : buildSearch(texts, settings.language, plan);
  const { own } = steps;
  const { basePath } = addresses;
  const target = deployment(plan, texts, basePath, choice, search?.folder, own, assets);
  const forHosts = emit(options.hosts ?? settings.host, target, problems);
  const parts = {
    // Their navigation is that of the main edition.
    facts: editions.editions[0]?.facts ?? facts,
    words: wordsIn(settings.language),
    fixed,
    posts,
    ...lists,
    search,
    redirects,
    ...forHosts,
    securityHeaders: securityHeaders(target),
    robots: robotsText(fixed.sitemap.canonical, own.get(fixed.robots.path)?.text),
    manifest: manifestText(facts, fixed, own.get(fixed.manifest.path), problems),
    assets: withoutMerged(assets, forHosts.hostFiles, own, problems),
    images,
    cards: sharing.hasCards
      ? buildCards(plan, posts, sharing, readDesign(options.publicDir))
      : undefined,
    sitemap: buildSitemap({ posts, ...lists }),
    feeds: plan.feeds,
    commentsFeed: plan.commentsFeed,
    feedSize: settings.feedSize,
    feedContent: settings.feedContent,
  };
  return { ...parts, published: publishedBy(parts, plan, settings.pageSize) };
}
