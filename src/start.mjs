#!/usr/bin/env node
/**
 * Starts the command line. Node 20 reads no TypeScript, and compiling module by
 * module takes longer than building a small site, so this runs a bundle that is
 * made again when a source or a library changes.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script, constants } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { loadBundle } from './bundle.mjs';
import { raiseInterruptBudget } from './lib/node20.mjs';
import { IS_PACKAGE, NAME, PROGRAM, findBlog } from './lib/program.mjs';
import { readSigned, writeSigned } from './lib/signed-file.mjs';

const BUNDLE = 'PERENNIAL_BUNDLE';
const COMMAND = 'PERENNIAL_COMMAND';
/** Also in `src/lib/user-folder.ts`. */
const USER_FOLDER = 'PERENNIAL_USER_FOLDER';
/** Exit code that asks for another run; also in `src/commands/command.ts`. */
const RESTART = -1;
/** Milliseconds after which a run has compiled most of the code that long runs need. */
const LONG_RUN = 1000;
/**
 * Milliseconds after which the code of an import is not cached: caching takes 8 MB when an import holds most, and
 * nobody notices whether an import of minutes starts faster.
 */
const LONG_IMPORT = 120_000;
const PROGRAM_URL = pathToFileURL(`${PROGRAM}/`).href;
/** What can be done outside of a blog. */
const ANYWHERE = ['init', 'help', '--help', '-h', '--version'];

/**
 * Runs the bundle. The code that V8 compiles is cached for each command: after
 * its first run, and again after its first long one, which has compiled more.
 */
function load({ path, code, compiled }, command) {
  const longRun = `${compiled}.${command}.long.v8`;
  const firstRun = `${compiled}.${command}.v8`;
  const longData = readSigned(longRun);
  // V8 crashes on damaged data, so it gets none that is not signed.
  const cachedData = longData ?? readSigned(firstRun);
  const started = performance.now();
  const script = new Script(
    `(function (exports, require, module, importModule, programUrl) {${code.toString('latin1')}\n})`,
    {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    },
  );
  // A long build would have forgotten the code of its start when its code is cached.
  const keepsAll = command === 'build' && (longData === undefined || script.cachedDataRejected);
  if (keepsAll) setFlagsFromString('--no-flush-bytecode');
  const module = { exports: {} };
  const parameters = [module.exports, createRequire(path), module, importModule, PROGRAM_URL];
  script.runInThisContext()(...parameters);
  const isStale = cachedData === undefined || script.cachedDataRejected;
  // The data itself must not stay in memory.
  const wasLong = longData !== undefined;
  return {
    ...module.exports,
    saveCompiledCode() {
      const time = performance.now() - started;
      if (command === 'import' && time > LONG_IMPORT) return;
      const isLong = wasLong || time > LONG_RUN;
      // V8 rejects code that was cached under other flags.
      if (keepsAll) setFlagsFromString('--flush-bytecode');
      const file = isLong ? longRun : firstRun;
      try {
        if (isStale || (isLong && !wasLong)) writeSigned(file, script.createCachedData());
      } catch {
        // Only the next start is slower.
      }
    },
  };
}

/** `undefined` if the sources do not compile. */
async function loadProgram(command) {
  const bundle = await loadBundle();
  if (bundle === undefined) return undefined;
  // The second thread of a build runs the same bundle.
  process.env[BUNDLE] = bundle.path;
  process.env[COMMAND] = command;
  return load(bundle, command);
}

/** Runs a command, and once more when it asks for that because the sources have changed. */
async function main(args) {
  const program = await loadProgram(/^[a-z-]+$/.exec(args[0] ?? '')?.[0] ?? 'none');
  if (program === undefined) return 1;
  const { run, saveCompiledCode } = program;
  const exitCode = await run(args, async () => (await loadBundle()) !== undefined);
  saveCompiledCode();
  return exitCode === RESTART ? main(args.filter((flag) => flag !== '--open')) : exitCode;
}

/** Code from V8's cache cannot call `import()` on Node 20. */
function importModule(url) {
  return import(url);
}

/** The folder that the user is in. npm changes to the project's, and keeps the user's in INIT_CWD. */
function userFolder() {
  const { INIT_CWD: folder, npm_lifecycle_event: name, npm_lifecycle_script: script } = process.env;
  // Paths in an owner's own script are relative to the project.
  const shipped = IS_PACKAGE ? `perennial ${name}` : `node src/start.mjs ${name}`;
  const isShipped = script === shipped && process.cwd() === blogAt(process.cwd());
  return (isShipped && folder) || process.cwd();
}

/** The blog that is meant in a folder; that of a clone is the clone. */
function blogAt(folder) {
  return IS_PACKAGE ? findBlog(folder) : PROGRAM;
}

/** Whether the folder that the user is in still exists. */
function isSomewhere() {
  try {
    return process.cwd() !== '';
  } catch {
    return false;
  }
}

/** @returns the exit code */
async function start(args) {
  if (!isSomewhere()) {
    console.error(
      "The folder that you are in was removed or replaced. Go to your blog's folder, and run the command again.",
    );
    return 2;
  }
  const blog = blogAt(process.cwd());
  if (blog === undefined && args.length > 0 && !args.some((arg) => ANYWHERE.includes(arg))) {
    console.error(
      `There is no blog here: neither ${process.cwd()} nor a folder above it has a folder "content", or a package.json that depends on ${NAME}. Go to your blog's folder, or start a blog in this one with \`npx ${NAME} init\`.`,
    );
    return 2;
  }
  process.env[USER_FOLDER] = userFolder();
  process.chdir(blog ?? process.cwd());
  return main(args);
}

raiseInterruptBudget();
if (isMainThread) {
  process.exitCode = await start(process.argv.slice(2));
} else {
  const path = IS_PACKAGE ? undefined : process.env[BUNDLE];
  const code = path && readSigned(path);
  const bundle = code ? { path, code, compiled: path } : await loadBundle();
  await load(bundle, process.env[COMMAND] ?? '').work();
}
