/** Lint rules for who may import whom: folders along one line, and libraries with one owner. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const BASE = [
  'src/problem.ts',
  'src/dates.ts',
  'src/slug.ts',
  'src/tokens.ts',
  'src/html.ts',
  'src/leaked-code.ts',
  'src/read-xml.ts',
  'src/paths.ts',
  'src/patterns.ts',
  'src/stylesheets.ts',
  'src/unanswered.ts',
  'src/second-thread.ts',
  'src/memory.ts',
  'src/cache.ts',
  'src/store.ts',
  'src/language/',
];
const MODEL = 'src/site/model.ts';
/** What a report tells. */
const FINDINGS = 'src/site/findings.ts';
const LOAD_SITE = 'src/site/load-site.ts';
/** What a new post is made of, which is read before there is a site. */
const NEW_POST = 'src/site/new-post.ts';
/** The step of load-site that two threads share: the part of each. */
const CREW = ['src/site/crew.ts', 'src/site/mate.ts'];
/** The same step, with what is known from earlier. */
const BODY_CACHE = 'src/site/body-cache.ts';

const GOVERNED = ['src/', 'templates/', '.eleventy.ts'];
const JUDGED_TARGETS = ['src/', 'templates/', 'test/'];

/**
 * The first row that holds a file decides what it may import of this project.
 * A path that ends in `/` stands for all below it. `values` may be imported in
 * any way, `types` by `import type` alone. Every row may import itself.
 */
const DIRECTIONS = [
  { files: BASE },
  { files: ['src/content/'], values: BASE },
  // What other programs have written of the old blog, before there is a site.
  { files: ['src/feed-ids/'], values: [...BASE, 'src/content/'] },
  { files: ['src/addresses/'], values: BASE, types: ['src/content/'] },
  { files: ['src/markdown/'], values: BASE, types: ['src/addresses/'] },
  {
    files: [LOAD_SITE, NEW_POST, ...CREW, BODY_CACHE],
    values: [
      ...BASE,
      'src/content/',
      'src/addresses/',
      'src/markdown/',
      'src/images/',
      'src/cards/',
      'src/hosts/',
      'src/site/',
    ],
    types: ['src/feed-ids/'],
  },
  {
    files: ['src/site/'],
    values: BASE,
    types: [
      'src/content/',
      'src/addresses/',
      'src/markdown/',
      'src/images/',
      'src/hosts/',
      'src/feed-ids/',
    ],
  },
  { files: ['src/report/'], values: BASE, types: [FINDINGS] },
  { files: ['src/feeds/'], values: BASE, types: [MODEL] },
  { files: ['src/hosts/'], values: BASE, types: [MODEL, 'src/content/', 'src/addresses/'] },
  { files: ['src/cards/'], values: BASE, types: [MODEL] },
  { files: ['src/images/'], values: BASE },
  { files: ['src/search/'], values: BASE, types: [MODEL] },
  { files: ['src/output/'], values: BASE, types: [MODEL] },
  { files: ['src/verify/'], values: BASE, types: [MODEL] },
  {
    files: ['src/eleventy/'],
    values: [
      ...BASE,
      LOAD_SITE,
      MODEL,
      'src/cards/',
      'src/feeds/',
      'src/hosts/',
      'src/images/',
      'src/output/',
      'src/search/',
      'src/report/',
      '.eleventy.ts',
    ],
  },
  {
    files: ['src/dev/'],
    values: [...BASE, LOAD_SITE, 'src/eleventy/', 'src/report/'],
    types: [MODEL],
  },
  {
    files: ['src/worker.ts'],
    values: [
      ...CREW,
      'src/site/related.ts',
      'src/cards/',
      'src/eleventy/files.ts',
      'src/images/',
      'src/output/',
    ],
  },
  // The command line stands above everything and leaves the stages to load-site.
  {
    files: ['src/cli.ts', 'src/commands/', 'src/start.mjs'],
    values: [
      ...BASE,
      LOAD_SITE,
      NEW_POST,
      'src/eleventy/',
      'src/feed-ids/',
      'src/hosts/',
      'src/images/',
      'src/output/',
      'src/dev/',
      'src/report/',
      'src/verify/',
    ],
    types: [MODEL, 'src/content/'],
  },
  { files: ['templates/'], values: ['src/html.ts'], types: [MODEL, 'src/dates.ts'] },
  { files: ['.eleventy.ts'], values: ['src/eleventy/'] },
];

/** The only files that may import a library, its types included. */
const OWNERS = {
  'gray-matter': ['src/content/front-matter.ts'],
  luxon: ['src/dates.ts'],
  slugify: ['src/slug.ts'],
  htmlparser2: ['src/html.ts', 'src/read-xml.ts'],
  domhandler: ['src/html.ts'],
  'sanitize-html': ['src/markdown/'],
  sharp: ['src/images/encode.ts'],
  'image-size': ['src/images/read-image.ts'],
  pagefind: ['src/search/indexer.ts'],
  cborg: ['src/search/'],
  fontkit: ['src/cards/fonts.ts'],
  '@11ty/eleventy': ['src/eleventy/'],
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
  rules: { 'import-directions': direction, 'library-owner': libraryOwner },
};
