/** `npm run dev`: a preview that follows every change, drafts included. */
import { spawn } from 'node:child_process';
import { relative, sep } from 'node:path';
import type { Project } from '../eleventy/project.ts';
import type { Listener, PreviewOptions } from '../dev/preview.ts';
import { RESTART, type Command } from './command.ts';
import { SITE_OPTIONS, UsageError, parseFlags, readSiteFlags } from './flags.ts';

const USAGE = `Usage: npm run dev -- [options]

  --content DIR    folder with the posts (default: content)
  --port NUMBER    port on this machine; the next free one when it is taken (default: 8080)
  --open           open the home page in the browser
  --site-url URL   address that the pages give as theirs (default: the local one)
  --now DATE       the time at which posts count as future (default: now)
  --help           print this text`;

const { content, 'site-url': siteUrl, now } = SITE_OPTIONS;

export const devCommand: Command = {
  usage: USAGE,
  run(args, project, rebundle) {
    const { values } = parseFlags({
      args,
      options: {
        content,
        'site-url': siteUrl,
        now,
        port: { type: 'string', default: '8080' },
        open: { type: 'boolean', default: false },
      },
    });
    return dev(
      { site: readSiteFlags(values), port: readPort(values.port) },
      values.open ? openBrowser : () => undefined,
      project,
      rebundle,
    );
  },
};

/** @throws {UsageError} */
function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port "${text}" is not a number from 1 to 65535.`);
}

async function dev(
  options: PreviewOptions,
  open: (url: string) => void,
  project: Project,
  rebundle: () => Promise<boolean>,
): Promise<number> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  // Other commands do without its libraries.
  const { NoPort, runPreview } = await import('../dev/preview.ts');
  try {
    const listener = reporter(open);
    const isAgain = await runPreview(options, project, listener, stop.signal, rebundle);
    return isAgain ? RESTART : 0;
  } catch (error) {
    if (!(error instanceof NoPort)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

function reporter(onStart: (url: string) => void): Listener {
  return {
    onStart: (url) => {
      console.log(`Preview on ${url} (Ctrl-C ends it)`);
      onStart(url);
    },
    onBuild: ({ problems, warnings, posts }, changed, milliseconds) => {
      const seconds = `${(milliseconds / 1000).toFixed(2)} s`;
      const what = changed.length === 0 ? '' : `${namesOf(changed)}: `;
      if (problems !== undefined) console.error(`\n${what}\n\n${problems}\n`);
      if (warnings !== undefined && changed.length === 0) console.error(`\n${warnings}\n`);
      if (problems === undefined)
        console.log(`${what}${posts === 1 ? '1 post' : `${posts} posts`} in ${seconds}`);
    },
  };
}

/** The first of the files, and how many more there are. */
function namesOf([first = '', ...others]: readonly string[]): string {
  const below = relative('.', first);
  const name = (below.startsWith('..') ? first : below).split(sep).join('/');
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}

/** Whether it works or not, the address has been printed. */
function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  if (program === undefined) return;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.error(`No browser could be opened. The preview is on ${url}`))
    .unref();
}
