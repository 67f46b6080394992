/** Loads a site: the steps from a content folder to the site model. */
import { join } from 'node:path';
import { Addresses } from '../addresses/address.ts';
import { isMergedPage } from '../addresses/fixed-pages.ts';
import { planSite } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirect.ts';
import { displayPath } from '../lib/user-folder.ts';
import { coverFile } from '../content/cover.ts';
import { findContent } from '../content/find-content.ts';
import { loadContent, type OnEntry } from '../content/load-content.ts';
import { readOwnFiles } from '../content/own-files.ts';
import { publicAssets } from '../content/public-assets.ts';
import { withUnsaved } from '../content/unsaved-text.ts';
import { REDIRECTS } from '../content/read-settings.ts';
import { MANY_POSTS, collectGarbage, limitHeapGrowth } from '../lib/heap-growth.ts';
import { ContentError, Problems, hasErrors, type Problem } from '../lib/problem.ts';
import { loadBrand } from '../outputs/brand/brand.ts';
import { charactersOf } from '../outputs/brand/characters.ts';
import { CACHE, ImageProcessor } from '../outputs/images/image-processor.ts';
import { imagePaths } from '../site/list-pictures.ts';
import { checkLinks } from '../site/check-links.ts';
import { checkOutput } from '../site/check-output.ts';
import { redirectRows, type Findings } from '../site/findings.ts';
import { hashedFiles } from '../site/hashed-files.ts';
import { lostAddresses } from '../site/lost-addresses.ts';
import { nextChange } from '../site/next-change.ts';
import { answeredPaths } from '../site/published.ts';
import type { Site } from '../site/model.ts';
import { noteSite } from '../site/notes.ts';
import { notePdfs } from '../site/pdf-notes.ts';
import { entryAssets } from '../site/entry-assets.ts';
import { relatedInputs } from '../site/posts.ts';
import { portraitAssets } from '../site/profiles.ts';
import { atFields, planTexts } from '../site/slots.ts';
import { applyImages, bodyIn, wideFiles } from './apply-images.ts';
import { findPosters } from './apply-posters.ts';
import { BodyRenderer } from './body-renderer.ts';
import { buildParts } from './build-parts.ts';
import { findRelated } from './find-related.ts';
import { DraftPosts } from './draft-posts.ts';
import { locate } from './locate-lazily.ts';
import { loadEditor } from './load-editor.ts';
import { LoadCache } from './load-cache.ts';
import { siteUrl, type LoadOptions } from './load-options.ts';
import { siteTexts } from './site-texts.ts';
import { WorkerThread } from './worker-thread.ts';

export { LoadCache };
export type { LoadOptions };

export interface LoadResult {
  /** Must not be published if there is an error. */
  readonly site: Site;
  /** Errors and warnings. */
  readonly problems: readonly Problem[];
  /** Empty unless `wanted` is `notes`. */
  readonly findings: Findings;
  /** Builds a post of the site once more. */
  readonly drafts: DraftPosts;
}

/** @throws {ContentError} with all problems of the content, if any is an error */
export async function loadSite(options: LoadOptions): Promise<Site> {
  const { site, problems } = await loadWithProblems(options);
  if (hasErrors(problems)) throw new ContentError(problems);
  return site;
}

/** Loads the site even if its content has errors. */
export async function loadWithProblems(options: LoadOptions): Promise<LoadResult> {
  const { contentDir, publicDir, drafts, now = Date.now(), wanted = 'page' } = options;
  const { addedPages = [], cache = new LoadCache(), thread = new WorkerThread() } = options;
  const { imageProcessor = new ImageProcessor({ cache: CACHE, encodes: false }) } = options;
  const problems = new Problems();
  const contentFiles = withUnsaved(findContent(contentDir, problems), options);
  const { length } = contentFiles.posts;
  const renderer = new BodyRenderer(thread, cache.bodies[wanted], wanted, cache.stats, length);
  const written: string[] = [];
  const onEntry: OnEntry = (entry, body, settings) => {
    renderer.add(entry, body, settings);
    // The owner's fonts are reduced to the characters of all texts.
    if (typeof settings.fonts === 'object') written.push(body);
  };
  const content = await loadContent(contentDir, contentFiles, onEntry, problems, cache.content);
  // Not earlier: V8 rejects cached code under other flags, and the second thread has now loaded it.
  limitHeapGrowth(length);

  const addresses = new Addresses(siteUrl(content.settings.url, options));
  const shipped = publicAssets(publicDir, contentDir, problems);
  const own = await readOwnFiles(shipped);
  const { settings } = content;
  const settingsFile = displayPath(join(contentDir, 'site.yaml'));
  const characters = () => charactersOf(siteTexts(content, written));
  const look = { settings, contentDir, publicDir, publicFiles: shipped, addresses, characters };
  const brand = await loadBrand({ ...look, cache: cache.brand }, problems);
  const { publicFiles } = brand;
  const cover = coverFile(settings.cover, contentDir, problems);
  const copied = cover === undefined ? publicFiles : [...publicFiles, cover];
  const planOptions = { drafts, now, addedPages, earlier: answeredPaths(options.previous) };
  const plan = planSite(content, planOptions, copied, addresses, problems);
  const texts = planTexts(content.texts, plan.fixed.home, settings.timeZone, now);

  const bodies = await renderer.finish(plan.links, bodyUrls([...plan.entries, ...texts]));
  const bodyOf = bodyIn(bodies);
  for (const { problems: found } of bodies.values())
    problems.add(atFields(found, texts, settingsFile));
  const related = findRelated(
    wanted === 'problems' ? [] : relatedInputs(plan, renderer.takeTerms()),
    thread,
  );
  cache.save();
  if (length > MANY_POSTS) collectGarbage();

  const finder = settings.embeds.posters && wanted === 'page' ? cache.posters : undefined;
  const posters = await findPosters(plan, bodyOf, finder, settingsFile, problems);
  const hashed = options.hashes === false ? [] : hashedFiles(publicFiles);
  const authors = plan.editions.flatMap((edition) => edition.authors);
  const editor = await loadEditor(content, plan, addresses, options, problems);
  const assets = [
    ...copied.filter(({ path }) => !isMergedPage(path, plan.fixed)),
    ...hashed,
    ...brand.hashed,
    ...posters.files,
    ...editor.files,
    ...entryAssets(plan, bodyOf, settings.attachments, problems),
    ...portraitAssets(authors, content.authors, problems),
  ];
  const withImages = await applyImages(
    bodies,
    wideFiles(plan),
    assets,
    new Set([cover?.path ?? [], imagePaths(plan), posters.files.map(({ path }) => path)].flat()),
    addresses.basePath,
    contentDir,
    settings,
    imageProcessor,
    problems,
  );

  const applied = posters.apply(withImages, addresses.basePath);
  const files = [...assets, ...applied.images.flatMap(({ versions }) => versions)];
  const { hasUnknownFiles = false, previous: earlier, strict = false } = options;
  const targets = { plan, content, files, hasUnknownFiles, bodyOf };
  checkLinks({ ...targets, texts, settingsFile }, problems);

  const steps = {
    content,
    plan,
    texts,
    cover,
    related: await related,
    assets,
    brand,
    editor,
    own,
    hashed,
    qrCodes: settings.qrCode ? (await import('../site/qr-codes.ts')).qrCodes(plan) : new Map(),
    ...applied,
    ...{ addresses, problems, options },
  };
  const parts = await buildParts(steps);
  const fileAt = new Map(plan.entries.map(({ entry, address }) => [address.url, entry.file]));
  checkOutput(parts, settings.limits, fileAt, settingsFile, problems);
  if (earlier !== undefined && problems.all.every(keepsAddresses))
    problems.add(
      lostAddresses({
        ...{ earlier, current: parts.published, plan, assets, content },
        file: displayPath(join(contentDir, REDIRECTS)),
        severity: strict ? 'error' : 'warning',
      }),
    );
  if (wanted === 'notes') {
    noteSite(plan, problems);
    notePdfs(assets, problems);
  }

  const located = await locate(problems.all);
  const reported = located.filter((problem) => !isNote(problem));
  const redirects = wanted === 'notes' ? await locate(redirectRows(plan)) : [];
  return {
    drafts: new DraftPosts(steps, targets),
    site: { ...parts, warnings: reported, validUntil: nextChange(content, texts, now) },
    problems: reported,
    findings: { notes: located.filter(isNote), redirects },
  };
}

/** URL of the page that shows each body, by file. */
function bodyUrls(entries: readonly Addressed[]): Map<string, string> {
  return new Map(entries.map(({ entry, address }) => [entry.file, address.url]));
}

/** Whether the addresses are right nevertheless. A redirect may lead to a page that has just gone. */
function keepsAddresses({ severity, code }: Problem): boolean {
  return severity !== 'error' || ['redirect-target-missing', 'feed-id-changed'].includes(code);
}

function isNote({ severity }: Problem): boolean {
  return severity === 'note';
}
