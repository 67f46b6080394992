/** Fetches and unpacks a release: a tarball as `npm pack` makes it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NAME } from '../lib/program.mjs';
import { CLONE_FILES } from './release.mjs';
import { makeFolder } from '../lib/make-folder.mjs';

/** The release cannot be had. The message says why and what to do. */
export class NoRelease extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoRelease';
  }
}

const List = z.object({
  version: z.string(),
  files: z.record(z.string(), z.string()),
  manifest: z.record(z.string(), z.unknown()),
});

/** Files of a release with their hashes, and its `package.json`. */
export type ReleaseList = z.infer<typeof List>;

export interface Release extends ReleaseList {
  /** Where it is unpacked. */
  readonly folder: string;
}

/**
 * The tarball of a version from the registry.
 * @param version such as `1.2.0` or `latest`
 * @throws {NoRelease}
 */
export function downloadRelease(version: string, folder: string): string {
  makeFolder(folder);
  const args = ['pack', `${NAME}@${version}`, '--loglevel=error', '--pack-destination', folder];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    encoding: 'utf8',
    // On Windows, npm is a script.
    shell: process.platform === 'win32',
  });
  const name = stdout?.trim().split('\n').at(-1) ?? '';
  const file = join(folder, name);
  if (status === 0 && name !== '' && existsSync(file)) return file;
  const [reason = 'npm did not answer'] = /(?<=^npm error )(?!code ).*/m.exec(stderr ?? '') ?? [];
  throw new NoRelease(
    `The release ${NAME}@${version} could not be fetched from the registry (${reason}). Check the connection, or give the tarball of a release with --from.`,
  );
}

/** @throws {NoRelease} */
export function unpackRelease(tarball: string, folder: string): Release {
  makeFolder(folder);
  const isWhole =
    unpack(tarball, folder, '--strip-components=1') && unpack(join(folder, CLONE_FILES), folder);
  const list = isWhole ? readList(join(folder, 'dist/release.json')) : undefined;
  if (list === undefined || list.manifest['name'] !== NAME)
    throw new NoRelease(
      `${tarball} is not the tarball of a release of ${NAME}. Take the one that \`npm pack ${NAME}\` fetches.`,
    );
  return { ...list, folder };
}

function unpack(archive: string, folder: string, ...flags: readonly string[]): boolean {
  const args = ['-xzf', archive, '-C', folder, ...flags];
  const { status, error } = spawnSync('tar', args, { stdio: 'ignore' });
  if (error !== undefined)
    throw new NoRelease('The program `tar`, which unpacks releases, is missing. Install it.');
  return status === 0;
}

/** `undefined` if the file is missing or damaged. */
export function readList(file: string): ReleaseList | undefined {
  try {
    return List.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
