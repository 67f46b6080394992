/** Lint rules for who may import whom: folders along one line, and libraries with one owner. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameLookup } from './name-lookup.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const LIB = 'src/lib/';
const MODEL = 'src/site/';

const GOVERNED = ['src/', 'templates/', '.eleventy.ts'];
const JUDGED_TARGETS = ['src/', 'templates/', 'test/'];

/**
 * The first row that holds a file decides what it may import of this project.
 * A path that ends in `/` stands for all below it. `values` may be imported in
 * any way, `types` by `import type` alone. Every row may import itself.
 */
const DIRECTIONS = [
  { files: [LIB] },
  { files: ['src/content/'], values: [LIB] },
  { files: ['src/feed-ids/'], values: [LIB, 'src/content/'] },
  { files: ['src/addresses/'], values: [LIB], types: ['src/content/'] },
  { files: ['src/markdown/'], values: [LIB], types: ['src/addresses/'] },
  {
    files: [MODEL],
    values: [LIB],
    types: ['src/content/', 'src/addresses/', 'src/markdown/', 'src/feed-ids/'],
  },
  {
    files: ['src/outputs/hosts/'],
    values: [LIB],
    types: [MODEL, 'src/content/', 'src/addresses/'],
  },
  ...['feeds', 'images', 'search', 'social-images'].map((output) => ({
    files: [`src/outputs/${output}/`],
    values: [LIB],
    types: [MODEL],
  })),
  { files: ['src/outputs/posters/'], values: [LIB, 'src/outputs/images/size.ts'] },
  {
    files: ['src/outputs/brand/'],
    values: [LIB, 'src/outputs/images/'],
    types: [MODEL, 'src/content/', 'src/addresses/'],
  },
  { files: ['src/outputs/editor/'], values: [LIB, 'src/content/'], types: [MODEL] },
  // Runs in the browser, some of it in tests and the preview.
  {
    files: ['src/editor/'],
    values: [LIB, 'src/content/format-yaml.ts'],
    types: ['src/outputs/editor/'],
  },
  { files: ['src/incremental/'], values: [LIB, 'src/publish/writer.ts'], types: [MODEL] },
  ...['audit', 'publish', 'report', 'verify'].map((folder) => ({
    files: [`src/${folder}/`],
    values: [LIB],
    types: [MODEL],
  })),
  {
    files: ['src/history/'],
    values: [LIB, 'src/feed-ids/', 'src/publish/'],
    types: [MODEL],
  },
  // Runs the stages one after another.
  {
    files: ['src/build/'],
    values: [
      LIB,
      'src/content/',
      'src/addresses/',
      'src/markdown/',
      MODEL,
      'src/outputs/',
      'src/publish/',
    ],
    types: ['src/feed-ids/'],
  },
  {
    files: ['src/eleventy/'],
    values: [
      ...[LIB, 'src/site/model.ts', 'src/build/', 'src/outputs/', 'src/publish/', 'src/report/'],
      'src/incremental/',
    ],
    types: [MODEL],
  },
  // A new blog.
  { files: ['src/init/'], values: [LIB, 'src/content/'] },
  {
    files: ['src/dev/'],
    values: [
      LIB,
      'src/editor/merge/',
      'src/build/',
      'src/eleventy/',
      'src/outputs/',
      'src/report/',
    ],
    types: [MODEL],
  },
  // Run before anything is bundled.
  {
    files: [
      ...['src/start.mjs', 'src/run-bundle.mjs', 'src/load-bundle.mjs', 'src/sources.mjs'],
      ...['src/bundle.mjs', 'src/bundle-plugins.mjs'],
    ],
    values: [
      'src/lib/bundle-editor.mjs',
      'src/lib/file-states.mjs',
      'src/lib/minify-scripts.mjs',
      'src/lib/node20.mjs',
      'src/lib/program.mjs',
      'src/lib/signed-file.mjs',
    ],
  },
  { files: ['src/upgrade/'], values: [LIB] },
  // From an export to content: source, readers, bodies, pictures, files, and the account of it all.
  {
    files: ['src/import/pictures/'],
    values: [LIB, 'src/outputs/images/size.ts'],
    types: ['src/import/'],
  },
  {
    files: ['src/import/body/'],
    // Addresses of players and lazy pictures are the same before and after an import.
    values: [
      LIB,
      'src/markdown/embeds/embed-providers.ts',
      'src/markdown/embeds/player-addresses.ts',
      'src/markdown/lazy-media/lazy-attributes.ts',
      'src/markdown/lazy-media/placeholder.ts',
    ],
    types: ['src/import/'],
  },
  { files: ['src/import/source/'], values: [LIB], types: ['src/import/'] },
  {
    files: ['src/import/readers/'],
    values: [
      ...[LIB, 'src/content/', 'src/import/source/', 'src/import/body/'],
      'src/markdown/embeds/player-addresses.ts',
    ],
    types: ['src/import/'],
  },
  {
    files: ['src/import/write/', 'src/import/account/'],
    values: [
      ...[LIB, 'src/content/', 'src/addresses/', 'src/markdown/'],
      ...['src/import/source/', 'src/import/body/'],
    ],
    types: ['src/import/'],
  },
  {
    files: ['src/import/'],
    values: [LIB, 'src/content/', 'src/markdown/', 'src/build/', 'src/addresses/', 'src/publish/'],
    types: [MODEL],
  },
  {
    files: ['src/cli.ts', 'src/commands/'],
    values: [
      LIB,
      'src/build/',
      'src/feed-ids/',
      'src/history/',
      'src/incremental/',
      'src/import/',
      'src/outputs/',
      'src/publish/',
      'src/report/',
      'src/audit/',
      'src/upgrade/',
      'src/verify/',
      'src/eleventy/',
      'src/dev/',
      'src/init/',
    ],
    types: [MODEL, 'src/content/'],
  },
  {
    files: ['templates/'],
    values: ['src/lib/html.ts', 'src/incremental/site-reads.ts'],
    types: [MODEL, 'src/lib/dates.ts'],
  },
  { files: ['.eleventy.ts'], values: ['src/eleventy/'] },
];

/** The only files that may import a library, its types included. */
const OWNERS = {
  'gray-matter': ['src/content/front-matter.ts'],
  'js-yaml': ['src/content/yaml.ts', 'src/content/format-yaml.ts', 'src/editor/merge/read-yaml.ts'],
  parse5: ['src/import/body/parse-html.ts'],
  'hast-util-from-parse5': ['src/import/body/parse-html.ts'],
  yauzl: ['src/import/source/'],
  tar: ['src/import/source/'],
  'csv-parse': ['src/import/readers/csv.ts'],
  'smol-toml': ['src/import/readers/toml.ts'],
  luxon: ['src/lib/dates.ts'],
  slugify: ['src/lib/slug.ts'],
  htmlparser2: [
    'src/lib/html.ts',
    'src/lib/html-tags.ts',
    'src/lib/xml-reader.ts',
    'src/import/source/xml-items.ts',
    'src/outputs/images/svg.ts',
  ],
  'css-tree': [
    'src/outputs/images/svg-css.ts',
    'src/outputs/images/svg-references.ts',
    'src/outputs/images/css-tree.d.ts',
  ],
  domhandler: ['src/lib/html.ts'],
  'sanitize-html': ['src/markdown/'],
  sharp: ['src/outputs/images/open-image.ts', 'src/outputs/brand/raster.ts'],
  'subset-font': ['src/outputs/brand/subset.ts'],
  'image-size': ['src/outputs/images/size.ts'],
  pagefind: ['src/outputs/search/indexer.ts'],
  'launch-editor': ['src/dev/open-in-editor.ts'],
  '@sveltia/cms': ['src/editor/browser/'],
  'node-diff3': ['src/editor/merge/'],
  uqr: ['src/dev/lan.ts', 'src/site/qr-codes.ts'],
  '@takumi-rs/core': ['src/outputs/social-images/'],
  // Its plugins are for the owner's configuration.
  '@11ty/eleventy': ['src/eleventy/', '.eleventy.ts'],
};

const direction = {
  create(context) {
    const file = fromRoot(context.filename);
    if (!covers(GOVERNED, file)) return {};
    const row = DIRECTIONS.find(({ files }) => covers(files, file));
    if (row === undefined) {
      const message = `${file} has no place among the import directions: add it to the table.`;
      return { Program: (node) => context.report({ node, message }) };
    }
    const { files, values = [], types = [] } = row;
    return onImport(({ node, specifier, typeOnly }) => {
      if (!specifier.startsWith('.')) return;
      const target = fromRoot(path.resolve(path.dirname(context.filename), specifier));
      if (!covers(JUDGED_TARGETS, target)) return;
      if (covers(files, target) || covers(values, target)) return;
      if (covers(types, target)) {
        if (typeOnly) return;
        const message = `${file} may take only types from ${target}: write \`import type\`.`;
        context.report({ node, message });
        return;
      }
      const allowed = [...values, ...types.map((type) => `types of ${type}`)].join(', ');
      const message = `${file} may not import ${target}. It may import: ${allowed || 'nothing above it'}.`;
      context.report({ node, message });
    });
  },
};

const libraryOwner = {
  create(context) {
    const file = fromRoot(context.filename);
    if (!covers(GOVERNED, file)) return {};
    return onImport(({ node, specifier }) => {
      const library = Object.keys(OWNERS).find(
        (name) => specifier === name || specifier.startsWith(`${name}/`),
      );
      if (library === undefined || covers(OWNERS[library], file)) return;
      const message = `Only ${OWNERS[library].join(', ')} may import ${library}: use what it exports.`;
      context.report({ node, message });
    });
  },
};

/** Calls `judge` for each import and re-export of a module, in whichever form it is written. */
function onImport(judge) {
  const visit = (node, source, typeOnly) => {
    if (typeof source?.value === 'string') judge({ node, specifier: source.value, typeOnly });
  };
  return {
    ImportDeclaration: (node) => visit(node, node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => visit(node, node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => visit(node, node.source, node.exportKind === 'type'),
    ImportExpression: (node) => visit(node, node.source, false),
    TSImportType: (node) => visit(node, node.source, true),
  };
}

function covers(places, file) {
  return places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));
}

/** Path below the project's root, with forward slashes. */
function fromRoot(file) {
  return path.relative(ROOT, file).split(path.sep).join('/');
}

export default {
  meta: { name: 'perennial' },
  rules: {
    'import-directions': direction,
    'library-owner': libraryOwner,
    'name-lookup': nameLookup,
  },
};
