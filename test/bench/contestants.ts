/** The builds to compare, each with its command. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from '../support/programs.ts';
import { editPost } from './edit-post.ts';
import { makeCorpus } from './make-corpus.ts';

export interface Contestant {
  readonly name: string;
  /** Why it cannot take part on this machine. */
  readonly missing?: string;
  readonly output: string;
  /** What comes before the build in a round, and is not measured. */
  readonly setUp: (round: number) => void;
  readonly command: readonly string[];
}

const FLOOR = path.join(import.meta.dirname, 'floor.mjs');

/** For `--only`, each with its name in the report. */
export const NAMES = {
  cold: 'Perennial, cold',
  again: 'Perennial, nothing changed',
  edited: 'Perennial, one post edited',
  floor: 'floor',
  hugo: 'Hugo, minimal',
  'hugo-equal': 'Hugo, equal work',
} as const;

export type Key = keyof typeof NAMES;

export const KEYS: readonly Key[] = ['cold', 'again', 'edited', 'floor', 'hugo', 'hugo-equal'];

/**
 * Makes the blogs of `posts` posts in `folder`, and the builds of them.
 * @param rounds how many there will be, with the one that does not count
 * @param program folder of the program
 */
export function prepare(
  source: string,
  posts: number,
  folder: string,
  rounds: number,
  program: string,
): Record<Key, Contestant> {
  const content = path.join(folder, 'content');
  const edited = path.join(folder, 'edited');
  makeCorpus(source, posts, 'perennial', content);
  makeCorpus(source, posts, 'perennial', edited);
  const outputOf = (key: Key): string => {
    const output = path.join(folder, 'output', key, 'site');
    mkdirSync(path.dirname(output), { recursive: true });
    return output;
  };
  const start = path.join(program, 'src/start.mjs');
  const perennial = (key: Key, from: string, setUp?: Contestant['setUp']): Contestant => {
    const output = outputOf(key);
    const cache = path.join(folder, 'cache', key);
    const flags = ['--quiet', '--no-images', '--no-cards', '--no-search'];
    const folders = ['--content', from, '--output', output, '--cache', cache];
    return {
      name: NAMES[key],
      output,
      setUp: setUp ?? remover(output, cache),
      command: [process.execPath, start, 'build', ...flags, ...folders],
    };
  };
  const hugo = (key: 'hugo' | 'hugo-equal'): Contestant => {
    const output = outputOf(key);
    const found = findProgram(['hugo']);
    const blog = path.join(folder, key);
    if (found !== undefined) makeCorpus(source, posts, key, blog);
    return {
      name: NAMES[key],
      ...(found === undefined && { missing: 'hugo is not installed' }),
      output,
      setUp: remover(output),
      command: [found ?? 'hugo', '--quiet', '--source', blog, '--destination', output],
    };
  };
  const floor = outputOf('floor');
  return {
    cold: perennial('cold', content),
    again: perennial('again', content, () => {}),
    edited: perennial('edited', edited, (round) =>
      editPost(path.join(edited, 'posts'), round, rounds),
    ),
    floor: {
      name: NAMES.floor,
      output: floor,
      setUp: remover(floor),
      command: [process.execPath, FLOOR, content, floor],
    },
    hugo: hugo('hugo'),
    'hugo-equal': hugo('hugo-equal'),
  };
}

function remover(...folders: readonly string[]): () => void {
  return () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
}
