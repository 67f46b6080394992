/**
 * Starts the command line: bundles the TypeScript of this project, which takes
 * less time than a loader that compiles each module by itself, and runs it.
 * The one file in plain JavaScript, since Node 20 reads no TypeScript.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/perennial');
/** As deep as the folder that the files end up in, so that source maps point to the sources. */
const LAYOUT = join(CACHE, 'layout');
const A_DAY = 24 * 60 * 60 * 1000;

/** Compiles what a build runs; returns the folder that holds it, laid out as the sources are. */
async function compile() {
  const pages = readdirSync(join(ROOT, 'templates/pages')).filter((name) =>
    name.endsWith('.11ty.tsx'),
  );
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      'src/cli.ts',
      'src/site/worker.ts',
      ...pages.map((name) => `templates/pages/${name}`),
    ],
    outdir: LAYOUT,
    outbase: '.',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'error',
  });

  const hash = createHash('sha256');
  for (const { path, contents } of outputFiles) hash.update(path).update(contents);
  const folder = join(CACHE, hash.digest('hex').slice(0, 16));
  // Written aside and renamed, so that a build that runs beside this one never sees half of it.
  if (!existsSync(folder)) {
    const aside = `${folder}.${process.pid}`;
    for (const { path, contents } of outputFiles) {
      const target = join(aside, relative(LAYOUT, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, contents);
    }
    removeOld();
    try {
      renameSync(aside, folder);
    } catch {
      rmSync(aside, { recursive: true });
    }
  }
  return folder;
}

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
