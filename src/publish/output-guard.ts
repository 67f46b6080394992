/** Which folders a build must not replace. */
import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isOutside } from '../lib/paths.ts';
import { MARKER } from './marker.ts';

/** An output folder that must not be written to. The message says why and what to do. */
export class UnsafeOutput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OutputRefused';
  }
}

/** What a site is made from; nothing that a build makes belongs there. */
const PROJECT_FOLDERS = ['public', 'src', 'templates', 'test', 'docs', 'node_modules'];

/**
 * @param output absolute
 * @throws {UnsafeOutput} when `output` holds a source or lies in one
 */
export function guardSources(
  output: string,
  sources: { readonly content: string; readonly project: string },
): void {
  for (const source of [sources.content, sources.project]) {
    if (contains(real(output), real(source))) {
      throw new UnsafeOutput(
        `The output folder ${output} holds ${resolve(source)}, which would be deleted. Name another folder with --output.`,
      );
    }
  }
  if (contains(real(sources.content), real(output))) {
    throw new UnsafeOutput(
      `The output folder ${output} lies inside the content folder. Name another folder with --output.`,
    );
  }
  for (const name of PROJECT_FOLDERS) {
    if (!contains(real(join(sources.project, name)), real(output))) continue;
    throw new UnsafeOutput(
      `The output folder ${output} lies inside \`${name}\`, a folder of the project itself. Name another folder with --output.`,
    );
  }
}

/**
 * @param output absolute
 * @throws {UnsafeOutput} when `output` is no folder, or one that others have filled
 */
export function guardForeign(output: string): void {
  if (!existsSync(output)) {
    guardImpossible(output);
    return;
  }
  if (!statSync(output).isDirectory()) {
    throw new UnsafeOutput(`The output ${output} is a file. Name a folder with --output.`);
  }
  if (readdirSync(output).length === 0 || existsSync(join(output, MARKER.path))) return;
  throw new UnsafeOutput(
    `The folder ${output} holds files that Perennial did not make, and a build would delete them. Empty it, or name another folder with --output.`,
  );
}

/** A folder can be made only below a folder, and not in place of a link that leads to itself. */
function guardImpossible(output: string): void {
  if (isLink(real(output)))
    throw new UnsafeOutput(
      `The output ${output} is a link that leads back to itself. Name a folder with --output.`,
    );
  let above = dirname(real(output));
  while (!existsSync(above)) above = dirname(above);
  if (statSync(above).isDirectory()) return;
  throw new UnsafeOutput(
    `The output ${output} cannot be made, as ${above} is a file. Name another folder with --output.`,
  );
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // Not there, or below a file.
    return false;
  }
}

/** Whether a path is the folder or lies below it; both absolute. */
export function contains(folder: string, path: string): boolean {
  return !isOutside(relative(folder, path));
}

/** The folder that holds what the output is or leads to; it need not be there. */
export function outputParent(output: string): string {
  return dirname(real(output));
}

/** Links that are followed one after another; more are a circle. */
const MOST_LINKS = 40;

/** The path with every symbolic link followed, as far as it exists. */
export function real(path: string, links = 0): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  if (isLink(absolute) && links < MOST_LINKS)
    return real(resolve(dirname(absolute), readlinkSync(absolute)), links + 1);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(real(parent, links), basename(absolute));
}
