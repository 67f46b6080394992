/** A copy of the project with a small blog, for added templates. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run, type Outcome } from './build-site.ts';
import { copyProject } from './project-copy.ts';
import { writeFiles } from './scratch.ts';

const CONTENT = {
  'content/site.yaml': 'title: The garden\nurl: https://garden.example/\n',
  'content/posts/roses/index.md':
    '---\ntitle: Roses\npublishDate: 2024-03-10\ntags: [flowers]\n---\n\nRed.\n',
  'content/posts/tulips/index.md': '---\ntitle: Tulips\npublishDate: 2024-04-11\n---\n\nYellow.\n',
};

/** @param files added to the project, or written over what it has: path to content */
export function ownProject(files: Readonly<Record<string, string>>): string {
  const project = copyProject();
  rmSync(path.join(project, 'content'), { recursive: true });
  writeFiles(project, { ...CONTENT, ...files });
  return project;
}

/** Gives the project the configuration of `test/fixtures/project`. */
export function useOwnConfig(project: string): void {
  const config = readFileSync(path.join(ROOT, 'test/fixtures/project/eleventy.config.ts'), 'utf8');
  writeFileSync(path.join(project, '.eleventy.ts'), config.replaceAll('../../../src/', './src/'));
}

/** Runs a command of the project, without what takes long. */
export function runIn(project: string, ...args: readonly string[]): Promise<Outcome> {
  const quick = args[0] === 'build' ? ['--no-images', '--no-cards', '--no-search'] : [];
  return run(process.execPath, ['src/start.mjs', ...args, ...quick], { cwd: project });
}
