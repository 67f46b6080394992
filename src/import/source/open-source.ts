/** Opens an export: a file, a folder, an archive, several of them, or the address of a feed. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { canParseUrl } from '../../lib/can-parse-url.ts';
import type { Container } from './container.ts';
import { reasonFor } from './disk-file.ts';
import { openFolder } from './folder.ts';
import { addNested } from './nested.ts';
import { openFile } from './open-file.ts';
import { SourceError, type Skipped, type Source, type SourceFile } from './source.ts';
import { TempFolder } from '../../lib/temp-folder.ts';

/**
 * Several sources become one, in which the paths of each begin with its name. Archives in the top folder
 * of a source are opened too: WordPress.com packs one into another, and Google splits large exports.
 * @param names as the user wrote them: paths, or a single URL
 * @throws {SourceError} if one is missing, empty, damaged or too large
 */
export async function openSource(names: readonly string[]): Promise<Source> {
  const [first, ...others] = names;
  if (first === undefined) throw new SourceError('Name the file or folder of the export.');
  const url = names.find(isAddress);
  if (url !== undefined) {
    if (others.length > 0)
      throw new SourceError(`${url} is an address. Import it alone, without other sources.`);
    return { name: url, url, files: [], close: async () => {} };
  }
  return openAll(distinct(names));
}

function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name) && canParseUrl(name);
}

/** Without those that were named twice. */
function distinct(names: readonly string[]): string[] {
  const byPath = new Map<string, string>();
  for (const name of names) byPath.set(resolve(name), name);
  return [...byPath.values()];
}

function resolve(name: string): string {
  try {
    return realpathSync(name);
  } catch (error) {
    throw new SourceError(`${name} cannot be read: ${reasonFor(error)}.`);
  }
}

async function openAll(names: readonly string[]): Promise<Source> {
  const temp = new TempFolder();
  // Not the containers, whose lists of files are copied here and would stay in memory.
  const closeAll: Container['close'][] = [];
  const close = (): void => {
    for (const closeOne of closeAll) closeOne();
    temp.close();
  };
  const paths = new UniquePaths();
  const files: SourceFile[] = [];
  const skipped: Skipped[] = [];
  try {
    for (const name of names) {
      const container = await openOne(name, temp);
      closeAll.push(container.close);
      const prefix = names.length > 1 && !isPlainFile(container) ? `${path.basename(name)}/` : '';
      for (const file of container.files)
        files.push({ ...file, path: paths.unique(prefix + file.path) });
      for (const member of container.skipped)
        skipped.push({ ...member, path: prefix + member.path });
    }
  } catch (error) {
    close();
    throw error;
  }
  return {
    name: names.join(', '),
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    skipped,
    close: async () => close(),
  };
}

async function openOne(name: string, temp: TempFolder): Promise<Container> {
  const kind = statSync(resolve(name));
  if (!kind.isFile() && !kind.isDirectory())
    throw new SourceError(
      `${name} is neither a file nor a folder. Name the export as it was downloaded, or its folder.`,
    );
  const container = kind.isFile() ? await openFile(name, name, temp) : openFolder(name, name);
  if (isPlainFile(container)) return container;
  const whole = await addNested(container, name, temp);
  if (whole.files.length > 0) return whole;
  whole.close();
  throw new SourceError(`${name} holds no files. Name the file or folder of the export.`);
}

/** Whether it is no folder or archive. */
function isPlainFile({ files }: Container): boolean {
  return files.length === 1 && files[0]?.isWhole === true;
}

/** Numbers paths that two sources have in common. */
class UniquePaths {
  readonly #taken = new Set<string>();

  unique(wanted: string): string {
    let free = wanted;
    for (let number = 2; this.#taken.has(free); number++) {
      const { dir, name, ext } = path.posix.parse(wanted);
      free = path.posix.join(dir, `${name} (${number})${ext}`);
    }
    this.#taken.add(free);
    return free;
  }
}
