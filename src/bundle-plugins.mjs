/** What esbuild does to libraries and sources for the bundle. Plain JavaScript, because it runs uncompiled. */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { PROGRAM } from './lib/program.mjs';

/** An empty source map: leaves the libraries out of the bundle's, which is for finding mistakes in templates. */
const NO_SOURCE_MAP =
  '\n//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbImxpYnJhcnkiXSwibWFwcGluZ3MiOiJBQUFBIn0=';

/** Defers loading posthtml, which Eleventy imports at its start, to the first call. */
export const lazyPosthtml = {
  name: 'lazy-posthtml',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^posthtml$/ }, ({ path, namespace }) =>
      namespace === 'lazy' ? undefined : { path, namespace: 'lazy' },
    );
    onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = (...args) => require('${path}')(...args);`,
      resolveDir: PROGRAM,
    }));
  },
};

/**
 * Keeps `import.meta.url` of the source, because modules read files next to it;
 * the libraries' own data becomes part of the bundle.
 */
export const sourceUrls = {
  name: 'source-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:[cm]?js|tsx?)$/ }, ({ path }) => {
      const file = encodeURI(relative(PROGRAM, path).split(sep).join('/'));
      const source = readFileSync(path, 'utf8')
        // css-tree's and Eleventy's ways to read JSON.
        .replace('const require = createRequire(import.meta.url);', '')
        .replace(
          /normalizeFilePathInEleventyPackage\("package\.json"\);\s+return importJsonSync\(filePath\)/,
          'undefined; return require("../../package.json")',
        )
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(file)}, programUrl).href`)
        // How Eleventy imports templates and data; see `importModule` in run-bundle.mjs.
        .replaceAll('import(urlPath)', 'importModule(urlPath)');
      const contents = path.includes('node_modules') ? source + NO_SOURCE_MAP : source;
      return { contents, loader: /\.tsx?$/.exec(path)?.[0].slice(1) ?? 'js' };
    });
  },
};
