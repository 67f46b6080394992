/** Bundles the sources and their libraries. Plain JavaScript, because it runs uncompiled. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  PROGRAM_CACHE,
  SECRET,
  readSigned,
  writeAtomically,
  writeSigned,
} from './lib/signed-file.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILES = ['.eleventy.ts', 'tsconfig.json', 'package-lock.json'];
/** Rarely needed, so loaded from `node_modules` on demand. */
const EXTERNAL = [
  '@11ty/eleventy-dev-server',
  '@takumi-rs/core',
  'esbuild',
  'launch-editor',
  'sharp',
  'shiki',
  'subset-font',
  'uqr',
];
/** An empty source map: leaves the libraries out of the bundle's, which is for finding mistakes in templates. */
const NO_SOURCE_MAP =
  '\n//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbImxpYnJhcnkiXSwibWFwcGluZ3MiOiJBQUFBIn0=';
const DAY = 24 * 60 * 60 * 1000;

/**
 * The bundle and its code, made again if it is missing, damaged or not this
 * installation's; `undefined` after printing a message if it cannot be created.
 */
export async function loadBundle() {
  const path = join(PROGRAM_CACHE, `${sourceHash()}.cjs`);
  const code = readSigned(path);
  if (code !== undefined) return { path, code };
  const bundled = await bundle(path);
  if (bundled === undefined) return undefined;
  try {
    writeSigned(path, bundled.code);
    writeAtomically(`${path}.map`, [bundled.map], 0o644);
    removeOld();
    return { path, code: Buffer.from(bundled.code) };
  } catch {
    console.error(
      `Perennial cannot write its bundle to ${PROGRAM_CACHE}. Check the free disk space and the permissions of the folder, and try again.`,
    );
    return undefined;
  }
}

/** The code and its source map; `undefined`, and a message, if it does not compile. */
async function bundle(outfile) {
  const { build } = await import('esbuild').catch(() => {
    console.error('The libraries are not installed yet. Run `npm ci` first.');
    process.exit(1);
  });
  // esbuild prints the errors.
  const result = await build({
    outfile,
    sourcemap: 'external',
    sourcesContent: false,
    stdin: { contents: entryPoint(), resolveDir: ROOT },
    bundle: true,
    external: EXTERNAL,
    plugins: [lazyPosthtml, sourceUrls],
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
  return { map: map.text, code: toAscii(code.text) };
}

/** V8 parses ASCII four times as fast. esbuild escapes everything except regular expressions. */
function toAscii(code) {
  return code.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Exports the command line with the owner's templates and configuration, and the second thread. */
function entryPoint() {
  const templates = filesBelow('templates/pages')
    .filter((path) => path.endsWith('.11ty.tsx'))
    .map((path) => JSON.stringify(`./${path.replaceAll('\\', '/')}`))
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

/** Defers loading posthtml, which Eleventy imports at its start, to the first call. */
const lazyPosthtml = {
  name: 'lazy-posthtml',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^posthtml$/ }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
    );
    onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = (...args) => require('${path}')(...args);`,
      resolveDir: ROOT,
    }));
  },
};

/** Keeps `import.meta.url` of the source, because modules read files next to it. */
const sourceUrls = {
  name: 'source-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:[cm]?js|tsx?)$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const source = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', url)
        // How Eleventy imports templates and data; see `importModule` in start.mjs.
        .replaceAll('import(urlPath)', 'importModule(urlPath)');
      const contents = path.includes('node_modules') ? source + NO_SOURCE_MAP : source;
      return { contents, loader: /\.tsx?$/.exec(path)?.[0].slice(1) ?? 'js' };
    });
  },
};

/** Hash of the sources, their folder and the Node version. Excludes fonts, which are read at run time. */
function sourceHash() {
  const hash = createHash('sha256').update(process.version).update(ROOT);
  for (const path of [...FILES, ...filesBelow('src'), ...filesBelow('templates')])
    hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/^\.|\.woff2$/.test(item.name))
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
