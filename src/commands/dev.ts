/** `npm run dev`: live preview, including drafts. */
import { spawn } from 'node:child_process';
import type { Project } from '../eleventy/project.ts';
import type { Listener, PreviewOptions } from '../dev/preview.ts';
import { displayPath } from '../lib/user-folder.ts';
import { count, firstFew, seconds } from '../lib/wording.ts';
import { RESTART, type Command } from './command.ts';
import { SITE_OPTIONS, UsageError, parseFlags, readSiteFlags } from './flags.ts';

const USAGE = `Usage: npm run dev -- [options]

  --content DIR    content folder (default: content)
  --port NUMBER    port, or the next free one (default: 8080)
  --open           open the home page in the browser
  --site-url URL   URL of the site in its pages (default: the local one)
  --now DATE       current time, to tell future posts (default: now)
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
  // Loaded here, because other commands do not need its libraries.
  const { NoPort, runPreview } = await import('../dev/preview.ts');
  try {
    const mustRestart = await runPreview(options, project, listener(open), stop.signal, rebundle);
    return mustRestart ? RESTART : 0;
  } catch (error) {
    if (!(error instanceof NoPort)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

function listener(onStart: (url: string) => void): Listener {
  return {
    onStart: (url) => {
      console.log(`Preview on ${url} (press Ctrl-C to stop)`);
      onStart(url);
    },
    onBuild: ({ problems, warnings, posts }, changed, milliseconds) => {
      const what = changed.length === 0 ? '' : `${namesOf(changed)}: `;
      if (problems !== undefined) console.error(`\n${what}\n\n${problems}\n`);
      if (warnings !== undefined && changed.length === 0) console.error(`\n${warnings}\n`);
      if (problems === undefined)
        console.log(`${what}${count(posts, 'post')} in ${seconds(milliseconds)}`);
    },
  };
}

/** `content/a.md and 2 more` */
function namesOf(files: readonly string[]): string {
  return firstFew(files.map(displayPath), 1);
}

/** Failure is harmless: the URL has been printed. */
function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  if (program === undefined) return;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.error(`Could not open a browser. The preview is on ${url}`))
    .unref();
}
