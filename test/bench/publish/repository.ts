/** Git repositories of blogs. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const IGNORED = ['node_modules/', '_site/', '.cache/', '.hugo_build.lock'];
const COMMITTER = ['-c', 'user.name=Bench', '-c', 'user.email=bench@blog.example.org'];

/** Copies the files of this project as they are now, the owner's content and what Git ignores left out. */
export function copyProgram(project: string, target: string): void {
  const listed = git(project, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const file of listed.split('\0')) {
    const source = path.join(project, file);
    if (file === '' || file.startsWith('content/') || !existsSync(source)) continue;
    cpSync(source, path.join(target, file));
  }
}

/** Makes a folder the first commit of a repository, packed as on a host. */
export function createRepository(folder: string): void {
  const ignore = path.join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, `${IGNORED.join('\n')}\n`);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder, 'Start the blog');
  git(folder, 'gc', '--quiet');
}

export function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, ...COMMITTER, 'commit', '--quiet', '--no-gpg-sign', '--no-verify', '-m', message);
}

function git(folder: string, ...args: readonly string[]): string {
  const maxBuffer = 100_000_000;
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer });
}
