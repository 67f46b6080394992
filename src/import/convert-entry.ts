/** Makes the files of a post or page: its text, its pictures, and other files that it links to. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { oneLine } from '../lib/yaml-text.ts';
import type { TextAccount } from './account/account.ts';
import { checkEntry } from './check-entry.ts';
import type { Change, ConvertedBody, PictureUse } from './body/body.ts';
import { LinkedFiles } from './linked-files.ts';
import type { Blog, ImportedEntry } from './model.ts';
import type { OwnLinks } from './own-links.ts';
import type { Picture, Pictures } from './pictures/pictures.ts';
import { readBody } from './read-body.ts';
import { frontMatter, type FrontMatterOptions } from './write/front-matter.ts';
import { digestOf } from './write/ledger-item.ts';
import { folderOf, mainFile } from './write/names.ts';
import type { Output } from './write/writer.ts';

export interface ConvertContext {
  readonly blog: Blog;
  readonly links: OwnLinks;
  readonly pictures: Pick<Pictures, 'obtain'>;
  readonly frontMatter: FrontMatterOptions;
  /** The setting. */
  readonly embedAddresses: boolean;
}

export interface EntryPlan {
  /** Below the content folder: `posts/roses`. */
  readonly path: string;
  readonly legacyUrls: readonly string[];
  /** Names in its folder that are the owner's. */
  readonly taken: ReadonlySet<string>;
}

export interface ConvertedEntry {
  readonly output: Output;
  /** How much of the text has arrived. */
  readonly account: TextAccount;
  /** Number of pictures that have become files. */
  readonly pictures: number;
  readonly changes: readonly Change[];
  /** Sentences. */
  readonly notices: readonly string[];
}

export async function convertEntry(
  entry: ImportedEntry,
  plan: EntryPlan,
  context: ConvertContext,
): Promise<ConvertedEntry> {
  const { blog, links } = context;
  const body = readBody(entry, plan.path, context);
  const taken = new Set(plan.taken);
  const cover = coverUse(entry);
  const uses = [...body.pictures, ...cover];
  const pictures = await context.pictures.obtain(uses, entry, blog, taken);
  const linked = new LinkedFiles(blog, entry, taken);
  const below = folderOf(plan.path, entry.type);
  const link = (url: string): string | undefined => {
    const own = links.link(url, entry, plan.path);
    const name = own === undefined || /^https?:/.test(own) ? linked.nameOf(url) : undefined;
    return name === undefined ? own : below.link + name;
  };
  const converted = body.convert({
    pictures: addressesOf(uses, pictures, entry, below.link),
    embedAddresses: context.embedAddresses,
    link,
  });
  const { title, notices, markdown, changes } = withTitle(entry, converted);
  const parts = { title, legacyUrls: plan.legacyUrls, cover: coverOf(entry, pictures) };
  const head = frontMatter(entry, parts, context.frontMatter);
  const path = mainFile(plan.path, entry.type);
  const files = new Map<string, string | Uint8Array>([
    ...[...pictures.values()].map((picture): [string, Uint8Array] => [
      below.folder + picture.name,
      picture.bytes,
    ]),
    ...[...(await linked.read())].map(([name, bytes]): [string, Uint8Array] => [
      below.folder + name,
      bytes,
    ]),
    [path, markdown === '' ? head.text : `${head.text}\n${markdown}`],
  ]);
  const replaced = uses.flatMap(({ src, others }) => (pictures.has(src) ? others : []));
  const written = {
    ...{ source: body.facts, markdown, changes, link, path: plan.path },
    ...{ files: [...files.keys()], replaced: new Set(replaced) },
  };
  return {
    output: { id: entry.id, source: sourceOf(entry), path, files },
    account: await checkEntry(entry, written, context),
    pictures: pictures.size,
    changes,
    notices: [...notices, ...head.notices],
  };
}

/** Digest of what the export says, wherever it says so. */
export function sourceOf(items: object): string {
  const text = JSON.stringify(items, (name, value: unknown) =>
    name === 'place' ? undefined : value,
  );
  return digestOf(text);
}

/** What to write for each picture. One that stays on the web needs a whole address. */
function addressesOf(
  uses: readonly PictureUse[],
  pictures: ReadonlyMap<string, Picture>,
  { body: { base } }: ImportedEntry,
  below: string,
): Map<string, string> {
  return new Map(
    uses.flatMap(({ src }): [string, string][] => {
      const picture = pictures.get(src);
      if (picture !== undefined) return [[src, below + picture.name]];
      const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src);
      return isRelative && /^https?:/i.test(base ?? '') && canParseUrl(src, base)
        ? [[src, new URL(src, base).href]]
        : [];
    }),
  );
}

function coverUse({ type, cover }: ImportedEntry): PictureUse[] {
  return type === 'post' && cover !== undefined
    ? [{ src: cover.url, others: [], alt: cover.alt ?? '' }]
    : [];
}

function coverOf(
  { cover }: ImportedEntry,
  pictures: ReadonlyMap<string, Picture>,
): string | undefined {
  return cover && (pictures.get(cover.url)?.name ?? cover.url);
}

/** Words of a text that stand in for its title. */
const TITLE_WORDS = 8;

interface Titled extends ConvertedBody {
  readonly title: string;
  /** What to say about the title. */
  readonly notices: readonly string[];
}

/** The first heading of a text, without markup. */
const HEADING = /^# ([^\n<>[\]`*_\\]+)(?:\n+|$)/;

function withTitle({ title }: ImportedEntry, { markdown, changes }: ConvertedBody): Titled {
  const written = oneLine(title);
  if (written !== '') return { title: written, notices: [], markdown, changes };
  const [heading = '', text = ''] = HEADING.exec(markdown) ?? [];
  if (oneLine(text) !== '') {
    const change = { text, reason: 'the first heading, which is the title now' };
    const rest = markdown.slice(heading.length);
    return { title: oneLine(text), notices: [], markdown: rest, changes: [...changes, change] };
  }
  const words = firstLine(markdown).split(' ').filter(Boolean);
  const start = words.slice(0, TITLE_WORDS).join(' ');
  const short = words.length > TITLE_WORDS ? `${start} …` : start;
  return {
    ...{ title: short || 'Untitled', markdown, changes },
    notices: ['It has no title, so its first words are the title now. Write a better one.'],
  };
}

/** The first line with words, without its markup. */
function firstLine(markdown: string): string {
  const text = markdown
    .slice(0, 5000)
    .replace(/!\[[^[\]]*\]\([^()]*\)|<[^<>]*>/g, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  const line = text.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  return oneLine(line.replace(/^[\s#>*+-]+|[*_`]/g, ' ')).slice(0, 200);
}
