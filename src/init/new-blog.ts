/** Plans a new blog: its content, what its host needs, and `package.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayIn } from '../lib/dates.ts';
import { slugOf } from '../lib/slug.ts';
import type { Answers } from './answers.ts';
import { contentFiles } from './content.ts';
import { ignoreText, isClone, manifestText, type Program } from './manifest.ts';
import type { NewFile } from './new-file.ts';
import { planFiles, type Plan } from './plan.ts';
import { setUpFor } from './set-ups/set-ups.ts';

export interface BlogOptions {
  /** Folder of the blog, which need not exist. */
  readonly folder: string;
  readonly answers: Answers;
  /** Bytes of the image that `answers.logo` names. */
  readonly logo: Uint8Array | undefined;
  /** Whether the present content stays. */
  readonly keepsContent: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** What the blog depends on. */
  readonly program: Program;
}

export interface PlannedBlog {
  readonly plan: Plan;
  /** How the owner deploys, in sentences. */
  readonly steps: readonly string[];
  /** Whether the packages are not installed yet. */
  readonly needsInstall: boolean;
}

/** @throws {SyntaxError} if the present `package.json` is no JSON object */
export function planBlog(options: BlogOptions): PlannedBlog {
  const { folder, answers, logo, keepsContent, now, program } = options;
  const present = textOf(folder, 'package.json');
  const docs = isClone(program, present) ? 'docs' : `node_modules/${program.name}/docs`;
  const name = shortName(answers.title);
  const basePath = new URL(answers.url).pathname.replace(/\/?$/, '/');
  const { files, steps } = setUpFor(answers.host, { name, basePath, docs });
  const day = dayIn(answers.timeZone, now);
  const content = keepsContent ? [] : contentFiles(answers, { day, logo, docs });
  const manifest = manifestText(program, present, name);
  const ignored = ignoreText(textOf(folder, '.gitignore'));
  return {
    plan: planFiles(
      folder,
      [...content, ...files],
      [...textFile('package.json', manifest), ...textFile('.gitignore', ignored)],
    ),
    steps,
    needsInstall: !existsSync(join(folder, 'node_modules')),
  };
}

/** For packages and hosts: lower-case ASCII letters, digits and hyphens. */
export function shortName(title: string): string {
  const name = slugOf(title).replaceAll(/[^a-z0-9]+/g, '-');
  return name.replace(/^-/, '').slice(0, 50).replace(/-$/, '') || 'blog';
}

function textOf(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function textFile(path: string, content: string | undefined): NewFile[] {
  return content === undefined ? [] : [{ path, content }];
}
