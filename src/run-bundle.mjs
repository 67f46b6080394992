/** Runs the bundles, with the code that V8 has compiled of them earlier. Plain JavaScript, because it runs uncompiled. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script, constants } from 'node:vm';
import { PROGRAM } from './lib/program.mjs';
import { readSigned, writeSigned } from './lib/signed-file.mjs';
import { UP_TO_DATE, WHOLE, findBundles, loadBundle } from './load-bundle.mjs';

/** Read by `src/incremental` and others, too. */
const BUNDLE = 'PERENNIAL_BUNDLE';
const COMMAND = 'PERENNIAL_COMMAND';
/** Milliseconds of processor time after which a run has compiled most of the code that long runs need. */
const LONG_RUN = 1000;
/**
 * The same after which the code of an import is not cached: caching takes 8 MB when an import holds most, and
 * nobody notices whether an import of minutes starts faster.
 */
const LONG_IMPORT = 120_000;
const PROGRAM_URL = pathToFileURL(`${PROGRAM}/`).href;

/**
 * Looks whether a build has anything to do, with a small bundle: the whole program takes longer to load.
 * @returns the exit code if there is nothing to do; otherwise what it has seen of the sources, for the build
 */
export async function look(bundles, args) {
  const bundle = await loadBundle(bundles, UP_TO_DATE);
  if (bundle === undefined) return { exitCode: 1 };
  // Records are of builds by the same program.
  process.env[BUNDLE] = `${bundles}${WHOLE}`;
  const compiled = `${bundle.compiled}.v8`;
  const { script, isStale } = compile(bundle, readSigned(compiled));
  const found = evaluate(script, bundle).look(args);
  // Otherwise some of its code has not been compiled.
  if (isStale && found.exitCode !== undefined) saveCode(script, compiled);
  return found;
}

/** `undefined` if the sources do not compile. */
export async function loadProgram(bundles, command) {
  const bundle = await loadBundle(bundles, WHOLE);
  if (bundle === undefined) return undefined;
  // The second thread of a build runs the same bundle.
  process.env[BUNDLE] = bundle.path;
  process.env[COMMAND] = command;
  return load(bundle, command);
}

/** Runs the bundle of the first thread, which has the same environment, for its second one. Without one, finds it. */
export async function work() {
  const bundles = process.env[BUNDLE]?.slice(0, -WHOLE.length) ?? findBundles();
  await load(await loadBundle(bundles, WHOLE), process.env[COMMAND] ?? '').work();
}

/**
 * Runs the whole program. The code that V8 compiles is cached for each command: after
 * its first run, and again after its first long one, which has compiled more.
 */
function load(bundle, command) {
  const longRun = `${bundle.compiled}.${command}.long.v8`;
  const firstRun = `${bundle.compiled}.${command}.v8`;
  const longData = readSigned(longRun);
  const wasLong = longData !== undefined;
  const { script, isStale } = compile(bundle, longData ?? readSigned(firstRun));
  // A long build would have forgotten the code of its start when its code is cached.
  const keepsAll = command === 'build' && (!wasLong || isStale);
  if (keepsAll) setFlagsFromString('--no-flush-bytecode');
  return {
    ...evaluate(script, bundle),
    // The data itself must not stay in memory.
    saveCompiledCode() {
      const { user, system } = process.cpuUsage();
      const time = (user + system) / 1000;
      if (command === 'import' && time > LONG_IMPORT) return;
      const isLong = wasLong || time > LONG_RUN;
      // V8 rejects code that was cached under other flags.
      if (keepsAll) setFlagsFromString('--flush-bytecode');
      if (isStale || (isLong && !wasLong)) saveCode(script, isLong ? longRun : firstRun);
    },
  };
}

/** @param cachedData what V8 has compiled earlier, if it is kept: V8 crashes on damaged data, so it must be signed */
function compile({ path, code }, cachedData) {
  const script = new Script(
    `(function (exports, require, module, importModule, programUrl) {${code.toString('latin1')}\n})`,
    {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    },
  );
  return { script, isStale: cachedData === undefined || script.cachedDataRejected };
}

/** @returns what the bundle exports */
function evaluate(script, { path }) {
  const module = { exports: {} };
  const parameters = [module.exports, createRequire(path), module, importModule, PROGRAM_URL];
  script.runInThisContext()(...parameters);
  return module.exports;
}

function saveCode(script, path) {
  try {
    writeSigned(path, script.createCachedData());
  } catch {
    // Only the next start is slower.
  }
}

/** Code from V8's cache cannot call `import()` on Node 20. */
function importModule(url) {
  return import(url);
}
