/** `npm run new`: creates a draft post. */
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '../publish/fs-errors.ts';
import { gitUser } from '../lib/git-user.ts';
import { ContentError } from '../lib/problem.ts';
import { oneLine } from '../lib/yaml-text.ts';
import { planPost, takenBy } from '../build/new-post.ts';
import type { Command } from './command.ts';
import { UsageError, parseFlags } from './flags.ts';
import { Reporter, SUCCESS, USAGE_ERROR } from './reporter.ts';
import { makeFolder } from '../lib/make-folder.mjs';

/** Default URL of `npm run dev`. */
const PREVIEW = 'http://localhost:8080';

const USAGE = `Usage: npm run new -- "Title of the post" [options]

  --slug NAME      folder name of the post (default: from the title)
  --content DIR    content folder (default: content)
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
        `--slug "${slug}" cannot be part of an address. Use letters, digits and hyphens.`,
      );
    return createPost(content, title, slug);
  },
};

/**
 * Joins the words of a title that was passed without quotes.
 * @throws {UsageError}
 */
function readTitle(words: readonly string[]): string {
  const title = oneLine(words.join(' '));
  if (title !== '') return title;
  throw new UsageError(
    words.length === 0 ? 'The title of the post is missing.' : 'The title is empty.',
  );
}

async function createPost(
  contentDir: string,
  title: string,
  slug: string | undefined,
): Promise<number> {
  const reporter = new Reporter('new', 'text');
  if (!existsSync(contentDir))
    return reporter.failure(
      `There is no folder ${contentDir}. Choose another with --content.`,
      USAGE_ERROR,
    );
  const writer = gitUser();
  try {
    const post = await planPost({ contentDir, title, slug, writer, now: Date.now() });
    if (post.slug === '')
      throw new UsageError(
        `The title "${title}" has no letters or digits for a folder name. Choose one with --slug.`,
      );
    const taken = takenBy(contentDir, post.slug);
    if (taken !== undefined)
      return reporter.failure(
        `${join(contentDir, 'posts', taken)} already exists, so nothing was written. Choose another name with --slug.`,
        USAGE_ERROR,
      );
    const file = join(post.folder, 'index.md');
    makeFolder(post.folder);
    writeNew(file, post.text);
    console.log(message(file, post.path, writer, post.author));
    return SUCCESS;
  } catch (error) {
    if (error instanceof ContentError)
      return reporter.invalidContent(error.problems, 'No post was created.');
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return reporter.failure(`Cannot write the post: ${reason}.`, USAGE_ERROR);
  }
}

/** Leaves no part of a file behind. */
function writeNew(file: string, text: string): void {
  // `wx` fails if another program has created the file meanwhile.
  const descriptor = openSync(file, 'wx');
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    rmSync(dirname(file), { recursive: true });
    throw error;
  } finally {
    closeSync(descriptor);
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
        ? 'It has no author, because git has no user.name.'
        : `It has no author, because no file in \`authors\` is for "${writer}", the user.name of git.`,
    );
  lines.push('It is a draft, visible in `npm run dev`. Remove `published: false` to publish it.');
  return lines.join('\n');
}
