/** What continuous integration does after a push. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { measure, type Measurement } from '../measure.ts';
import type { Blog } from './blogs.ts';
import { commandEnv } from './commands.ts';

/** Seconds of each step. */
export interface Steps {
  readonly clone: number;
  readonly install: number;
  readonly restore: number;
  readonly build: number;
  readonly total: number;
  /** Processor time of all commands; absent where the system does not tell. */
  readonly processor: number | undefined;
}

/**
 * Clones a blog and builds it.
 * @param folder the clone, removed before
 * @param kept where caches are from one run to the next; without it, the build has none
 */
export async function publishBlog(
  blog: Blog,
  folder: string,
  kept: string | undefined,
): Promise<Steps> {
  rmSync(folder, { recursive: true, force: true });
  const from = pathToFileURL(blog.repository).href;
  const env = commandEnv();
  const cloning = ['git', 'clone', '--quiet', '--depth=1', from, folder];
  const cloned = await measure(cloning, blog.repository, env);
  const installed = blog.install && (await measure(blog.install, folder, env));
  const restore = kept === undefined ? 0 : restoreCaches(blog, kept, folder);
  const built = await measure(blog.build, folder, env);
  if (!existsSync(path.join(folder, '_site/index.html')))
    throw new Error(`${blog.name} built no home page.`);
  if (kept !== undefined) keepCaches(blog, folder, kept);
  const clone = cloned.seconds;
  const install = installed?.seconds ?? 0;
  const build = built.seconds;
  const total = clone + install + restore + build;
  const steps = [cloned, ...(installed === undefined ? [] : [installed]), built];
  return { clone, install, restore, build, total, processor: processorSeconds(steps) };
}

function processorSeconds(steps: readonly Measurement[]): number | undefined {
  const values = steps.flatMap((step) => step.processorSeconds ?? []);
  return values.length < steps.length ? undefined : values.reduce((sum, value) => sum + value);
}

/** Seconds that it takes. */
function restoreCaches({ caches }: Blog, kept: string, clone: string): number {
  const start = performance.now();
  for (const cache of caches) {
    const from = path.join(kept, cache);
    if (existsSync(from)) cpSync(from, path.join(clone, cache), { recursive: true });
  }
  return (performance.now() - start) / 1000;
}

function keepCaches({ caches }: Blog, clone: string, kept: string): void {
  rmSync(kept, { recursive: true, force: true });
  for (const cache of caches) {
    const from = path.join(clone, cache);
    const to = path.join(kept, cache);
    mkdirSync(path.dirname(to), { recursive: true });
    if (existsSync(from)) renameSync(from, to);
  }
}
