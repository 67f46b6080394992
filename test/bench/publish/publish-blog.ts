/** What continuous integration does after a push. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { measure, type Measurement } from '../measure.ts';
import type { Blog } from './blogs.ts';
import { commandEnv } from './commands.ts';

/** Seconds of each step. */
export interface Steps {
  readonly clone: number;
  readonly restore: number;
  readonly install: number;
  readonly build: number;
  readonly total: number;
  /** Processor time of all commands; absent where the system does not tell. */
  readonly processor: number | undefined;
}

/**
 * Clones a blog and builds it.
 * @param folder the clone, put away before
 * @param kept archive of the caches from one run to the next; without it, the run has none
 */
export async function publishBlog(
  blog: Blog,
  folder: string,
  kept: string | undefined,
): Promise<Steps> {
  putAway(folder);
  const from = pathToFileURL(blog.repository).href;
  const env = commandEnv();
  const cloning = ['git', 'clone', '--quiet', '--depth=1', from, folder];
  const cloned = await measure(cloning, blog.repository, env);
  const restored =
    kept !== undefined && existsSync(kept)
      ? await measure(['tar', '-xf', kept, '-C', folder], folder, env)
      : undefined;
  // Only when the lock file has changed.
  const hasPackages = existsSync(path.join(folder, 'node_modules'));
  const installed =
    blog.install && !hasPackages ? await measure(blog.install, folder, env) : undefined;
  const built = await measure(blog.build, folder, env);
  if (!existsSync(path.join(folder, '_site/index.html')))
    throw new Error(`${blog.name} built no home page.`);
  if (kept !== undefined) keepCaches(blog, folder, kept);
  const clone = cloned.seconds;
  const restore = restored?.seconds ?? 0;
  const install = installed?.seconds ?? 0;
  const build = built.seconds;
  const total = clone + restore + install + build;
  const steps = [cloned, restored, installed, built].filter((step) => step !== undefined);
  return { clone, restore, install, build, total, processor: processorSeconds(steps) };
}

function processorSeconds(steps: readonly Measurement[]): number | undefined {
  const values = steps.flatMap((step) => step.processorSeconds ?? []);
  return values.length < steps.length ? undefined : values.reduce((sum, value) => sum + value);
}

function keepCaches({ caches }: Blog, clone: string, kept: string): void {
  const present = caches.filter((cache) => existsSync(path.join(clone, cache)));
  mkdirSync(path.dirname(kept), { recursive: true });
  execFileSync('tar', ['-cf', kept, '-C', clone, ...present]);
}

/**
 * Moves a folder aside and empties its files. To delete them would slow down the next run: for some
 * minutes, ext4 without a journal takes no inode of a deleted file, and searches for others.
 */
function putAway(folder: string): void {
  if (!existsSync(folder)) return;
  const aside = path.join(mkdtempSync(path.join(path.dirname(folder), 'aside-')), 'folder');
  renameSync(folder, aside);
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) truncateSync(path.join(entry.parentPath, entry.name));
}
