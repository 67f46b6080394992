/** Builds the site model from content, addresses and rendered bodies. */
import { join } from 'node:path';
import type { Planned } from '../addresses/plan-entries.ts';
import type { CoverFile } from '../content/cover.ts';
import type { PageEntry } from '../content/entries.ts';
import type { OwnFiles } from '../content/own-files.ts';
import { breathe, mapBreathing } from '../lib/breathe.ts';
import { displayPath } from '../lib/user-folder.ts';
import { wordsIn } from '../lib/language/language.ts';
import { withoutMerged } from '../outputs/hosts/assets.ts';
import { editorHeaders, securityHeaders } from '../outputs/hosts/headers.ts';
import type { LoadedBrand } from '../outputs/brand/brand.ts';
import { emit } from '../outputs/hosts/emit.ts';
import { readDesign } from '../outputs/social-images/design.ts';
import { alternatesOf, listedIn } from '../site/alternates.ts';
import { deployment } from '../site/deployment.ts';
import { allowedHosts, analyticsOf } from '../site/services.ts';
import { checkSiteUrl } from '../site/check-url.ts';
import { buildEditions, checkEditions } from '../site/editions.ts';
import { buildFacts } from '../site/facts.ts';
import { manifestText } from '../site/manifest.ts';
import type { HashedFile } from '../site/hashed-files.ts';
import type { Asset, Picture, QrCode, Site } from '../site/model.ts';
import { checkEarlierIds } from '../site/earlier-ids.ts';
import { buildPage } from '../site/posts.ts';
import { checkPreviousFeeds } from '../site/previous-feeds.ts';
import { publishedBy } from '../site/published.ts';
import { robotsText } from '../site/robots.ts';
import { buildSearch } from '../site/search.ts';
import { buildCards, sitePreview } from '../site/sharing.ts';
import { buildSitemap, sitemapFiles } from '../site/sitemap.ts';
import { buildSlots, type PlannedText } from '../site/slots.ts';
import { bodyIn } from './apply-images.ts';
import { postParts, type PostSteps } from './post-parts.ts';
import type { LoadedEditor } from './load-editor.ts';

/** As wide as the page; see `home.css`. */
const COVER_SIZES = '(max-width: 54rem) 90vw, 784px';

/** Results of the steps before it. */
interface Steps extends PostSteps {
  readonly texts: readonly PlannedText[];
  readonly cover: CoverFile | undefined;
  readonly assets: readonly Asset[];
  /** Files of `public/` that are merged with generated ones; the assets may include those of hosts. */
  readonly own: OwnFiles;
  readonly brand: LoadedBrand;
  readonly editor: LoadedEditor;
  readonly hashed: readonly HashedFile[];
  readonly qrCodes: ReadonlyMap<string, QrCode>;
}

/** Decoration, unless it is described. */
function coverOf({ cover, content, addresses, pictureAt }: Steps): Picture | undefined {
  const picture = cover && pictureAt(addresses.of(cover.path).url, COVER_SIZES);
  const { coverAlt: alt = '' } = content.settings;
  return picture && { ...picture, attributes: { ...picture.attributes, alt } };
}

export async function buildParts(steps: Steps): Promise<Omit<Site, 'warnings' | 'validUntil'>> {
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
  const { sharing, earlier, ids, archiveOf, pictureFor, buildPost } = postParts(steps);
  const preview = sitePreview(plan, sharing);
  const facts = {
    ...buildFacts(content, settingsFile, plan, addresses, preview, problems),
    brand: steps.brand.brand,
    analytics: isPreview ? undefined : analyticsOf(settings),
    hashed: Object.fromEntries(steps.hashed.map(({ plainPath, path }) => [plainPath, path])),
  };
  checkEarlierIds(earlier, ids, options.strict === true ? 'error' : 'warning', problems);
  const posts = await mapBreathing(plan.posts, buildPost);
  checkPreviousFeeds(options.previousFeeds ?? [], plan, posts, addresses.basePath, problems);
  const slots = buildSlots(steps.texts, content.texts?.html, bodyOf);
  const pageOf = (page: Planned<PageEntry>) =>
    buildPage(page, plan, settings.language, bodyOf, sharing, archiveOf);
  const pages = [...plan.pages, ...plan.introductions].map(pageOf);
  const notFound = plan.notFound && pageOf(plan.notFound);
  checkEditions(content, plan, settingsFile, problems);
  await breathe();
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
  await breathe();
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
    steps.editor.policy,
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
    editorHeaders: editorHeaders(target),
    robots: robotsText(fixed.sitemap.canonical, own.get(fixed.robots.path)?.text),
    manifest: manifestText(facts, fixed, own.get(fixed.manifest.path), problems),
    assets: withoutMerged(assets, forHosts.hostFiles, own, problems),
    images,
    cards: sharing.hasCards
      ? buildCards(plan, posts, sharing, readDesign(options.publicDir, steps.brand.cards))
      : undefined,
    sitemaps: sitemapFiles(buildSitemap({ posts, ...lists }), fixed.sitemap, addresses),
    feeds: plan.feeds,
    commentsFeed: plan.commentsFeed,
    feedSize: settings.feedSize,
    feedContent: settings.feedContent,
    feedComments: settings.comments?.feeds === true,
  };
  return { ...parts, published: publishedBy(parts, plan, settings.pageSize) };
}
