/** `npm run new`: begins a post. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../publish/failure.ts';
import { ContentError } from '../lib/problem.ts';
import { planPost, takenBy } from '../build/new-post.ts';
import type { Command } from './command.ts';
import { UsageError, parseFlags } from './flags.ts';
import { DONE, Reporter } from './reporter.ts';

/** Where `npm run dev` shows the site unless its port is taken. */
const PREVIEW = 'http://localhost:8080';

const USAGE = `Usage: npm run new -- "Title of the post" [options]

  --slug NAME      name of the post's folder (default: made from the title)
  --content DIR    folder with the posts (default: content)
  --help           print this text`;

export const newCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { values, positionals } = parseFlags({
      args,
      allowPositionals: true,
      options: {
        slug: { type: 'string' },
        content: { type: 'string', default: 'content' },
      },
    });
    const title = readTitle(positionals);
    const { slug, content } = values;
    if (slug !== undefined && !/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(slug))
      throw new UsageError(
        `--slug "${slug}" cannot be part of an address. Write letters, digits and hyphens.`,
      );
    return begin(content, title, slug);
  },
};

/**
 * The words of the title as one line: whoever forgets the quotes gives several.
 * @throws {UsageError}
 */
function readTitle(words: readonly string[]): string {
  const title = words
    .join(' ')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  if (title !== '') return title;
  throw new UsageError(
    words.length === 0
      ? 'The title of the post is missing.'
      : 'The title is empty; a post needs one with words in it.',
  );
}

async function begin(contentDir: string, title: string, slug: string | undefined): Promise<number> {
  const reporter = new Reporter('new', 'text');
  if (!existsSync(contentDir))
    return reporter.refused(`There is no folder ${contentDir}. Name another with --content.`);
  const writer = gitUser();
  try {
    const post = await planPost({ contentDir, title, slug, writer, now: Date.now() });
    if (post.slug === '')
      throw new UsageError(
        `The title "${title}" has no letters or digits to name a folder with. Give the folder a name with --slug.`,
      );
    const taken = takenBy(contentDir, post.slug);
    if (taken !== undefined)
      return reporter.refused(
        `There is a post ${join(contentDir, 'posts', taken)} already; nothing was written. Choose another name with --slug.`,
      );
    const file = join(post.folder, 'index.md');
    mkdirSync(post.folder, { recursive: true });
    // Never over a file that somebody else has made meanwhile.
    writeFileSync(file, post.text, { flag: 'wx' });
    console.log(message(file, post.path, writer, post.author));
    return DONE;
  } catch (error) {
    if (error instanceof ContentError)
      return reporter.badContent(error.problems, 'No post was made.');
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return reporter.refused(`The post could not be written: ${reason}.`);
  }
}

/** The name that git puts into commits; `undefined` without git, or without a name. */
function gitUser(): string | undefined {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return name === '' ? undefined : name;
  } catch {
    return undefined;
  }
}

function message(
  file: string,
  path: string,
  writer: string | undefined,
  author: string | undefined,
): string {
  const lines = [file, `${PREVIEW}${path}`, ''];
  if (author === undefined)
    lines.push(
      writer === undefined
        ? 'It names no author, as git knows no user.name.'
        : `It names no author, as no file in \`authors\` describes "${writer}", the user.name of git.`,
    );
  lines.push('It is a draft, which `npm run dev` shows. Remove `published: false` to publish it.');
  return lines.join('\n');
}
