/** The sources that the bundles are made of. Plain JavaScript, because it runs uncompiled. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FileStates } from './lib/file-states.mjs';
import { PROGRAM as ROOT, PROGRAM_CACHE } from './lib/program.mjs';
import { readSigned, writeSigned } from './lib/signed-file.mjs';

const FILES = ['.eleventy.ts', 'tsconfig.json', 'package-lock.json'];
const FOLDERS = ['src', 'templates', 'public/js'];
/** The hash that was computed last, and the states of the sources it is of. Each version of Node has its own. */
const LAST = join(PROGRAM_CACHE, `sources-${process.version}`);

/** Hash of the sources, their folder and the Node version. Reads only those that may have changed. */
export function sourceHash() {
  const read = Date.now();
  const files = new FileStates([...FILES, ...FOLDERS].map((path) => join(ROOT, path)));
  // Before the sources are read: what changes in between counts as changed later.
  const states = files.hash(read);
  if (states === undefined) return hashOfSources();
  const last = JSON.parse(readSigned(LAST) ?? '{}');
  if (last.states === states) return last.hash;
  const hash = last.states === files.hash(last.read) ? last.hash : hashOfSources();
  try {
    writeSigned(LAST, JSON.stringify({ read, states, hash }));
  } catch {
    // The next start reads the sources again.
  }
  return hash;
}

/** Excludes what is read at run time: fonts, and templates that are no code. */
function hashOfSources() {
  const hash = createHash('sha256').update(process.version).update(ROOT);
  for (const path of [...FILES, ...FOLDERS.flatMap(filesBelow)])
    hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

/** Paths of the sources in a folder of the program, sorted. */
export function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/^\.|\.(?:woff2|njk|liquid|md|html)$/.test(item.name))
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)))
    .toSorted();
}
