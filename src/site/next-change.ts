/** When the passing of time alone makes another site: a post is due, or a text of the owner is over. */
import type { Content } from '../content/entries.ts';
import { DateReader } from '../lib/dates.ts';
import type { PlannedText } from './slots.ts';

/**
 * @param texts those that are shown
 * @param now milliseconds since 1970 UTC
 * @returns milliseconds since 1970 UTC; not later than the change, infinite if there is none
 */
export function nextChange(
  { posts, settings: { timeZone } }: Pick<Content, 'posts' | 'settings'>,
  texts: readonly PlannedText[],
  now: number,
): number {
  const due = posts.map(({ fields }) => fields.publishDate.instant).filter((time) => time > now);
  const over = texts.flatMap(({ entry: { until } }) => {
    if (until === undefined) return [];
    const parsed = new DateReader(timeZone, 'en').read(until);
    // The last day of a text has begun when its date is past.
    return parsed.ok ? [Math.max(now, parsed.date.instant)] : [];
  });
  return [...due, ...over].reduce((first, time) => Math.min(first, time), Infinity);
}
