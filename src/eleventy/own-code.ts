/** The owner's components and configuration, in place of the program's. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { Cache, keyOf } from '../lib/cache.ts';
import { IS_PACKAGE, PROGRAM } from '../lib/program.mjs';
import { ContentError, type Problem } from '../lib/problem.ts';
import { ownComponents } from '../lib/theme.ts';
import { displayPath } from '../lib/user-folder.ts';
import type { Code, Failure } from './compile.ts';
import { CONFIG, type Project } from './project.ts';
import { addSourceMap } from './source-position.ts';

type OwnCode = Partial<Project>;

/** Compiled code, and the hash of each source that it was made from. */
interface Kept extends Omit<Code, 'inputs'> {
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * The project with the owner's code in it; the project itself if there is none.
 * @param cacheDir folder of all caches
 * @throws {ContentError} if the code does not compile, or has wrong types
 */
export async function withOwnCode(
  project: Project,
  contentDir: string,
  cacheDir: string,
): Promise<Project> {
  const names = ownCode(contentDir);
  if (names.length === 0) return project;
  const cache = new Cache<Kept>(join(cacheDir, 'own-code'));
  const key = keyOf(PROGRAM, process.env['PERENNIAL_BUNDLE'] ?? '', process.cwd(), ...names);
  const kept = cache.get(key);
  if (kept !== undefined && isCurrent(kept)) return { ...project, ...(await run(kept)) };
  const { compile } = await import('./compile.ts');
  const compiled = await compile(contentDir);
  if ('failure' in compiled) throw new ContentError(problemsOf(compiled.failure));
  const { checkTypes } = await import('./check-types.ts');
  const mistakes = checkTypes(contentDir);
  if (mistakes.length > 0) throw new ContentError(mistakes);
  const { inputs, ...code } = compiled.code;
  cache.set(key, { ...code, hashes: new Map(inputs.map((path) => [path, hashOf(path)])) });
  return { ...project, ...(await run(code)) };
}

/** Files that are compiled in place of the program's. A clone's configuration is part of its bundle. */
export function ownCode(contentDir: string): string[] {
  const components = ownComponents(contentDir).map(({ file }) => file);
  return IS_PACKAGE && existsSync(CONFIG) ? [...components, CONFIG] : components;
}

/** Runs compiled code, which shares no modules with what ran earlier. */
export async function run({ text, map }: Pick<Code, 'text' | 'map'>): Promise<OwnCode> {
  const { FILE, PROVIDED } = await import('./provided.ts');
  addSourceMap(FILE, map);
  const provided = new Map<string, unknown>();
  for (const [name, load] of Object.entries(PROVIDED))
    if (text.includes(`require("${name}")`)) provided.set(name, await load());
  const require = createRequire(FILE);
  const wrapper: unknown = new Script(`(function (exports, require, module) {${text}\n})`, {
    filename: FILE,
  }).runInThisContext();
  const module: { exports: OwnCode } = { exports: {} };
  if (typeof wrapper === 'function')
    wrapper(module.exports, (name: string) => provided.get(name) ?? require(name), module);
  return { ...module.exports, ownCode: keyOf(text) };
}

function isCurrent({ hashes }: Kept): boolean {
  return [...hashes].every(([path, hash]) => existsSync(path) && hashOf(path) === hash);
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** For a build, which prints problems and not the compiler's text. */
function problemsOf({ mistakes }: Failure): Problem[] {
  return mistakes.map(({ message, file = CONFIG, line, column }) => ({
    severity: 'error',
    code: file === CONFIG ? 'eleventy-config-failed' : 'template-failed',
    file: displayPath(file),
    ...(line !== undefined && { line, column: (column ?? 0) + 1 }),
    message: `The ${file === CONFIG ? 'configuration of Eleventy' : 'template'} cannot be compiled: ${/[.!?]$/.test(message) ? message : `${message}.`}`,
    hint: 'Correct the file.',
  }));
}
