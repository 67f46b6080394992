#!/usr/bin/env node
/**
 * Starts the command line. Node 20 reads no TypeScript, and compiling module by
 * module takes longer than building a small site, so this runs a bundle that is
 * made again when a source or a library changes.
 */
import { isMainThread } from 'node:worker_threads';
import { raiseInterruptBudget } from './lib/node20.mjs';
import { IS_PACKAGE, NAME, PROGRAM, findBlog } from './lib/program.mjs';
import { WHOLE, findBundles, loadBundle } from './load-bundle.mjs';
import { loadProgram, look, work } from './run-bundle.mjs';

/** Also in `src/lib/user-folder.ts`. */
const USER_FOLDER = 'PERENNIAL_USER_FOLDER';
/** Exit code that asks for another run; also in `src/commands/command.ts`. */
const RESTART = -1;
/** What can be done outside of a blog. */
const ANYWHERE = ['init', 'help', '--help', '-h', '--version'];

/** Runs a command, and once more when it asks for that because the sources have changed. */
async function main(args) {
  const command = /^[a-z-]+$/.exec(args[0] ?? '')?.[0] ?? 'none';
  const bundles = findBundles();
  if (bundles === undefined) return 1;
  const { exitCode, seen } = command === 'build' ? await look(bundles, args.slice(1)) : {};
  if (exitCode !== undefined) return exitCode;
  const program = await loadProgram(bundles, command);
  if (program === undefined) return 1;
  const { run, saveCompiledCode } = program;
  const result = await run(args, { seen, rebundle });
  saveCompiledCode();
  return result === RESTART ? main(args.filter((flag) => flag !== '--open')) : result;
}

/** Whether the sources as they are now compile. */
async function rebundle() {
  return (await loadBundle(findBundles(), WHOLE)) !== undefined;
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
if (isMainThread) process.exitCode = await start(process.argv.slice(2));
else await work();
