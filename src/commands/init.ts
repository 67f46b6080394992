/** `npm run init`: starts a blog of the owner's own. */
import manifest from '../../package.json' with { type: 'json' };
import { assumedAnswers } from '../init/answers.ts';
import { Cancelled, Terminal, askFor } from '../init/ask.ts';
import { keptAnswers } from '../init/kept-answers.ts';
import { planBlog } from '../init/new-blog.ts';
import { carryOut, contentOf } from '../init/plan.ts';
import { gitUser } from '../lib/git-user.ts';
import { reasonOf } from '../publish/fs-errors.ts';
import type { Command } from './command.ts';
import { UsageError } from './flags.ts';
import { readInitFlags, type InitFlags } from './init-flags.ts';
import { closingWords, indented } from './init-words.ts';
import { Reporter, SUCCESS, USAGE_ERROR } from './reporter.ts';

const USAGE = `Usage: npm run init -- [FOLDER] [options]

  --title TEXT      title of the blog (default: from the name of the folder)
  --url URL         address of its home page
  --language TAG    its language (default: that of the terminal)
  --time-zone ZONE  zone of its dates (default: that of this machine)
  --author NAME     who writes it (default: the user.name of git)
  --host NAME       where it is deployed (default: static)
  --accent COLOUR   colour of its links and buttons
  --logo FILE       image in its header: SVG, PNG, WebP or JPEG
  --now DATE        date of the first post (default: today)
  --keep            leave content/ as it is, and write what the host needs
  --force           replace what is there; the old files move to before-init/
  --yes             ask nothing
  --help            print this text`;

/** A shell's exit code after Ctrl-C. */
const INTERRUPTED = 130;
const UNCHANGED = 'Nothing was written.';

export const initCommand: Command = {
  usage: USAGE,
  async run(args) {
    const flags = readInitFlags(args);
    const asks = !flags.yes && process.stdin.isTTY && process.stdout.isTTY;
    const terminal = asks ? new Terminal(process.stdin, process.stdout) : undefined;
    try {
      return await begin(flags, terminal);
    } catch (error) {
      return explain(error);
    } finally {
      terminal?.close();
    }
  },
};

async function begin(flags: InitFlags, terminal: Terminal | undefined): Promise<number> {
  const { folder, given, logo, now, force } = flags;
  const content = contentOf(folder);
  if (flags.keep && content.length === 0)
    throw new UsageError('--keep leaves content/ as it is, but there is no content.');
  const keepsContent = flags.keep || (await wantsToKeep(content, force, terminal));
  const assumed = assumedAnswers({
    folder,
    writer: gitUser(),
    env: process.env,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC',
  });
  const present = keepsContent ? keptAnswers(folder, assumed) : assumed;
  const told = { ...present, ...given };
  const isTold = keepsContent ? KEPT : new Set(Object.keys(given));
  const answers = terminal === undefined ? told : await askFor(terminal, isTold, told);
  const blog = planBlog({ folder, answers, logo, keepsContent, now, program: manifest });
  const others = blog.plan.replaces.filter((path) => path !== 'content');
  await confirm(others, force, terminal);
  const kept = carryOut(folder, blog.plan);
  const isHostSet = !keepsContent || present.host === answers.host;
  console.log(closingWords(blog, answers, { folder: flags.shownFolder, kept, isHostSet }));
  return SUCCESS;
}

/** Settings that present content has. */
const KEPT: ReadonlySet<string> = new Set(['title', 'url', 'language', 'author']);

/**
 * Whether content that is there stays.
 * @throws {InTheWay} if nobody says so
 */
async function wantsToKeep(
  present: readonly string[],
  force: boolean,
  terminal: Terminal | undefined,
): Promise<boolean> {
  if (present.length === 0 || force) return false;
  if (terminal === undefined)
    throw new InTheWay(
      present,
      'Use --force to start afresh, which moves them to before-init/, or --keep to leave them and write only what the host needs.',
    );
  terminal.say(`There is content already:\n${indented(present)}`);
  return !(await terminal.isWanted('Start afresh, and move it to before-init/?'));
}

/** @throws {InTheWay | Cancelled} unless the files may be replaced */
async function confirm(
  replaced: readonly string[],
  force: boolean,
  terminal: Terminal | undefined,
): Promise<void> {
  if (replaced.length === 0 || force) return;
  if (terminal === undefined)
    throw new InTheWay(replaced, 'Use --force to replace them; the old ones move to before-init/.');
  terminal.say(`These files would be replaced:\n${indented(replaced)}`);
  if (!(await terminal.isWanted('Replace them, and move the old ones to before-init/?')))
    throw new Cancelled();
}

/** Files that must not be replaced unasked. */
class InTheWay extends Error {
  constructor(paths: readonly string[], hint: string) {
    super(`These files are there already:\n${indented(paths)}\n${UNCHANGED} ${hint}`);
    this.name = 'InTheWay';
  }
}

/** @returns the exit code */
function explain(error: unknown): number {
  const reporter = new Reporter('init', 'text');
  if (error instanceof Cancelled) {
    console.error(`\n${UNCHANGED}`);
    return INTERRUPTED;
  }
  if (error instanceof UsageError) throw error;
  if (error instanceof InTheWay) return reporter.failure(error.message, USAGE_ERROR);
  if (error instanceof SyntaxError)
    return reporter.failure(`package.json cannot be read: ${error.message}. ${UNCHANGED}`);
  const reason = reasonOf(error);
  if (reason === undefined) throw error;
  return reporter.failure(`The blog cannot be written: ${reason}.`);
}
