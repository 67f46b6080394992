/** Author profiles from `content/authors`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthorEntry } from '../content/entries.ts';
import { refusal } from '../lib/attachments.ts';
import { encodePath } from '../lib/paths.ts';
import { isPlainFile, isPublishable } from '../lib/publishable.ts';
import type { Problem, Problems } from '../lib/problem.ts';
import type { Asset, Author, Link, PageAddress, Picture, Words } from './model.ts';

type Profile = Pick<Author, 'bio' | 'portrait' | 'links'>;

/**
 * A portrait on another site becomes a link, because showing it would tell that
 * site about every reader.
 * @param portraitAt returns the portrait at a URL of this site
 */
export function profileOf(
  entry: AuthorEntry | undefined,
  page: Pick<PageAddress, 'url'>,
  words: Words['profiles'],
  portraitAt: (url: string) => Picture,
): Profile {
  if (entry === undefined) return { bio: undefined, portrait: undefined, links: [] };
  const { bio, avatar, website, email, github, twitter, bluesky, mastodon } = entry.fields;
  const remote = avatar !== undefined && isRemote(avatar);
  const links = [
    link(words.website, website),
    link('GitHub', github && `https://github.com/${handle(github)}`),
    link('Mastodon', mastodon && mastodonUrl(mastodon)),
    link('Bluesky', bluesky && `https://bsky.app/profile/${handle(bluesky)}`),
    link('Twitter', twitter && `https://twitter.com/${handle(twitter)}`),
    link(words.email, email && `mailto:${email}`),
    link(words.portrait, remote ? avatar : undefined),
  ].filter((found) => found !== undefined);
  return { bio, portrait: portraitOf(entry, page, portraitAt), links };
}

/** A local portrait, which is beside the page of the author. */
export function portraitOf(
  { fields: { avatar } }: AuthorEntry,
  { url }: Pick<PageAddress, 'url'>,
  portraitAt: (url: string) => Picture,
): Picture | undefined {
  if (avatar === undefined || isRemote(avatar)) return undefined;
  return portraitAt(url + encodePath(fileName(avatar)));
}

/** Local portraits, published beside the authors' pages. */
export function portraitAssets(
  authors: readonly (PageAddress & { readonly name: string })[],
  entries: readonly AuthorEntry[],
  problems: Problems,
): Asset[] {
  return entries.flatMap((entry) => {
    const { avatar } = entry.fields;
    const pages = authors.filter((author) => author.name === entry.fields.name);
    if (pages.length === 0 || avatar === undefined || isRemote(avatar)) return [];
    const problem = avatarProblem(avatar, entry.folder);
    if (problem !== undefined) {
      problems.error({ file: entry.file, field: 'avatar', ...problem });
      return [];
    }
    const name = fileName(avatar);
    const source = join(entry.folder, name);
    return pages.map(({ path }) => ({ source, path: path + name, isPortrait: true }));
  });
}

/** Why a local portrait cannot be published. */
function avatarProblem(
  avatar: string,
  folder: string,
): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
  const name = fileName(avatar);
  if (!isBelow(avatar) || !existsSync(join(folder, name)))
    return {
      code: 'author-avatar-missing',
      message: `\`avatar\` names "${avatar}", but the folder of this file has no such file.`,
      hint: 'Put the file there, correct the name, or write a full URL with https://.',
    };
  if (!isPlainFile(folder, name))
    return {
      code: 'attachment-refused',
      message: `\`avatar\` names "${avatar}", which is no regular file, or behind a symbolic link, so it is not published.`,
      hint: 'Put a copy of the file itself there.',
    };
  if (isPublishable(folder, name)) return undefined;
  const { reason, hint } = refusal(name);
  return {
    code: 'attachment-refused',
    message: `\`avatar\` names "${avatar}", which ${reason}, so it is not published.`,
    hint,
  };
}

/** Whether a relative path stays in its folder. */
function isBelow(path: string): boolean {
  return !path.split(/[/\\]/).includes('..');
}

function isRemote(avatar: string): boolean {
  return /^https?:\/\//.test(avatar);
}

function link(text: string, url: string | undefined): Link | undefined {
  return url === undefined || url === '' ? undefined : { text, url };
}

/** Accepts `name`, `@name` and the URL of a profile. */
function handle(written: string): string {
  return encodeURIComponent(
    written
      .replace(/(?<!\/)\/+$/, '')
      .replace(/^.*\//, '')
      .replace(/^@/, ''),
  );
}

/** `@name@host` becomes `https://host/@name`; a URL stays. */
function mastodonUrl(written: string): string | undefined {
  if (/^https?:\/\//.test(written)) return written;
  const [, name, host] = /^@?([^@\s/]+)@([a-z0-9.-]+)$/i.exec(written) ?? [];
  return name === undefined || host === undefined ? undefined : `https://${host}/@${name}`;
}

function fileName(path: string): string {
  return path.replace(/^\.\//, '');
}
