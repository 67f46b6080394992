/** `npm run upgrade`: takes the program's files from a release, and leaves the owner's alone. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { IS_PACKAGE, NAME, PROGRAM } from '../lib/program.mjs';
import { userPath } from '../lib/user-folder.ts';
import { count } from '../lib/wording.ts';
import {
  NoRelease,
  downloadRelease,
  readList,
  unpackRelease,
  type ReleaseList,
} from '../upgrade/fetch-release.ts';
import { RELEASE } from '../upgrade/release.mjs';
import { applyUpgrade, planUpgrade } from '../upgrade/upgrade.ts';
import type { Command } from './command.ts';
import { UsageError, parseFlags } from './flags.ts';

const USAGE = `Usage: npm run upgrade -- [VERSION] [options]

Takes the files of a release (default: the latest) in a clone of Perennial.
Your content, .eleventy.ts, and what you have added to package.json stay.

  --from FILE      tarball of the release, instead of the registry's
  --force          replace files of the program that you have changed, too
  --help           print this text`;

export const upgradeCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { values, positionals } = parseFlags({
      args,
      allowPositionals: true,
      options: { from: { type: 'string' }, force: { type: 'boolean', default: false } },
    });
    const [version = 'latest', ...more] = positionals;
    if (more.length > 0) throw new UsageError('Name one version.');
    if (!/^[\w.+-]+$/.test(version)) throw new UsageError(`"${version}" is not a version.`);
    // For other commands, `--from` is no path.
    const from = values.from === undefined ? undefined : userPath(values.from);
    if (from !== undefined && !existsSync(from))
      throw new UsageError(`--from ${from} does not exist.`);
    if (IS_PACKAGE) return fail(`Run \`npm install ${NAME}@${version}\` to upgrade this blog.`);
    const folder = mkdtempSync(join(tmpdir(), 'perennial-upgrade-'));
    try {
      return upgrade(version, from, values.force, folder);
    } catch (error) {
      if (!(error instanceof NoRelease)) throw error;
      return fail(`${error.message} Nothing was changed.`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** @param folder for temporary files */
function upgrade(
  version: string,
  from: string | undefined,
  isForced: boolean,
  folder: string,
): number {
  const tarball = from ?? downloadRelease(version, join(folder, 'new'));
  const release = unpackRelease(tarball, join(folder, 'release'));
  const current = currentRelease(folder, isForced);
  const plan = planUpgrade(PROGRAM, current, release);
  if (plan.altered.length > 0 && !isForced)
    return fail(
      `${count(plan.altered.length, 'file of the program was', 'files of the program were')} changed, and the upgrade would replace ${plan.altered.length === 1 ? 'it' : 'them'}:\n\n${plan.altered.map((path) => `  ${path}`).join('\n')}\n\nMove what you have changed into content/theme (docs/guide/theme.md), or give up your changes with --force. Nothing was changed.`,
    );
  applyUpgrade(PROGRAM, plan, current, release);
  const changes = `${count(plan.written.length, 'file')} written, ${plan.removed.length} removed`;
  console.log(
    `Upgraded Perennial from ${manifest.version} to ${release.version}: ${changes}.\nCHANGELOG.md says what is new. Now run \`npm install\`, then \`npm run build\`.`,
  );
  return 0;
}

/**
 * The list of the release that the clone has: its own, or the registry's.
 * @throws {NoRelease} if there is none, which only matters if nothing is forced
 */
function currentRelease(folder: string, isForced: boolean): ReleaseList | undefined {
  const own = readList(join(PROGRAM, RELEASE));
  if (own?.version === manifest.version) return own;
  try {
    const tarball = downloadRelease(manifest.version, join(folder, 'old'));
    return unpackRelease(tarball, join(folder, 'current'));
  } catch (error) {
    if (!(error instanceof NoRelease)) throw error;
    if (isForced) return undefined;
    throw new NoRelease(
      `Whether files of the program were changed cannot be told, because ${RELEASE} of version ${manifest.version} is missing and the registry has none. Commit your changes, and upgrade with --force; \`git diff\` then shows what was replaced.`,
    );
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
