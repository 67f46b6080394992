/** Keeps a build from replacing folders that it did not create. */
import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isOutside } from '../lib/paths.ts';
import { MARKER } from './marker.ts';

/** The output folder must not be replaced. The message says why and what to do. */
export class UnsafeOutput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnsafeOutput';
  }
}

/** Sources of the project. */
const PROJECT_FOLDERS = ['public', 'src', 'templates', 'test', 'docs', 'node_modules'];

/**
 * @param output absolute
 * @throws {UnsafeOutput} if `output` contains a source or is inside one
 */
export function guardSources(
  output: string,
  sources: { readonly content: string; readonly project: string },
): void {
  for (const source of [sources.content, sources.project]) {
    if (contains(realPath(output), realPath(source))) {
      throw new UnsafeOutput(
        `The output folder ${output} contains ${resolve(source)}, which would be deleted. Choose another folder with --output.`,
      );
    }
  }
  if (contains(realPath(sources.content), realPath(output))) {
    throw new UnsafeOutput(
      `The output folder ${output} is inside the content folder. Choose another folder with --output.`,
    );
  }
  for (const name of PROJECT_FOLDERS) {
    if (!contains(realPath(join(sources.project, name)), realPath(output))) continue;
    throw new UnsafeOutput(
      `The output folder ${output} is inside the project's folder \`${name}\`. Choose another folder with --output.`,
    );
  }
}

/**
 * @param output absolute
 * @throws {UnsafeOutput} if `output` is not a folder, or contains files of others
 */
export function guardForeign(output: string): void {
  if (!existsSync(output)) {
    guardParent(output);
    return;
  }
  if (!statSync(output).isDirectory()) {
    throw new UnsafeOutput(`The output ${output} is a file. Choose a folder with --output.`);
  }
  if (readdirSync(output).length === 0 || isFile(join(output, MARKER))) return;
  throw new UnsafeOutput(
    `The folder ${output} contains files that Perennial did not create, and a build would delete them. Empty it, or choose another folder with --output.`,
  );
}

/** Rejects a path below a file, and a link to itself. */
function guardParent(output: string): void {
  let above = realPath(output);
  while (!existsSync(above)) {
    if (isLink(above))
      throw new UnsafeOutput(
        `The output ${output} cannot be created, because ${above} is a link that points back to itself. Choose another folder with --output.`,
      );
    above = dirname(above);
  }
  if (statSync(above).isDirectory()) return;
  throw new UnsafeOutput(
    `The output ${output} cannot be created, because ${above} is a file. Choose another folder with --output.`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // Does not exist, or is below a file.
    return false;
  }
}

/** Whether the path is the folder or is inside it. Both must be absolute. */
export function contains(folder: string, path: string): boolean {
  return !isOutside(relative(folder, path));
}

/** Parent of the output folder after following links; it need not exist. */
export function outputParent(output: string): string {
  return dirname(realPath(output));
}

/** More links in a row are taken for a loop. */
const MAX_LINKS = 40;

/** Resolves symbolic links in the part of the path that exists. */
export function realPath(path: string, links = 0): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  if (isLink(absolute) && links < MAX_LINKS)
    return realPath(resolve(dirname(absolute), readlinkSync(absolute)), links + 1);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(realPath(parent, links), basename(absolute));
}
