/** Bundles the sources and their libraries. Plain JavaScript, because it runs uncompiled. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lazyPosthtml, sourceUrls } from './bundle-plugins.mjs';
import { minifyScripts } from './lib/minify-scripts.mjs';
import { PROGRAM as ROOT } from './lib/program.mjs';
import { filesBelow } from './sources.mjs';

/** Only for Eleventy's own command, which a blog that has the program as a package does not use. */
const DEV_SERVER = '@11ty/eleventy-dev-server';
/** Programs for one kind of machine each, so loaded from `node_modules`. A package depends on them. */
export const EXTERNAL = ['@takumi-rs/core', 'esbuild', 'sharp'];
/** Large and rarely needed, so loaded on demand. A package has them beside its bundle. */
export const ON_DEMAND = ['shiki', 'subset-font'];
/** Source of the small bundle. */
const UP_TO_DATE = "export * from './src/commands/up-to-date.ts';";

/**
 * The code of both bundles, the source map of the whole one, compressed, and the paths of what that is made of;
 * `undefined`, and a message, if a source does not compile.
 * @param outfile of the whole one
 * @param configure applies the configuration: an expression of `config` and `build`
 */
export async function bundleAll(outfile, configure, plugins = []) {
  const { build } = await import('esbuild').catch(() => {
    console.error('The libraries are not installed yet. Run `npm ci` first.');
    process.exit(1);
  });
  const define = { MINIFIED_SCRIPTS: JSON.stringify(await minifyScripts()) };
  const bundle = (contents, options) =>
    build({
      stdin: { contents, resolveDir: ROOT },
      outfile,
      bundle: true,
      external: [DEV_SERVER, ...EXTERNAL, ...ON_DEMAND],
      plugins: [...plugins, lazyPosthtml, sourceUrls],
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minifySyntax: true,
      minifyWhitespace: true,
      tsconfig: join(ROOT, 'tsconfig.json'),
      define,
      metafile: true,
      write: false,
      logLevel: 'error',
      ...options,
    });
  // esbuild prints the errors.
  const whole = await bundle(program(configure), {
    sourcemap: 'external',
    sourcesContent: false,
  }).catch(() => undefined);
  const upToDate = whole && (await bundle(UP_TO_DATE).catch(() => undefined));
  if (upToDate === undefined) {
    console.error('Correct this, and run the command again. Nothing was done.');
    return undefined;
  }
  const [map, code] = whole.outputFiles;
  return {
    code: toAscii(code.text),
    map: gzipSync(map.text),
    upToDate: toAscii(upToDate.outputFiles[0].text),
    inputs: Object.keys(whole.metafile.inputs),
  };
}

/** V8 parses ASCII four times as fast. esbuild escapes everything except regular expressions. */
function toAscii(code) {
  return code.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Exports the command line with the templates and the configuration, and the second thread. */
function program(configure) {
  const templates = filesBelow('templates/pages')
    .filter((path) => path.endsWith('.11ty.tsx'))
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => `'${path.slice('templates/pages/'.length)}': () => import('./${path}'),`);
  return `
    const project = {
      templates: { ${templates.join('\n')} },
      configure: async (config, build) => ${configure},
    };
    export const run = async (args, launcher) =>
      (await import('./src/cli.ts')).main(args, project, launcher);
    export const work = () => import('./src/build/worker.ts');
  `;
}
