/** Formats the summary at the end of a command. */
import type { TextStats } from '../build/text-stats.ts';
import type { OutputStats } from '../eleventy/build-pages.ts';
import type { Report } from '../incremental/build-record.ts';
import type { Problem } from '../lib/problem.ts';
import { MIN_TEXTS } from '../lib/store.ts';
import { count, firstFew, seconds } from '../lib/wording.ts';
import type { ImageStats } from '../outputs/images/image-processor.ts';
import type { Site } from '../site/model.ts';

/** Letters listed in a message. */
const MAX_LETTERS = 40;
/** Feeds listed in a message. */
const MAX_FEEDS = 10;

/**
 * @param action such as `Built _site`
 * @param milliseconds duration of the run
 */
export function summarize(site: Site, action: string, milliseconds: number): string {
  const lines = [`${action} in ${seconds(milliseconds)}: ${contentsOf(site)}.`];
  if (site.hostFiles.length > 0)
    lines.push(`For the host: ${site.hostFiles.map(({ path }) => path.slice(1)).join(', ')}.`);
  if (site.warnings.length > 0) lines.push(warningsAbove(site.warnings));
  return lines.join('\n');
}

/** In place of a summary if the output is what a build would write. */
export function summarizeUnchanged(
  { contents, warnings }: Report,
  output: string,
  milliseconds: number,
): string {
  const lines = [
    `Nothing has changed since ${output} was built: ${contents}. Looked in ${seconds(milliseconds)}.`,
  ];
  if (warnings.length > 0) lines.push(warningsAbove(warnings));
  return lines.join('\n');
}

function warningsAbove(warnings: readonly Problem[]): string {
  return `${count(warnings.length, 'warning')}, listed above.`;
}

/** How much of each kind the site has. */
export function contentsOf(site: Site): string {
  const drafts = site.posts.filter(({ draft }) => draft).length;
  return [
    count(site.posts.length, 'post') + (drafts === 0 ? '' : ` (${count(drafts, 'draft')})`),
    count(site.pages.length, 'page'),
    count(names(site.tags), 'tag'),
    count(names(site.authors), 'author'),
    ...(site.series.length === 0 ? [] : [count(names(site.series), 'series', 'series')]),
    count(site.years.length, 'year'),
    count(site.months.length, 'month'),
    count(site.redirects.exact.length, 'redirect'),
    count(site.assets.length, 'file'),
  ].join(', ');
}

/** One line per build step that had something to do. */
export function describeSteps(
  texts: TextStats,
  images: ImageStats,
  outputs: OutputStats,
): string[] {
  const { cards, search, longFeeds, reused } = outputs;
  const lines: string[] = [];
  if (reused > 0) lines.push(`${count(reused, 'file is', 'files are')} as in the last output.`);
  const add = (name: string, done: string, cached: number, milliseconds: number): void => {
    lines.push(`${name}: ${done}, ${cached} from the cache, in ${seconds(milliseconds)}.`);
  };
  // Smaller sites are not cached.
  if (texts.rendered + texts.cached >= MIN_TEXTS)
    add('Texts', `${texts.rendered} rendered`, texts.cached, texts.milliseconds);
  if (images.encoded + images.cached > 0)
    add('Images', `${images.encoded} resized`, images.cached, images.milliseconds);
  if (images.reduced > 0)
    lines.push(
      `${count(images.reduced, 'photo of more than 5 MB is', 'photos of more than 5 MB are')} published smaller: ${megabytes(images.saved)} saved.`,
    );
  if (cards !== undefined) {
    add('Cards', `${cards.rendered} rendered`, cards.cached, cards.milliseconds);
    if (cards.untitled.length > 0)
      lines.push(
        `${count(cards.untitled.length, 'card shows', 'cards show')} the name of the site, because no font has these letters of the title: ${cards.missing.slice(0, MAX_LETTERS).join(' ')}`,
        'A font with them, such as a Noto Serif, can be named as `fonts: { serif: FILE }` in site.yaml.',
      );
  }
  if (search !== undefined)
    add('Search', `${count(search.indexed, 'text')} indexed`, search.cached, search.milliseconds);
  return [...lines, ...describeLongFeeds(longFeeds)];
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
}

function describeLongFeeds(feeds: OutputStats['longFeeds']): string[] {
  const named = (exceeds: boolean): string =>
    firstFew(
      feeds.filter((feed) => feed.exceeds === exceeds).map(({ page }) => page),
      MAX_FEEDS,
    );
  const [cut, exceeding] = [named(false), named(true)];
  return [
    cut && `Dropped the oldest posts from the feeds of ${cut}, which would exceed 512 KB.`,
    exceeding &&
      `The newest post alone makes the feeds of ${exceeding} exceed 512 KB, which some feed readers reject.`,
  ].filter((line) => line !== '');
}

/** Each counts once, although it may have a page in several languages. */
function names(terms: readonly { readonly name: string }[]): number {
  return new Set(terms.map(({ name }) => name)).size;
}
