/** The generators to compare, each with its build command. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from '../support/programs.ts';
import { makeCorpus } from './make-corpus.ts';

export interface Contestant {
  readonly name: string;
  /** Why it cannot take part on this machine. */
  readonly missing?: string;
  readonly output: string;
  /** Removed before each run, as the output is. */
  readonly cache?: string;
  readonly command: readonly string[];
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const START = path.join(ROOT, 'src/start.mjs');

/** Names that the report refers to. */
export const PERENNIAL = 'Perennial';
export const PERENNIAL_NPM = 'Perennial, npm run build';
/** With what its last run has kept of the texts. */
export const PERENNIAL_AGAIN = 'Perennial, once more';
export const FLOOR = 'floor';
export const HUGO = 'Hugo';

/** Makes the blogs of `posts` posts in `folder`, and the commands that build them. */
export function prepare(source: string, posts: number, folder: string): Contestant[] {
  const hugo = findProgram(['hugo']);
  const content = path.join(folder, 'content');
  const hugoSite = path.join(folder, 'hugo');
  makeCorpus(source, posts, 'perennial', content);
  if (hugo !== undefined) makeCorpus(source, posts, 'hugo', hugoSite);

  const contestant = (
    name: string,
    missing: string | false,
    command: (output: string) => string[],
  ): Contestant => {
    const output = path.join(folder, 'output', name.replaceAll(/\W+/g, '-'), 'site');
    mkdirSync(path.dirname(output), { recursive: true });
    return { name, output, command: command(output), ...(missing !== false && { missing }) };
  };
  const noBuild = !existsSync(START) && 'src/start.mjs does not exist';
  const cold = path.join(folder, 'cold');
  const build = (output: string, cache: string): string[] => [
    ...['build', '--quiet', '--no-images', '--no-cards', '--no-search'],
    ...['--content', content, '--output', output, '--cache', cache],
  ];
  return [
    {
      ...contestant(PERENNIAL, noBuild, (output) => [
        process.execPath,
        START,
        ...build(output, cold),
      ]),
      cache: cold,
    },
    {
      ...contestant(PERENNIAL_NPM, noBuild, (output) => [
        ...['npm', 'run', '--'],
        ...build(output, cold),
      ]),
      cache: cold,
    },
    contestant(PERENNIAL_AGAIN, noBuild, (output) => [
      process.execPath,
      START,
      ...build(output, path.join(folder, 'warm')),
    ]),
    contestant(FLOOR, false, (output) => [
      process.execPath,
      path.join(import.meta.dirname, 'floor.mjs'),
      content,
      output,
    ]),
    contestant(HUGO, hugo === undefined && 'hugo is not installed', (output) => [
      hugo ?? 'hugo',
      '--quiet',
      '--source',
      hugoSite,
      '--destination',
      output,
    ]),
  ];
}
