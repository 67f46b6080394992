/** What every export of Blogger says about a post, page or comment. */
import type { LeftOut, Notice, Place, Status } from '../../model.ts';
import { childrenOf, childText, type XmlNode } from '../../source/xml-items.ts';
import type { Enclosure } from '../below-body.ts';
import { webUrl } from '../addresses.ts';
import { isoDate } from '../dates.ts';
import { decoded, oneLine } from '../text.ts';

export interface BloggerEntry {
  readonly type: 'entry';
  readonly kind: 'post' | 'page' | 'comment';
  /** `tag:blogger.com,1999:blog-B.post-P`, of comments too. */
  readonly id: string;
  readonly place: Place;
  /** Of comments: `public` or `unknown`. */
  readonly status: Status;
  readonly title: string;
  readonly html: string;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly author: Person;
  readonly labels: readonly string[];
  readonly description?: string | undefined;
  /** Root-relative, as exported. */
  readonly address?: string | undefined;
  /** Where it was, if the export tells more than the path: `https://host/`. */
  readonly origin?: string | undefined;
  /** Id of the post of a comment. */
  readonly parent?: string | undefined;
  /** Id of the comment that a comment answers. */
  readonly replyTo?: string | undefined;
  /** The field "Link" of old posts. */
  readonly link?: string | undefined;
  /** A file of a podcast. */
  readonly enclosure?: Enclosure | undefined;
  /** Name of a place. */
  readonly location?: string | undefined;
}

export interface Person {
  /** Empty if anonymous. */
  readonly name: string;
  /** Profile or site. */
  readonly url?: string | undefined;
}

export type Found = BloggerEntry | LeftOut | Notice;

/** What Atom alone tells: everything that the exports in XML and in JSON have in common. */
export function atomFields(
  node: XmlNode,
): Pick<
  BloggerEntry,
  'type' | 'id' | 'title' | 'html' | 'published' | 'updated' | 'author' | 'labels' | 'enclosure'
> {
  return {
    type: 'entry',
    id: childText(node, 'id').trim(),
    title: decoded(childText(node, 'title')),
    html: childText(node, 'content'),
    published: isoDate(childText(node, 'published')),
    updated: isoDate(childText(node, 'updated')),
    author: authorOf(node),
    labels: labelsOf(node),
    enclosure: enclosureOf(node),
  };
}

function authorOf(node: XmlNode): Person {
  const [author] = childrenOf(node, 'author');
  if (author === undefined) return { name: '' };
  return { name: oneLine(childText(author, 'name')), url: webUrl(childText(author, 'uri')) };
}

/** Schemes of labels in Takeouts, and in feeds and older backups. */
const LABELS = /^(?:tag:blogger\.com,1999:blog-\d+|https?:\/\/www\.blogger\.com\/atom\/ns#)$/;

function labelsOf(node: XmlNode): string[] {
  const labels = childrenOf(node, 'category')
    .filter(({ attributes }) => LABELS.test(attributes.get('scheme') ?? ''))
    .map(({ attributes }) => oneLine(attributes.get('term') ?? ''));
  return [...new Set(labels)].filter((label) => label !== '');
}

function enclosureOf(node: XmlNode): Enclosure | undefined {
  const link = childrenOf(node, 'link').find((one) => one.attributes.get('rel') === 'enclosure');
  const [element = link] = childrenOf(node, 'enclosure').filter(
    ({ attributes }) => attributes.size > 0,
  );
  const { attributes } = element ?? { attributes: new Map<string, string>() };
  const url = webUrl(attributes.get('href') ?? attributes.get('url') ?? '');
  return url === undefined ? undefined : { url, type: attributes.get('type') ?? '' };
}

/** Of a comment: its anchor was `#c` and this. */
export function numberOf(id: string): string {
  return /(?<!\d)\d+$/.exec(id)?.[0] ?? id;
}
