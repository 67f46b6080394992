/** Feeds of Blogger in JSON: `alt=json` as the Atom that it stands for, and answers of the API. */
import * as z from 'zod';
import { isoDate } from '../dates.ts';
import type { Place, Status } from '../../model.ts';
import type { XmlNode } from '../../source/xml-items.ts';
import { decoded } from '../text.ts';
import { originOf, pathOf, webUrl } from '../addresses.ts';
import type { BloggerEntry } from './entry.ts';

type Json = z.infer<ReturnType<typeof z.json>>;

/** What `alt=json-in-script` writes before the JSON. */
const CALL = /^(?:\s|\/\/[^\n]*\n)*(?:([\w$.]+\()\s*)?(?=[[{])/;

/** Whether a file begins as JSON does, or as JSON in a script. */
export function isJson(start: string): boolean {
  return CALL.test(start);
}

/** The JSON of a file, also if a script wraps it; `undefined` if it is invalid. */
export function parseFeed(text: string): Json | undefined {
  const [before = '', call] = CALL.exec(text) ?? [];
  const json = text.slice(before.length, call === undefined ? undefined : text.lastIndexOf(')'));
  try {
    return z.json().parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

const feedSchema = z.object({ feed: z.record(z.string(), z.json()) });

/** The element `feed`, if it is a feed. */
export function feedElement(value: Json): XmlNode | undefined {
  const parsed = feedSchema.safeParse(value);
  return parsed.success ? element('feed', parsed.data.feed) : undefined;
}

/** https://developers.google.com/gdata/docs/json: text is `$t`, texts are attributes, the rest elements. */
function element(name: string, value: Readonly<Record<string, Json>>): XmlNode {
  const attributes = new Map<string, string>();
  const children: XmlNode[] = [];
  let text = '';
  for (const [key, member] of Object.entries(value)) {
    const full = key.replace('$', ':');
    if (key === '$t') text = String(member);
    else if (typeof member !== 'object' || member === null) attributes.set(full, String(member));
    else
      for (const one of Array.isArray(member) ? member : [member])
        if (typeof one === 'object' && one !== null && !Array.isArray(one))
          children.push(element(full, one));
  }
  return { name, line: 1, attributes, children, text };
}

const person = z.object({ displayName: z.string().default(''), url: z.string().optional() });

/** https://developers.google.com/blogger/docs/3.0/reference/posts */
const resource = z.object({
  kind: z.enum(['blogger#post', 'blogger#page', 'blogger#comment']),
  id: z.string(),
  blog: z.object({ id: z.string() }).optional(),
  post: z.object({ id: z.string() }).optional(),
  inReplyTo: z.object({ id: z.string() }).optional(),
  url: z.string().optional(),
  title: z.string().default(''),
  content: z.string().default(''),
  published: z.string().default(''),
  updated: z.string().default(''),
  author: person.optional(),
  labels: z.array(z.string()).default([]),
  status: z.string().default('LIVE'),
  trashed: z.string().optional(),
});

const STATUSES: ReadonlyMap<string, Status> = new Map([
  ['LIVE', 'public'],
  ['DRAFT', 'draft'],
  ['SCHEDULED', 'scheduled'],
  ['SOFT_TRASHED', 'trashed'],
]);

/** Entries of a saved answer of the API, or of several in a list. */
export function apiEntries(value: Json, file: string): BloggerEntry[] {
  const list = z.array(resource).or(z.object({ items: z.array(resource) }));
  const parsed = list.safeParse(value);
  if (!parsed.success) return [];
  const items = Array.isArray(parsed.data) ? parsed.data : parsed.data.items;
  return items.map((item) => apiEntry(item, { file }));
}

function apiEntry(item: z.infer<typeof resource>, place: Place): BloggerEntry {
  const kind = item.kind === 'blogger#page' ? 'page' : 'post';
  const isComment = item.kind === 'blogger#comment';
  const tag = (type: string, number: string): string =>
    `tag:blogger.com,1999:blog-${item.blog?.id ?? ''}.${type}-${number}`;
  return {
    type: 'entry',
    kind: isComment ? 'comment' : kind,
    id: tag(kind, item.id),
    place,
    status: item.trashed ? 'trashed' : (STATUSES.get(item.status) ?? 'unknown'),
    title: decoded(item.title),
    html: item.content,
    published: isoDate(item.published),
    updated: isoDate(item.updated),
    author: {
      name: decoded(item.author?.displayName ?? ''),
      url: webUrl(item.author?.url ?? ''),
    },
    labels: [...new Set(item.labels.map(decoded))],
    address: isComment ? undefined : pathOf(item.url ?? ''),
    origin: originOf(item.url),
    parent: item.post && tag('post', item.post.id),
    replyTo: item.inReplyTo && tag('post', item.inReplyTo.id),
  };
}
