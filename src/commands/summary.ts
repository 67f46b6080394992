/** Formats the summary at the end of a command. */
import { MIN_TEXTS } from '../lib/store.ts';
import type { OutputStats } from '../eleventy/build-pages.ts';
import type { ImageStats } from '../outputs/images/image-processor.ts';
import type { TextStats } from '../build/load-site.ts';
import type { Site } from '../site/model.ts';

/**
 * @param action such as `Built _site`
 * @param milliseconds duration of the run
 */
export function summarize(site: Site, action: string, milliseconds: number): string {
  const drafts = site.posts.filter(({ draft }) => draft).length;
  const counts = [
    count(site.posts.length, 'post', 'posts') +
      (drafts === 0 ? '' : ` (${count(drafts, 'draft', 'drafts')})`),
    count(site.pages.length, 'page', 'pages'),
    count(site.tags.length, 'tag', 'tags'),
    count(site.authors.length, 'author', 'authors'),
    count(site.years.length, 'year', 'years'),
    count(site.months.length, 'month', 'months'),
    count(site.redirects.exact.length, 'redirect', 'redirects'),
    count(site.assets.length, 'file', 'files'),
  ];
  const lines = [`${action} in ${(milliseconds / 1000).toFixed(2)} s: ${counts.join(', ')}.`];
  if (site.hostFiles.length > 0)
    lines.push(`For the host: ${site.hostFiles.map(({ path }) => path.slice(1)).join(', ')}.`);
  if (site.warnings.length > 0)
    lines.push(`${count(site.warnings.length, 'warning', 'warnings')}, listed above.`);
  return lines.join('\n');
}

/** Silent for sites too small to be cached. */
export function describeTexts({ rendered, cached, milliseconds }: TextStats): string[] {
  if (rendered + cached < MIN_TEXTS) return [];
  const seconds = (milliseconds / 1000).toFixed(2);
  return [`Texts: ${rendered} rendered, ${cached} from the cache, in ${seconds} s.`];
}

export function describeImages({ encoded, cached, milliseconds }: ImageStats): string[] {
  if (encoded + cached === 0) return [];
  const seconds = (milliseconds / 1000).toFixed(2);
  return [`Images: ${encoded} resized, ${cached} from the cache, in ${seconds} s.`];
}

export function describeCards(cards: OutputStats['cards']): string[] {
  if (cards === undefined) return [];
  const { rendered, cached, untitled, missing, milliseconds } = cards;
  const seconds = (milliseconds / 1000).toFixed(2);
  const lines = [`Cards: ${rendered} rendered, ${cached} from the cache, in ${seconds} s.`];
  if (untitled > 0)
    lines.push(
      `${count(untitled, 'card shows', 'cards show')} the name of the site, because no font has these letters of the title: ${missing.slice(0, MAX_LETTERS).join(' ')}`,
    );
  return lines;
}

/** Letters listed in a message. */
const MAX_LETTERS = 40;

export function describeSearch(search: OutputStats['search']): string[] {
  if (search === undefined) return [];
  const seconds = (search.milliseconds / 1000).toFixed(2);
  const texts = count(search.documents, 'text', 'texts');
  return search.fromCache
    ? [`Search: index of ${texts} from the cache, in ${seconds} s.`]
    : [`Search: ${texts} indexed, in ${seconds} s.`];
}

type LongFeeds = OutputStats['longFeeds'];

/** Feeds listed in a message. */
const MAX_FEEDS = 10;

/** Feeds that exceed the size limit. */
export function describeLong(feeds: LongFeeds): string[] {
  const cut = feeds.filter(({ exceeds }) => !exceeds);
  const exceeding = feeds.filter(({ exceeds }) => exceeds);
  return [
    ...(cut.length > 0
      ? [`Dropped the oldest posts from ${named(cut)}, which would exceed 512 KB.`]
      : []),
    ...(exceeding.length > 0
      ? [
          `The newest post alone makes ${named(exceeding)} exceed 512 KB, which some feed readers reject.`,
        ]
      : []),
  ];
}

function named(feeds: LongFeeds): string {
  const pages = feeds.slice(0, MAX_FEEDS).map(({ page }) => page);
  const more = feeds.length - MAX_FEEDS;
  return `the feeds of ${pages.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
