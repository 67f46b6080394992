/** `npm run dev`: live preview, including drafts. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Project } from '../eleventy/project.ts';
import type { Listener } from '../dev/live-site.ts';
import type { PreviewOptions } from '../dev/preview.ts';
import { displayPath } from '../lib/user-folder.ts';
import { count, firstFew, seconds } from '../lib/wording.ts';
import { visible } from '../report/visible.ts';
import { RESTART, type Command } from './command.ts';
import { SITE_OPTIONS, UsageError, parseFlags } from './flags.ts';
import { readSiteFlags } from './site-flags.ts';

const USAGE = `Usage: npm run dev -- [options]

  --content DIR    content folder (default: content)
  --port NUMBER    port, or the next free one (default: 8080)
  --lan            serve other devices in the network too, and print a QR code for them
  --open           open the home page in the browser
  --editor COMMAND editor that opens a file when you click its name in the browser
                   (default: VISUAL, EDITOR, or one that is running)
  --site-url URL   URL of the site in its pages (default: the local one)
  --now DATE       current time, to tell future posts (default: now)
  --help           print this text`;

/** Keeps the port over a restart, because pages in browsers come back to it. */
const RESTART_PORT = 'PERENNIAL_RESTART_PORT';

const { content, 'site-url': siteUrl, now } = SITE_OPTIONS;

export const devCommand: Command = {
  usage: USAGE,
  run(args, project, { rebundle }) {
    const { values } = parseFlags({
      args,
      options: {
        content,
        'site-url': siteUrl,
        now,
        port: { type: 'string', default: '8080' },
        lan: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
        editor: { type: 'string' },
      },
    });
    return dev(
      {
        site: readSiteFlags(values),
        port: readPort(process.env[RESTART_PORT] ?? values.port),
        lan: values.lan,
        editor: values.editor,
      },
      async (url) => {
        if (values.lan) await printLan(url);
        if (values.open) openBrowser(url);
      },
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
  onStart: (url: string) => Promise<void>,
  project: Project,
  rebundle: () => Promise<boolean>,
): Promise<number> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  // Loaded here, because other commands do not need its libraries.
  const { NoPort, runPreview } = await import('../dev/preview.ts');
  try {
    const restartPort = await runPreview(
      options,
      project,
      listener(onStart),
      stop.signal,
      rebundle,
    );
    if (restartPort === undefined) {
      // A build that still runs writes nothing but its cache, whole files at a time.
      setImmediate(() => process.exit());
      return 0;
    }
    process.env[RESTART_PORT] = String(restartPort);
    return RESTART;
  } catch (error) {
    if (!(error instanceof NoPort)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

function listener(onStart: (url: string) => Promise<void>): Listener {
  return {
    onStart: (url, editor) => {
      console.log(`Preview on ${url} (press Ctrl-C to stop)\nEditor on ${editor}`);
      return onStart(url);
    },
    onBuild: ({ errors, newWarnings, goneWarnings, posts }, changed, milliseconds) => {
      const what = changed.length === 0 ? '' : `${namesOf(changed)}: `;
      if (newWarnings !== undefined) console.error(`\n${newWarnings}\n`);
      if (goneWarnings > 0)
        console.log(`${count(goneWarnings, 'warning is', 'warnings are')} gone.`);
      if (errors !== undefined) console.error(`\n${what}\n\n${errors}\n`);
      else console.log(`${what}${count(posts, 'post')} in ${seconds(milliseconds)}`);
    },
  };
}

/** `content/a.md and 2 more`: a folder before its files, with a note if it is gone. */
function namesOf(files: readonly string[]): string {
  const names = files
    .toSorted()
    .map((file) => visible(displayPath(file)) + (existsSync(file) ? '' : ' (gone)'));
  return firstFew(names, 1);
}

async function printLan(url: string): Promise<void> {
  const { describeLan } = await import('../dev/lan.ts');
  console.log(describeLan(url, process.stdout.isTTY));
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
