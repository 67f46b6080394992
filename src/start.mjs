/**
 * Starts the command line. Node 20 reads no TypeScript, and a loader that
 * compiles module by module takes longer than a small site takes to build; so
 * the sources and the libraries they use are bundled once, and again whenever
 * one of them has changed. The one file in plain JavaScript.
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
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/perennial');
const A_DAY = 24 * 60 * 60 * 1000;
const SOURCES = ['src', 'templates', '.eleventy.ts', 'tsconfig.json', 'package-lock.json'];
/** Loaded as they are: they find their own files by their place, or are seldom needed. */
const EXTERNAL = ['@11ty/eleventy', 'esbuild', 'shiki'];

/** The folder of the bundle, laid out as the sources are. */
async function compile() {
  const folder = join(CACHE, hashOf(SOURCES));
  if (existsSync(folder)) return folder;
  // Written aside and renamed, so that a build that runs beside this one never sees half of it.
  const aside = `${folder}.${process.pid}`;
  for (const { path, contents } of await bundle(aside)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  removeOld();
  if (existsSync(folder)) rmSync(aside, { recursive: true });
  else renameSync(aside, folder);
  return folder;
}

async function bundle(outdir) {
  const { build } = await import('esbuild');
  const pages = readdirSync(join(ROOT, 'templates/pages')).filter((name) => name.endsWith('.tsx'));
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      'src/cli.ts',
      'src/site/worker.ts',
      ...pages.map((name) => `templates/pages/${name}`),
    ],
    outdir,
    outbase: '.',
    bundle: true,
    splitting: true,
    external: EXTERNAL,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Libraries in CommonJS ask for Node's own modules with `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    write: false,
    logLevel: 'error',
  });
  return outputFiles;
}

/** A name that changes with every byte of the files. */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesOf))
    hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path) {
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(join(ROOT, path))
    .toSorted()
    .flatMap((name) => filesOf(`${path}/${name}`));
}

/** Bundles of sources that have not been run for a while; a younger one may be in use. */
function removeOld() {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > A_DAY) rmSync(path, { recursive: true, force: true });
  }
}

let folder;
try {
  folder = await compile();
} catch {
  // esbuild has printed the file, the line and the reason.
  process.exit(1);
}
await import(pathToFileURL(join(folder, 'src/cli.js')).href);
