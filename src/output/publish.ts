/** Puts a finished site in the place of the earlier one, whole or not at all. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { leadsOut } from '../paths.ts';
import { MARKER } from './marker.ts';

/** An output folder that must not be written to. The message says why and what to do. */
export class OutputRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OutputRefused';
  }
}

/** A fresh folder beside the output; nothing is seen of it until it is published. */
export class Staging {
  /** Where the site is written. */
  readonly folder: string;
  readonly #output: string;
  readonly #earlier: string;

  /**
   * @param output folder that the site will take
   * @param sources folders that must survive, such as the content and the project
   * @throws {OutputRefused} when `output` holds a source, lies in one, or is not Perennial's own
   */
  constructor(output: string, sources: { readonly content: string; readonly project: string }) {
    refuseSources(resolve(output), sources);
    refuseForeign(resolve(output));
    // A link stays one: what it points to is replaced.
    this.#output = real(output);
    const prefix = join(dirname(this.#output), `.${basename(this.#output)}`);
    this.folder = `${prefix}.building-${process.pid}`;
    this.#earlier = `${prefix}.earlier-${process.pid}`;
    this.#recover(prefix);
    mkdirSync(this.folder, { recursive: true });
  }

  /** The fresh folder takes the output's place; the earlier site goes. */
  publish(): void {
    const replaces = existsSync(this.#output);
    if (replaces) renameSync(this.#output, this.#earlier);
    try {
      renameSync(this.folder, this.#output);
    } catch (error) {
      if (replaces) renameSync(this.#earlier, this.#output);
      throw error;
    }
    if (replaces) rmSync(this.#earlier, { recursive: true, force: true });
  }

  /** Removes the fresh folder; the earlier site stays. */
  discard(): void {
    // Another thread may just finish a file in it.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
  }

  /** Puts right what a build left behind that was killed: its site goes, the earlier one comes back. */
  #recover(prefix: string): void {
    const parent = dirname(prefix);
    if (!existsSync(parent)) return;
    for (const name of readdirSync(parent)) {
      const path = join(parent, name);
      const [, kind, pid] = /^(building|earlier)-(\d+)$/.exec(path.slice(prefix.length + 1)) ?? [];
      if (kind === undefined || !path.startsWith(`${prefix}.`) || isRunning(Number(pid))) continue;
      if (kind === 'earlier' && !existsSync(this.#output)) renameSync(path, this.#output);
      else rmSync(path, { recursive: true, force: true });
    }
  }
}

/** What a site is made from; nothing that a build makes belongs there. */
const PROJECT_FOLDERS = ['public', 'src', 'templates', 'test', 'docs', 'node_modules'];

function refuseSources(output: string, sources: { content: string; project: string }): void {
  for (const source of [sources.content, sources.project]) {
    if (contains(real(output), real(source))) {
      throw new OutputRefused(
        `The output folder ${output} holds ${resolve(source)}, which would be deleted. Name another folder with --output.`,
      );
    }
  }
  if (contains(real(sources.content), real(output))) {
    throw new OutputRefused(
      `The output folder ${output} lies inside the content folder. Name another folder with --output.`,
    );
  }
  for (const name of PROJECT_FOLDERS) {
    if (!contains(real(join(sources.project, name)), real(output))) continue;
    throw new OutputRefused(
      `The output folder ${output} lies inside \`${name}\`, a folder of the project itself. Name another folder with --output.`,
    );
  }
}

function refuseForeign(output: string): void {
  if (!existsSync(output)) return;
  if (!statSync(output).isDirectory()) {
    throw new OutputRefused(`The output ${output} is a file. Name a folder with --output.`);
  }
  if (readdirSync(output).length === 0 || existsSync(join(output, MARKER.path))) return;
  throw new OutputRefused(
    `The folder ${output} holds files that Perennial did not make, and a build would delete them. Empty it, or name another folder with --output.`,
  );
}

function contains(folder: string, path: string): boolean {
  return !leadsOut(relative(folder, path));
}

/** Links that are followed one after another; more are a circle. */
const MOST_LINKS = 40;

/** The path with every symbolic link followed, as far as it exists. */
function real(path: string, links = 0): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  const isLink = lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink && links < MOST_LINKS)
    return real(resolve(dirname(absolute), readlinkSync(absolute)), links + 1);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(real(parent, links), basename(absolute));
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
