/** A blog that has the program as a package, as `npm run init` starts one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ours from '../../package.json' with { type: 'json' };
import { commandEnv, NPM_OPTIONS } from './publish/commands.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Makes the blog without content, and the package beside it.
 * @param npmFlags how to install
 */
export function createPackageBlog(blog: string, ...npmFlags: readonly string[]): void {
  const beside = path.dirname(blog);
  mkdirSync(blog, { recursive: true });
  const pack = ['pack', '--silent', '--pack-destination', beside];
  const printed = execFileSync('npm', pack, { cwd: ROOT, env: commandEnv(), encoding: 'utf8' });
  const tarball = printed.trim().split('\n').at(-1) ?? '';
  const manifest = {
    private: true,
    allowScripts: ours.allowScripts,
    scripts: { build: 'perennial build' },
    dependencies: { [ours.name]: `file:../${tarball}` },
  };
  writeFileSync(path.join(blog, 'package.json'), JSON.stringify(manifest));
  installPackages(blog, ...npmFlags);
}

/** Writes the lock file too. */
export function installPackages(folder: string, ...npmFlags: readonly string[]): void {
  const args = ['install', ...npmFlags, ...NPM_OPTIONS];
  execFileSync('npm', args, { cwd: folder, env: commandEnv() });
}
