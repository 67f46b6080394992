/** Bundles the editor for the browser. Plain JavaScript, because packages are made with it. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { makeFolder } from './make-folder.mjs';
import { IS_PACKAGE, PROGRAM, PROGRAM_CACHE } from './program.mjs';

const CMS = '@sveltia/cms';
const SOURCES = join(PROGRAM, 'src/editor');
/** Of a package. */
const BUILT = join(PROGRAM, 'dist/editor');

/** Languages whose code blocks have colours in the editor; each other one would be a file more. */
const LANGUAGES = /\/(?:css|html|javascript|json|yaml)$/;

/**
 * The folder of the editor's files, made if it is missing or not that of these sources. Old ones
 * go with old bundles; see `load-bundle.mjs`.
 * @returns {Promise<string>}
 */
export async function editorFolder() {
  if (IS_PACKAGE) return BUILT;
  const folder = join(PROGRAM_CACHE, `editor-${hashOf()}`);
  if (existsSync(folder)) return folder;
  makeFolder(PROGRAM_CACHE);
  const unfinished = mkdtempSync(join(PROGRAM_CACHE, 'editor-unfinished-'));
  try {
    await bundleEditor(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another build may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Writes the editor's files into an empty folder. */
export async function bundleEditor(folder) {
  const cms = dirname(createRequire(join(PROGRAM, 'package.json')).resolve(CMS));
  const { metafile } = await build({
    entryPoints: {
      editor: join(SOURCES, 'browser/main.ts'),
      style: join(SOURCES, 'browser/style.css'),
      help: join(SOURCES, 'browser/help.css'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    absWorkingDir: PROGRAM,
    tsconfig: join(SOURCES, 'tsconfig.json'),
    plugins: [leaveOut, corrected],
    metafile: true,
    logLevel: 'silent',
  });
  // The script names them relative to itself.
  mkdirSync(join(folder, 'assets'));
  for (const name of readdirSync(join(cms, 'assets')))
    if (!name.endsWith('.map'))
      copyFileSync(join(cms, 'assets', name), join(folder, 'assets', name));
  writeFileSync(join(folder, 'licences.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** Maps, a compressor of SVG files and most languages of code blocks are not part of the editor. */
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:leaflet|svgo|terra-draw)/ }, () => ({
      path: 'none',
      namespace: 'none',
    }));
    onResolve({ filter: /^@shikijs\/langs\// }, ({ path }) =>
      LANGUAGES.test(path) ? undefined : { path: 'none', namespace: 'none' },
    );
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'export default [];' }));
  },
};

/**
 * What the program would ask of other sites, though it has it or does not need it: fonts,
 * its newest version, and whether a Git host has trouble.
 */
const OTHERS = [
  [/@font-face \{[^{}]*cdn\.jsdelivr\.net[^{}]*\}/g, ''],
  [/`https:\/\/unpkg\.com\/@sveltia\/cms`/g, '`data:application/json,#`'],
  [
    /`https:\/\/www\.githubstatus\.com\/api\/v2\/status\.json`/g,
    '`data:application/json,{"status":{"indicator":"none"}}`',
  ],
  [
    /`https:\/\/status-api\.hostedstatus\.com\/[^`]*`/g,
    '`data:application/json,{"result":{"status_overall":{"status_code":100}}}`',
  ],
];

/** What it says that is not so here: `browser/before-save.ts` merges both texts. */
const WORDS = [
  [
    /`If you save now, their changes will be lost\.`/g,
    '`If you save now, both are kept. Where both have changed the same words, you are asked first.`',
  ],
];

/** Says so if a new version of the program asks in another way, or says something else. */
const corrected = {
  name: 'corrected',
  setup({ onLoad }) {
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const [found, instead] of [...OTHERS, ...WORDS]) {
        if (!found.test(contents)) return { errors: [{ text: `${found} is not in ${path}.` }] };
        contents = contents.replaceAll(found, () => instead);
      }
      return { contents, loader: 'js' };
    });
  },
};

/** Hash of all that the editor is made of. */
function hashOf() {
  const hash = createHash('sha256');
  const files = readdirSync(join(PROGRAM, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:css|json|m?[jt]s)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const libraries = join(PROGRAM, 'package-lock.json');
  for (const path of [...files.toSorted(), libraries]) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
