/** Builds the site model from content, addresses and rendered bodies. */
import { join } from 'node:path';
import type { Addresses } from '../addresses/address.ts';
import { linkResolver } from '../addresses/resolver.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Planned } from '../addresses/plan-entries.ts';
import type { CoverFile } from '../content/cover.ts';
import type { Content, PageEntry } from '../content/entries.ts';
import type { OwnFiles } from '../content/own-files.ts';
import { displayPath } from '../lib/user-folder.ts';
import { wordsIn } from '../lib/language/language.ts';
import type { Problems } from '../lib/problem.ts';
import { withoutMerged } from '../outputs/hosts/assets.ts';
import { securityHeaders } from '../outputs/hosts/headers.ts';
import type { LoadedBrand } from '../outputs/brand/brand.ts';
import { emit } from '../outputs/hosts/emit.ts';
import { readDesign } from '../outputs/social-images/design.ts';
import { renderComment } from '../markdown/comment.ts';
import { alternatesOf, listedIn } from '../site/alternates.ts';
import { commentArchives } from '../site/archived-comments.ts';
import { listPictures } from '../site/list-pictures.ts';
import { deployment } from '../site/deployment.ts';
import { allowedHosts, analyticsOf } from '../site/services.ts';
import { checkSiteUrl } from '../site/check-url.ts';
import { buildEditions, checkEditions } from '../site/editions.ts';
import { buildFacts } from '../site/facts.ts';
import { manifestText } from '../site/manifest.ts';
import type { HashedFile } from '../site/hashed-files.ts';
import type { Asset, Picture, QrCode, Site } from '../site/model.ts';
import { checkEarlierIds, earlierIds } from '../site/earlier-ids.ts';
import { PostIds } from '../site/post-ids.ts';
import { buildPage, buildPosts } from '../site/posts.ts';
import { checkPreviousFeeds } from '../site/previous-feeds.ts';
import { publishedBy } from '../site/published.ts';
import { robotsText } from '../site/robots.ts';
import { buildSearch } from '../site/search.ts';
import { buildCards, sitePreview } from '../site/sharing.ts';
import { buildSitemap } from '../site/sitemap.ts';
import { buildSlots, type PlannedText } from '../site/slots.ts';
import { sourceLinks } from '../site/source-links.ts';
import { writers } from '../site/writers.ts';
import { bodyIn, type AppliedImages } from './apply-images.ts';
import type { LoadOptions } from './load-options.ts';

/** As wide as the page; see `home.css`. */
const COVER_SIZES = '(max-width: 54rem) 90vw, 784px';

/** Results of the steps before it. */
interface Steps extends AppliedImages {
  readonly content: Content;
  readonly plan: Plan;
  readonly texts: readonly PlannedText[];
  readonly cover: CoverFile | undefined;
  /** For each post the indexes of its related posts. */
  readonly related: readonly (readonly number[])[];
  readonly assets: readonly Asset[];
  /** Files of `public/` that are merged with generated ones; the assets may include those of hosts. */
  readonly own: OwnFiles;
  readonly brand: LoadedBrand;
  readonly hashed: readonly HashedFile[];
  readonly qrCodes: ReadonlyMap<string, QrCode>;
  readonly addresses: Addresses;
  readonly problems: Problems;
  readonly options: LoadOptions;
}

/** Decoration, unless it is described. */
function coverOf({ cover, content, addresses, pictureAt }: Steps): Picture | undefined {
  const picture = cover && pictureAt(addresses.of(cover.path).url, COVER_SIZES);
  const { coverAlt: alt = '' } = content.settings;
  return picture && { ...picture, attributes: { ...picture.attributes, alt } };
}

export function buildParts(steps: Steps): Omit<Site, 'warnings' | 'validUntil'> {
  const { content, plan, assets, images, addresses, portraitAt, problems, options } = steps;
  const { settings } = content;
  const { fixed, redirects } = plan;
  const bodyOf = bodyIn(steps.bodies);
  const settingsFile = displayPath(join(options.contentDir, 'site.yaml'));
  // A host chosen on the command line has no position in the file.
  const choice = { file: settingsFile, ...(options.hosts === undefined && { field: 'host' }) };
  // The preview has a URL of its own, and an invalid one has been reported.
  const isPreview = options.origin !== undefined;
  if (options.siteUrl !== undefined)
    checkSiteUrl(fixed.home.canonical, { file: settingsFile }, problems);
  else if (!isPreview && content.invalidSettings?.includes('url') !== true)
    checkSiteUrl(fixed.home.canonical, { file: settingsFile, field: 'url' }, problems);
  const byPath = new Map(images.map((image) => [image.path, image]));
  const sharing = {
    ...{ settings, addresses, images: byPath },
    hasCards: options.cards === true,
    sourceOf: sourceLinks(settings.editUrl, options.contentDir),
  };
  const preview = sitePreview(plan, sharing);
  const facts = {
    ...buildFacts(content, settingsFile, plan, addresses, preview, problems),
    brand: steps.brand.brand,
    analytics: isPreview ? undefined : analyticsOf(settings),
    hashed: Object.fromEntries(steps.hashed.map(({ plainPath, path }) => [plainPath, path])),
  };
  const earlier = earlierIds(plan, options.previous ?? { pages: [] });
  const ids = new PostIds(new URL(settings.url).hostname, content.feedIds, earlier);
  checkEarlierIds(earlier, ids, options.strict === true ? 'error' : 'warning', problems);
  const resolver = linkResolver(plan.links);
  const archiveOf = commentArchives(settings, bodyOf, (text, language) =>
    renderComment(text, wordsIn(language).body, resolver),
  );
  const pictureFor = listPictures(plan, settings, bodyOf, steps.pictureAt);
  const posts = buildPosts(
    plan,
    steps.related,
    settings.language,
    bodyOf,
    ids,
    sharing,
    steps.coverAt,
    pictureFor,
    writers(content.authors, portraitAt),
    archiveOf,
    problems,
  );
  checkPreviousFeeds(options.previousFeeds ?? [], plan, posts, addresses.basePath, problems);
  const slots = buildSlots(steps.texts, content.texts?.html, bodyOf);
  const pageOf = (page: Planned<PageEntry>) =>
    buildPage(page, plan, settings.language, bodyOf, sharing, archiveOf);
  const pages = [...plan.pages, ...plan.introductions].map(pageOf);
  const notFound = plan.notFound && pageOf(plan.notFound);
  checkEditions(content, plan, settingsFile, problems);
  const { preloadsIn } = steps.brand;
  const editions = buildEditions({
    ...{ content, plan, facts, posts, pages, pictureFor, addresses, portraitAt, preloadsIn },
  });
  const alternates = alternatesOf(plan, content);
  const lists = {
    ...editions,
    alternates,
    listedAlternates: listedIn(alternates),
    cover: coverOf(steps),
    slots,
    pages: pages.slice(0, plan.pages.length),
    introduction: pages.find(({ path }) => path === fixed.home.path),
    notFound,
    addedPages: plan.addedPages,
  };
  const texts = [...posts, ...pages, ...(notFound === undefined ? [] : [notFound])];
  const search =
    options.search === false ? undefined : buildSearch(texts, settings.language, plan, pictureFor);
  const { own } = steps;
  const { basePath } = addresses;
  const shown = Object.values(slots).filter((slot) => slot !== undefined);
  const allowed = allowedHosts(settings, posts, !isPreview);
  const target = deployment(
    plan,
    [...texts, ...shown],
    basePath,
    choice,
    search?.folder,
    own,
    assets,
    allowed,
  );
  const forHosts = emit(options.hosts ?? settings.host, target, problems);
  const parts = {
    facts,
    words: wordsIn(settings.language),
    fixed,
    posts,
    ...lists,
    search,
    redirects,
    qrCodes: steps.qrCodes,
    ...forHosts,
    securityHeaders: securityHeaders(target),
    robots: robotsText(fixed.sitemap.canonical, own.get(fixed.robots.path)?.text),
    manifest: manifestText(facts, fixed, own.get(fixed.manifest.path), problems),
    assets: withoutMerged(assets, forHosts.hostFiles, own, problems),
    images,
    cards: sharing.hasCards
      ? buildCards(plan, posts, sharing, readDesign(options.publicDir, steps.brand.cards))
      : undefined,
    sitemap: buildSitemap({ posts, ...lists }),
    feeds: plan.feeds,
    commentsFeed: plan.commentsFeed,
    feedSize: settings.feedSize,
    feedContent: settings.feedContent,
    feedComments: settings.comments?.feeds === true,
  };
  return { ...parts, published: publishedBy(parts, plan, settings.pageSize) };
}
