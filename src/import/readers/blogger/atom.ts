/** Entries of the older backup and of feeds of Blogger: Atom with the kinds of 2008. */
import type { Place, Status } from '../../model.ts';
import { childrenOf, childText, type XmlNode } from '../../source/xml-items.ts';
import { oneLine } from '../text.ts';
import { originOf, pathOf, webUrl } from '../addresses.ts';
import { atomFields, type BloggerEntry, type Found } from './entry.ts';

/** A setting of the blog; most of them are none of our business. */
export interface Setting {
  readonly type: 'setting';
  /** In lower case: `blog_name`. */
  readonly name: string;
  readonly value: string;
}

/** Only the beginning of a body: the feed of the blog is set to "Short". */
export interface Shortened {
  readonly type: 'shortened';
  readonly place: Place;
}

const KIND = 'http://schemas.google.com/g/2005#kind';

/** @returns `undefined` for the theme */
export function foundInAtom(node: XmlNode, place: Place): Found | Setting | Shortened | undefined {
  const fields = atomFields(node);
  const kind = kindOf(node, fields.id);
  if (kind === 'template') return undefined;
  if (kind === 'settings') {
    const name = /\.settings\.(\w+)$/.exec(fields.id)?.[1] ?? '';
    return { type: 'setting', name: name.toLowerCase(), value: childText(node, 'content') };
  }
  if (kind !== 'post' && kind !== 'page' && kind !== 'comment')
    return {
      type: 'left-out',
      place,
      reason: `entries of the kind "${kind}", which Perennial does not know`,
      what: fields.title || fields.id,
    };
  if (childrenOf(node, 'content').length === 0 && childText(node, 'summary').trim() !== '')
    return { type: 'shortened', place };
  if (kind === 'comment' && isRemoved(node))
    return {
      type: 'left-out',
      place,
      reason: 'comments that their authors removed',
      what: `comment by ${fields.author.name || 'an anonymous reader'}`,
    };
  return { ...fields, ...placeInBlog(node, kind, fields.id), kind, place };
}

function placeInBlog(
  node: XmlNode,
  kind: BloggerEntry['kind'],
  id: string,
): Pick<
  BloggerEntry,
  'status' | 'address' | 'origin' | 'parent' | 'replyTo' | 'link' | 'location'
> {
  const alternate = linkOf(node, 'alternate') ?? '';
  const related = linkOf(node, 'related');
  if (kind === 'comment')
    return { status: 'public', parent: parentOf(node, id), replyTo: answered(related, id) };
  return {
    status: statusOf(node),
    address: pathOf(alternate),
    origin: originOf(alternate),
    link: related === undefined ? undefined : webUrl(related),
    location: oneLine(childText(node, 'georss:featurename')) || undefined,
  };
}

/** The kind is one of the categories, anywhere among them. Live feeds have none. */
function kindOf(node: XmlNode, id: string): string {
  const [kind] = childrenOf(node, 'category').filter(
    ({ attributes }) => attributes.get('scheme') === KIND,
  );
  if (kind !== undefined) return kind.attributes.get('term')?.replace(/^.*#/, '') ?? '';
  if (childrenOf(node, 'thr:in-reply-to').length > 0) return 'comment';
  return /\.page-\d+$/.test(id) ? 'page' : 'post';
}

/** The prefix is declared on the element itself, or lost when somebody cut the file. */
function statusOf(node: XmlNode): Status {
  const [control] = [...childrenOf(node, 'app:control'), ...childrenOf(node, 'control')];
  if (control === undefined) return 'public';
  const draft = childText(control, 'app:draft') || childText(control, 'draft');
  return draft.trim() === 'yes' ? 'draft' : 'public';
}

function linkOf(node: XmlNode, rel: string): string | undefined {
  return childrenOf(node, 'link')
    .find(({ attributes }) => attributes.get('rel') === rel)
    ?.attributes.get('href');
}

/** The id of the post, of the same blog if only its number is told. */
function parentOf(node: XmlNode, id: string): string | undefined {
  const [target] = childrenOf(node, 'thr:in-reply-to');
  const ref = target?.attributes.get('ref')?.trim();
  if (ref !== undefined && ref !== '') return ref;
  const number = /\/(\d+)(?:\/|$)/.exec(target?.attributes.get('source') ?? '')?.[1];
  return number && withNumber(id, number);
}

/** Comments link to the comment that they answer: `…/comments/default/ID`. */
function answered(related: string | undefined, id: string): string | undefined {
  const number = /\/comments\/default\/(\d+)/.exec(related ?? '')?.[1];
  return number && withNumber(id, number);
}

function withNumber(id: string, number: string): string {
  return id.replace(/(?<!\d)\d+$/, number);
}

function isRemoved(node: XmlNode): boolean {
  return childrenOf(node, 'gd:extendedProperty').some(
    ({ attributes }) =>
      attributes.get('name') === 'blogger.contentRemoved' && attributes.get('value') === 'true',
  );
}
