/** Builds a blog after each of many edits, on top of the last output and in full, and compares them. */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSite, type BuiltSite } from '../support/build-site.ts';
import { RandomBlog } from './random-edits.ts';

export interface Comparison {
  /** Edits after which the outputs differ, with the names of the files. */
  readonly differences: readonly string[];
  /** After how many edits neither build published anything. */
  readonly failed: number;
}

interface Options {
  /** An empty folder. */
  readonly folder: string;
  readonly seed: number;
  readonly edits: number;
  /** Whether the site has cards and search, which take longer. */
  readonly isWhole?: boolean;
}

/** @param report receives each edit and what came of it */
export async function compareBuilds(
  { folder, seed, edits, isWhole = false }: Options,
  report: (line: string) => void = () => undefined,
): Promise<Comparison> {
  const blog = new RandomBlog(path.join(folder, 'content'), seed);
  const output = path.join(folder, 'out');
  const whole = path.join(folder, 'full');
  const build = (to: string, cache: string, ...args: readonly string[]): Promise<BuiltSite> => {
    const now = new Date(blog.now).toISOString();
    const flags = [
      ...(isWhole ? [] : ['--no-cards', '--no-search']),
      ...(blog.drafts ? ['--drafts'] : []),
      ...['--now', now],
    ];
    const caches = ['--cache', path.join(folder, cache)];
    return buildSite({ content: blog.content, output: to, args: [...flags, ...caches, ...args] });
  };
  await build(output, 'cache');
  const cache = path.join(folder, 'cache');
  const differences: string[] = [];
  let failed = 0;
  for (let round = 0; round < edits; round++) {
    const edit = `${round}: ${await blog.edit(output, cache)}`;
    // A build also keeps what the site before it had published.
    cpSync(output, whole, { recursive: true });
    const [full, next] = [
      await build(whole, 'other-cache', '--full'),
      await build(output, 'cache'),
    ];
    const files = differing(full, next);
    if (files.length > 0) differences.push(`${edit}: ${files.join(', ')}`);
    if (full.exitCode !== 0) failed++;
    const error = full.stderr.split('\n').find((line) => line.startsWith('error')) ?? '';
    report(`${edit}${files.length > 0 ? `: DIFFERS IN ${files.join(', ')}` : ''} ${error}`.trim());
    rmSync(whole, { recursive: true });
  }
  return { differences, failed };
}

/** Names of the files, and of the exit code. */
function differing(one: BuiltSite, other: BuiltSite): string[] {
  const [ones, others] = [one.output.fingerprint(), other.output.fingerprint()];
  const names = new Set([...ones.keys(), ...others.keys()]);
  const files = [...names].filter((name) => ones.get(name) !== others.get(name));
  return one.exitCode === other.exitCode ? files : [...files, 'exit code'];
}
