/** Rules of the W3C feed validator. https://validator.w3.org/feed/docs/ */
import { elements, parsePage } from './dom.ts';
import type { FeedFormat, ReadItem } from './feeds.ts';

const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const WEB = /^https?:\/\/[^/\s]+\/\S*$/;
/** An address that means the same wherever it is read. */
const WHOLE = /^(?:https?:\/\/|mailto:|tel:)/;
/** RFC 3986: an id needs a scheme. */
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;
/** RFC 5646, as far as blogs need it. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Contents that were looked at already: the same post is in many feeds. */
export type Seen = Set<string>;

/**
 * What is wrong with a feed; throws where it is not well-formed or lacks what is required.
 * @param address where the feed is served
 */
export function feedFaults(
  format: FeedFormat,
  source: string,
  address: string,
  seen: Seen = new Set(),
): string[] {
  const feed = format.read(source);
  const ids = feed.items.map(({ id }) => id);
  const isDate = (date: string): boolean =>
    (format.file === 'rss.xml' ? isRfc822(date) : RFC_3339.test(date)) &&
    !Number.isNaN(Date.parse(date));
  const faults = [
    feed.self !== address && `says that it is at ${feed.self}`,
    !WEB.test(feed.home) && `its page is ${feed.home}`,
    feed.title.trim() === '' && 'has no title',
    !LANGUAGE.test(feed.language) && `is in the language ${feed.language}`,
    feed.changed !== undefined && !isDate(feed.changed) && `changed on ${feed.changed}`,
    new Set(ids).size < ids.length && 'has an id twice',
    ...feed.items.flatMap((item) => [
      ...itemFaults(item),
      ...[item.published, item.updated].map(
        (date) => date !== undefined && !isDate(date) && `${item.url}: dated ${date}`,
      ),
      ...contentFaults(item, seen),
    ]),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${address} ${fault}`);
}

function itemFaults({ id, url, title, authors, tags }: ReadItem): (string | false)[] {
  return [
    !URI.test(id) && `has the id ${id}`,
    !WEB.test(url) && `has a post at ${url}`,
    title.trim() === '' && `${url} has no title`,
    [...authors, ...tags].some((text) => text.trim() === '') && `${url}: an empty name`,
    new Set(tags).size < tags.length && `${url}: a tag twice`,
  ];
}

function isRfc822(date: string): boolean {
  const weekday = RFC_822.exec(date)?.[1];
  // What stands before the offset is the local time, of which the weekday is.
  return weekday === new Date(`${date.slice(0, -5)}GMT`).toUTCString().slice(0, 3);
}

function contentFaults({ content, url }: ReadItem, seen: Seen): string[] {
  if (content === undefined || seen.has(content)) return [];
  seen.add(content);
  return elements(parsePage(content)).flatMap(({ name, attribs }) => {
    const addresses = Object.entries(attribs).flatMap(([attribute, value]) => {
      if (['href', 'src', 'poster', 'cite'].includes(attribute)) return value;
      return attribute === 'srcset' ? value.split(/,\s+/) : [];
    });
    return [
      ...(/^(?:iframe|script|style|object|embed|form|picture|link|meta|base)$/.test(name)
        ? [`${url}: <${name}>`]
        : []),
      ...(attribs['class']?.split(' ').includes('anchor') ? [`${url}: an anchor`] : []),
      ...Object.keys(attribs)
        .filter((attribute) => /^(?:on|style$)/.test(attribute))
        .map((attribute) => `${url}: ${attribute}`),
      ...addresses
        .filter((address) => !WHOLE.test(address))
        .map((address) => `${url}: ${name} ${address}`),
    ];
  });
}
