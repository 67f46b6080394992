/**
 * Starts the command line. Node 20 reads no TypeScript, and a loader that
 * compiles module by module takes longer than a small site takes to build; so
 * the sources and the libraries they use are bundled once, and again when one
 * of them has changed. In plain JavaScript, as nothing has compiled it.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script, constants } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/perennial');
const FILES = ['.eleventy.ts', 'tsconfig.json', 'package-lock.json'];
/** Needed seldom or never: loaded from their own folders if they are. */
const EXTERNAL = ['@11ty/eleventy-dev-server', 'esbuild', 'fontkit', 'sharp', 'shiki'];
/** Keeps libraries out of the source map, which is for what its reader can correct. */
const NO_MAP =
  '\n//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbImxpYnJhcnkiXSwibWFwcGluZ3MiOiJBQUFBIn0=';
const BUNDLE = 'PERENNIAL_BUNDLE';
const COMMAND = 'PERENNIAL_COMMAND';
/** As `src/commands/command.ts` has it. */
const RESTART = -1;
/**
 * Bytes of code that a function runs before V8 optimises it, nine times its own
 * measure: most builds are over before that work would pay.
 */
const INTERRUPT_BUDGET = 600_000;
/** Milliseconds of a run from which on most of the code that a long one needs is compiled. */
const LONG = 1000;
const A_DAY = 24 * 60 * 60 * 1000;

/** Path of the bundle of the present sources; `undefined` when it cannot be made, which is said. */
async function bundlePath() {
  const path = join(CACHE, `${hashOf(['src', 'templates', ...FILES])}.cjs`);
  if (existsSync(path)) return path;
  const bundled = await bundle(path);
  if (bundled === undefined) return undefined;
  try {
    mkdirSync(CACHE, { recursive: true });
    removeOld();
    writeWhole(`${path}.map`, bundled.map);
    writeWhole(path, bundled.code);
    return path;
  } catch {
    console.error(
      `Perennial has to be made ready, and cannot write to ${CACHE}. Make sure that there is room on the disk and that the folder may be written to, and try again.`,
    );
    return undefined;
  }
}

/** The code and its source map, as esbuild writes them to `path`; `undefined` when it cannot, which it has said. */
async function bundle(path) {
  const { build } = await import('esbuild').catch(() => {
    console.error('The libraries are not installed yet. Run `npm ci` first.');
    process.exit(1);
  });
  // esbuild prints the file, the line and the reason of what it cannot compile.
  const result = await build({
    sourcemap: 'external',
    sourcesContent: false,
    outfile: path,
    stdin: { contents: entry(), resolveDir: ROOT },
    bundle: true,
    external: EXTERNAL,
    plugins: [putOff, keepPlaces],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    tsconfig: join(ROOT, 'tsconfig.json'),
    write: false,
    logLevel: 'error',
  }).catch(() => undefined);
  if (result === undefined) {
    console.error('Correct this, and run the command again. Nothing was done.');
    return undefined;
  }
  const [map, code] = result.outputFiles;
  return { map: map.text, code: asciiOnly(code.text) };
}

/**
 * Code in ASCII is read four times as fast. esbuild writes it so but for
 * patterns, in which an escape means the same.
 */
function asciiOnly(code) {
  return code.replaceAll(/[^\0-\x7f]/g, escaped);
}

function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The two ways in: the command line with the owner's project, and the other thread of a build. */
function entry() {
  const templates = filesOf('templates/pages')
    .filter((path) => path.endsWith('.11ty.tsx'))
    .map((path) => JSON.stringify(`./${path}`))
    .map((path) => `${path}: () => import(${path}),`);
  return `
    const project = {
      templates: { ${templates.join('\n')} },
      configure: async (config, build) => (await import('./.eleventy.ts')).default(config, build),
    };
    export const run = async (args, rebundle) =>
      (await import('./src/cli.ts')).main(args, project, rebundle);
    export const work = () => import('./src/build/worker.ts');
  `;
}

/** What is a function, and seldom called, is loaded from its own folder when it is. */
const putOff = {
  name: 'put-off',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^posthtml$/ }, ({ path, namespace }) =>
      namespace === 'put-off' ? { path, external: true } : { path, namespace: 'put-off' },
    );
    onLoad({ filter: /./, namespace: 'put-off' }, ({ path }) => ({
      contents: `module.exports = (...args) => require('${path}')(...args);`,
      resolveDir: ROOT,
    }));
  },
};

/** A module that looks for files beside itself finds them where its source stands. */
const keepPlaces = {
  name: 'keep-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:[cm]?js|tsx?)$/ }, ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href);
      const source = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', place)
        // Eleventy's import of templates and data in JavaScript: code from V8's cache cannot import.
        .replaceAll('import(urlPath)', 'importModule(urlPath)');
      const contents = path.includes('node_modules') ? source + NO_MAP : source;
      return { contents, loader: /\.tsx?$/.exec(path)?.[0].slice(1) ?? 'js' };
    });
  },
};

/** A name that changes with every byte of the files, with their place, and with the version of Node. */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.version).update(ROOT);
  for (const path of paths.flatMap(filesOf)) {
    hash.update(path).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path) {
  if (FILES.includes(path)) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const below = `${path}/${item.name}`;
      return item.isDirectory() ? filesOf(below) : [below];
    });
}

/** Bundles that have not been made lately; a younger one may be in use. */
function removeOld() {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > A_DAY) rmSync(path, { recursive: true, force: true });
  }
}

/** Another build beside this one never sees half of the file. */
function writeWhole(path, contents) {
  const aside = `${path}.${process.pid}`;
  try {
    writeFileSync(aside, contents);
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Runs the bundle. What V8 had to compile is kept beside it for the next time,
 * for each command what it needs: after its first run, and after its first long
 * one, which has come further.
 */
function load(path, command) {
  const afterLong = `${path}.${command}.long.v8`;
  const afterFirst = `${path}.${command}.v8`;
  const compiled = [afterLong, afterFirst].find((file) => existsSync(file));
  const cachedData = compiled && readFileSync(compiled);
  const started = performance.now();
  const script = new Script(
    `(function (exports, require, module, importModule) {${readFileSync(path, 'latin1')}\n})`,
    {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    },
  );
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, (url) => import(url));
  const isStale = cachedData === undefined || script.cachedDataRejected;
  return {
    ...module.exports,
    keep() {
      const file =
        compiled === afterLong || performance.now() - started > LONG ? afterLong : afterFirst;
      try {
        if (isStale || file !== compiled) writeWhole(file, script.createCachedData());
      } catch {
        // The next start is slower; what this one did is done.
      }
    },
  };
}

// For every thread of the process. Later versions of V8 have no such flag, and a fast compiler in between.
if (process.versions.v8.startsWith('11.3'))
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
if (isMainThread) {
  process.exitCode = await main(process.argv.slice(2));
} else {
  const path = process.env[BUNDLE] ?? (await bundlePath());
  await load(path, process.env[COMMAND] ?? '').work();
}

/** A command that goes on for long asks to be run again when the sources have changed. */
async function main(args) {
  const path = await bundlePath();
  if (path === undefined) return 1;
  // The other thread of a build runs the same bundle.
  const command = /^[a-z-]+$/.exec(args[0] ?? '')?.[0] ?? 'none';
  process.env[BUNDLE] = path;
  process.env[COMMAND] = command;
  const { run, keep } = load(path, command);
  const exitCode = await run(args, async () => (await bundlePath()) !== undefined);
  keep();
  return exitCode === RESTART ? main(args.filter((flag) => flag !== '--open')) : exitCode;
}
