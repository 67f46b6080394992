/** Names posts that are in the wrong place, and the commands that put them right. */
import { basename, dirname, join } from 'node:path';
import { Problems } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';
import { count } from '../lib/wording.ts';
import { lookUp, visibleEntries } from './files.ts';
import { isSlug } from './fields.ts';
import { ownValue } from '../lib/own-value.ts';

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/i;
/** How Jekyll and Hexo name posts: `2024-01-31-hello.md`. */
const DATED = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/;

/** Where the text of a loose file belongs. */
export interface LoosePost {
  /** Path of its future folder. */
  readonly folder: string;
  /** Whether the folder is named after the file as it is. */
  readonly keepsName: boolean;
  /** From the name of the file: `2024-01-31`. */
  readonly date: string | undefined;
}

/** The post that a loose Markdown file is; `undefined` for another file. */
export function loosePost(path: string, posts = dirname(path)): LoosePost | undefined {
  if (!MARKDOWN.test(path)) return undefined;
  const name = basename(path).replace(MARKDOWN, '');
  const [, date, slug = name] = DATED.exec(name) ?? [];
  return { folder: join(posts, slugFrom(slug)), keepsName: isSlug(slug), date };
}

function slugFrom(name: string): string {
  if (isSlug(name)) return name;
  return (
    name.replace(/[^\p{L}\p{M}\p{N}.~-]+/gu, '-').replace(/^[-.~]+|(?<![-.~])[-.~]+$/g, '') ||
    'NAME'
  );
}

/** What to do about a file in `posts`; `undefined` if it is not a text. */
export function looseHint(path: string): string | undefined {
  const loose = loosePost(path);
  if (loose === undefined) return undefined;
  const date =
    loose.date === undefined
      ? ''
      : `, and write \`publishDate: ${loose.date}\` into it if it has none`;
  return `Give it a folder: \`${intoFolder(path, loose.folder)}\`${date}.`;
}

/** The command that makes a Markdown file the text of a post. */
function intoFolder(path: string, folder: string): string {
  const free =
    lookUp(join(folder, 'index.md')) === undefined ? folder : join(dirname(folder), 'NAME');
  return `mkdir -p ${shown(free)} && mv ${shown(path)} ${shown(join(free, 'index.md'))}`;
}

const DRAFTS_FIRST = 'Write `published: false` into each draft, then run';

/** Folders that other generators have, by ours. */
const FOLDERS: Readonly<Record<string, string>> = {
  _posts: 'posts',
  _drafts: 'posts',
  drafts: 'posts',
  post: 'posts',
  blog: 'posts',
  articles: 'posts',
  _pages: 'pages',
  page: 'pages',
  _authors: 'authors',
};

/** What to do about a folder in the content folder; `undefined` if no generator has it. */
export function folderHint(path: string): string | undefined {
  const name = basename(path);
  const ours = ownValue(FOLDERS, name);
  if (ours === undefined) return undefined;
  const target = join(dirname(path), ours);
  const command = `mkdir -p ${shown(target)} && mv ${shown(path)}/* ${shown(target)}/ && rmdir ${shown(path)}`;
  return isDrafts(name) ? `${DRAFTS_FIRST} \`${command}\`.` : `Run \`${command}\`.`;
}

/** The main settings of other generators. */
const SETTINGS = /^(?:_?config|hugo)\.(?:ya?ml|toml|json)$/i;

/** What to do about a file in the content folder; `undefined` if no generator has it. */
export function rootFileHint(path: string): string | undefined {
  const name = basename(path);
  if (/^(?:site|redirects)\.yml$/i.test(name))
    return `Run \`mv ${shown(path)} ${shown(path.replace(/yml$/i, 'yaml'))}\`.`;
  if (SETTINGS.test(name))
    return 'Write its `title`, `description`, `url`, `language` and `timeZone` into `site.yaml`.';
  const folder = dirname(path);
  const loose = loosePost(path, join(folder, 'posts'));
  if (loose === undefined) return undefined;
  const pages = join(folder, 'pages');
  return `For a page, run \`mkdir -p ${shown(pages)} && mv ${shown(path)} ${shown(pages)}/\`; for a post, \`${intoFolder(path, loose.folder)}\`.`;
}

/** Enough to show the way. */
const MOST_COMMANDS = 3;

/** What to say about a folder in `posts` without `index.md` that holds texts deeper inside. */
export function nestedPosts(
  folder: string,
): { readonly message: string; readonly hint: string } | undefined {
  const texts = textsBelow(folder, MAX_DEPTH);
  const [first] = texts;
  if (first === undefined) return undefined;
  if (texts.length === 1 && dirname(first) === folder)
    return {
      message: `The text of a post is \`index.md\`, but here it is \`${basename(first)}\`, which is not read.`,
      hint: `Run \`mv ${shown(first)} ${shown(join(folder, 'index.md'))}\`.`,
    };
  const taken = new Set<string>();
  const commands = texts.slice(0, MOST_COMMANDS).map((text) => outOf(text, dirname(folder), taken));
  // An empty folder would still be taken for a post.
  const cleanUp = `find ${shown(folder)} -type d -empty -delete`;
  const more = texts.length - commands.length;
  const andMore = more === 0 ? '' : `, and so on for ${more} more`;
  return {
    message: `The folder holds ${count(texts.length, 'text')} but no \`index.md\`, and each post must be a folder directly in \`posts\`, so nothing in it is read.`,
    hint: `${isDrafts(basename(folder)) ? DRAFTS_FIRST : 'Run'} \`${[...commands, cleanUp].join(' && ')}\`${andMore}.`,
  };
}

/**
 * The command that moves a nested post up. Of posts of the same name, the later ones get the name
 * of the folder above, too.
 * @param taken targets of earlier commands; gets that of this one
 */
function outOf(text: string, posts: string, taken: Set<string>): string {
  const loose = basename(text) === 'index.md' ? undefined : loosePost(text, posts);
  let target = basename(loose?.folder ?? dirname(text));
  let parent = loose === undefined ? dirname(dirname(text)) : dirname(text);
  while (taken.has(target) || lookUp(join(posts, target)) !== undefined) {
    target = `${basename(parent)}-${target}`;
    parent = dirname(parent);
  }
  taken.add(target);
  const folder = join(posts, target);
  return loose === undefined
    ? `mv ${shown(dirname(text))} ${shown(folder)}`
    : intoFolder(text, folder);
}

/** As in `posts/2024/01/31/hello/index.md`. */
const MAX_DEPTH = 5;

/** Markdown files below a folder; of the folder of a post, only its text. */
function textsBelow(folder: string, depth: number): string[] {
  const entries = depth === 0 ? [] : visibleEntries(folder, new Problems());
  if (entries.some(({ name }) => name === 'index.md')) return [join(folder, 'index.md')];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return textsBelow(path, depth - 1);
    return entry.isFile() && MARKDOWN.test(entry.name) ? [path] : [];
  });
}

function isDrafts(name: string): boolean {
  return /^_?drafts$/i.test(name);
}

/** A path in a command of a POSIX shell. */
function shown(path: string): string {
  const display = displayPath(path);
  return /^[\w./@%+,=:\p{L}-]+$/u.test(display) ? display : `'${display.replaceAll("'", "'\\''")}'`;
}
