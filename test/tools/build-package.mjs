/** Makes the bundles of a package, and the libraries and the editor beside it. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { EXTERNAL, ON_DEMAND, bundleAll } from '../../src/bundle.mjs';
import { BUILT, UP_TO_DATE, WHOLE } from '../../src/load-bundle.mjs';
import { bundleEditor } from '../../src/lib/bundle-editor.mjs';
import { licencesOf } from '../../src/lib/licences.mjs';
import { PROGRAM as ROOT } from '../../src/lib/program.mjs';

/** In the format that their names have in `node_modules`, which is how the bundle loads them. */
const LIBRARIES = { shiki: 'shiki.mjs', 'subset-font': 'subset-font.cjs' };
/** HarfBuzz, which subset-font reads when it is first called. */
const WASM = 'harfbuzz-subset.wasm';

/**
 * The bundles have no owner's configuration. They are named after their content, so that the code compiled
 * from them is never that of others.
 * @returns whether it could be made; prints why not
 */
export async function buildForPackage() {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const missing = EXTERNAL.filter((name) => !Object.hasOwn(dependencies, name));
  if (missing.length > 0) {
    console.error(
      `A blog would lack what the bundle does not contain. Move to "dependencies" in package.json: ${missing.join(', ')}.`,
    );
    return false;
  }
  const outfile = join(BUILT, 'perennial.cjs');
  const configure = "config.addPlugin((await import('./src/eleventy/plugin.ts')).perennial(build))";
  const bundled = await bundleAll(outfile, configure, [fromBuilt]);
  if (bundled === undefined) return false;
  const codes = { [WHOLE]: bundled.code, [UP_TO_DATE]: bundled.upToDate };
  const hash = createHash('sha256').update(Object.values(codes).join(''));
  const path = join(BUILT, hash.digest('hex').slice(0, 16));
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT);
  for (const [ending, code] of Object.entries(codes)) writeFileSync(`${path}${ending}`, code);
  writeFileSync(`${path}${WHOLE}.map.gz`, bundled.map);
  const inputs = [...bundled.inputs, ...(await bundleLibraries())];
  writeFileSync(join(BUILT, 'licences.txt'), licencesOf(inputs));
  mkdirSync(join(BUILT, 'editor'));
  await bundleEditor(join(BUILT, 'editor'));
  return true;
}

/** Loads what `bundleLibraries` writes. */
const fromBuilt = {
  name: 'from-built',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${ON_DEMAND.join('|')})$`) }, ({ path }) => ({
      path: `./libraries/${LIBRARIES[path]}`,
      external: true,
    }));
  },
};

/** @returns the paths of what they are made of */
async function bundleLibraries() {
  const folder = join(BUILT, 'libraries');
  const options = {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    metafile: true,
    logLevel: 'warning',
  };
  const shiki = await build({
    ...options,
    entryPoints: ['shiki'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // Each language is a file.
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    // The program has a theme of its own.
    external: ['@shikijs/themes/*'],
  });
  const subsetFont = await build({
    ...options,
    entryPoints: ['subset-font'],
    outfile: join(folder, LIBRARIES['subset-font']),
    format: 'cjs',
    plugins: [wasmBeside],
  });
  const { resolve } = createRequire(join(ROOT, 'package.json'));
  const wasm = createRequire(resolve('subset-font')).resolve(`harfbuzzjs/dist/${WASM}`);
  copyFileSync(wasm, join(folder, WASM));
  const inputs = [shiki, subsetFont].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  return [...inputs, relative(ROOT, wasm).split(sep).join('/')];
}

/** Lets subset-font find HarfBuzz beside it. */
const wasmBeside = {
  name: 'wasm-beside',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]subset-font[\\/]index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        `require.resolve('harfbuzzjs/dist/${WASM}')`,
        `require('path').join(__dirname, '${WASM}')`,
      ),
    }));
  },
};
