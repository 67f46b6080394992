/** Bundles the sources and their libraries. Plain JavaScript, because it runs uncompiled. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lazyPosthtml, sourceUrls } from './bundle-plugins.mjs';
import { minifyScripts } from './lib/minify-scripts.mjs';
import { IS_PACKAGE, PROGRAM as ROOT, PROGRAM_CACHE } from './lib/program.mjs';
import { SECRET, readSigned, writeAtomically, writeSigned } from './lib/signed-file.mjs';

/** Folder of the bundle of a package. */
export const BUILT = join(ROOT, 'dist');
const FILES = ['.eleventy.ts', 'tsconfig.json', 'package-lock.json'];
/** Only for Eleventy's own command, which a blog that has the program as a package does not use. */
const DEV_SERVER = '@11ty/eleventy-dev-server';
/** Programs for one kind of machine each, so loaded from `node_modules`. A package depends on them. */
export const EXTERNAL = ['@takumi-rs/core', 'esbuild', 'sharp'];
/** Large and rarely needed, so loaded on demand. A package has them beside its bundle. */
export const ON_DEMAND = ['shiki', 'subset-font'];
const DAY = 24 * 60 * 60 * 1000;

/**
 * The bundle and its code, made again if it is missing, damaged or not this
 * installation's; `undefined` after printing a message if it cannot be created.
 */
export async function loadBundle() {
  if (IS_PACKAGE) return builtBundle();
  const sources = sourceHash();
  const path = join(PROGRAM_CACHE, `${sources}.cjs`);
  const code = readSigned(path);
  if (code !== undefined) return { path, code, compiled: path };
  const bundled = await bundle(path, "(await import('./.eleventy.ts')).default(config, build)");
  if (bundled === undefined) return undefined;
  // A source has changed meanwhile, so the bundle may hold some of the old code.
  if (sourceHash() !== sources) return loadBundle();
  try {
    writeSigned(path, bundled.code);
    writeAtomically(`${path}.map.gz`, [bundled.map], 0o644);
    removeOld();
    return { path, code: Buffer.from(bundled.code), compiled: path };
  } catch {
    console.error(
      `Perennial cannot write its bundle to ${PROGRAM_CACHE}. Check the free disk space and the permissions of the folder, and try again.`,
    );
    return undefined;
  }
}

/** The bundle that came with the package, which is trusted like any library. */
function builtBundle() {
  const name = existsSync(BUILT) && readdirSync(BUILT).find((file) => file.endsWith('.cjs'));
  if (!name) {
    console.error(
      `The package in ${ROOT} was not made with \`npm pack\`, so it holds no program. Install a release.`,
    );
    return undefined;
  }
  const path = join(BUILT, name);
  return { path, code: readFileSync(path), compiled: join(PROGRAM_CACHE, name) };
}

/**
 * The code, its source map, compressed, and the paths of what it is made of; `undefined`, and a message, if it
 * does not compile.
 * @param configure applies the configuration: an expression of `config` and `build`
 */
export async function bundle(outfile, configure, plugins = []) {
  const { build } = await import('esbuild').catch(() => {
    console.error('The libraries are not installed yet. Run `npm ci` first.');
    process.exit(1);
  });
  // esbuild prints the errors.
  const result = await build({
    outfile,
    sourcemap: 'external',
    sourcesContent: false,
    stdin: { contents: entryPoint(configure), resolveDir: ROOT },
    bundle: true,
    external: [DEV_SERVER, ...EXTERNAL, ...ON_DEMAND],
    plugins: [...plugins, lazyPosthtml, sourceUrls],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    tsconfig: join(ROOT, 'tsconfig.json'),
    define: { MINIFIED_SCRIPTS: JSON.stringify(await minifyScripts()) },
    metafile: true,
    write: false,
    logLevel: 'error',
  }).catch(() => undefined);
  if (result === undefined) {
    console.error('Correct this, and run the command again. Nothing was done.');
    return undefined;
  }
  const [map, code] = result.outputFiles;
  const inputs = Object.keys(result.metafile.inputs);
  return { map: gzipSync(map.text), code: toAscii(code.text), inputs };
}

/** V8 parses ASCII four times as fast. esbuild escapes everything except regular expressions. */
function toAscii(code) {
  return code.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Exports the command line with the templates and the configuration, and the second thread. */
function entryPoint(configure) {
  const templates = filesBelow('templates/pages')
    .filter((path) => path.endsWith('.11ty.tsx'))
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => `'${path.slice('templates/pages/'.length)}': () => import('./${path}'),`);
  return `
    const project = {
      templates: { ${templates.join('\n')} },
      configure: async (config, build) => ${configure},
    };
    export const run = async (args, rebundle) =>
      (await import('./src/cli.ts')).main(args, project, rebundle);
    export const work = () => import('./src/build/worker.ts');
  `;
}

/** Hash of the sources, their folder and the Node version. Excludes what is read at run time: fonts, and templates that are no code. */
function sourceHash() {
  const hash = createHash('sha256').update(process.version).update(ROOT);
  const files = [
    ...FILES,
    ...filesBelow('src'),
    ...filesBelow('templates'),
    ...filesBelow('public/js'),
  ];
  for (const path of files) hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/^\.|\.(?:woff2|njk|liquid|md|html)$/.test(item.name))
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)))
    .toSorted();
}

/** Removes bundles older than a day; newer ones may be in use. */
function removeOld() {
  for (const name of readdirSync(PROGRAM_CACHE)) {
    if (name === SECRET) continue;
    const path = join(PROGRAM_CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
  }
}
