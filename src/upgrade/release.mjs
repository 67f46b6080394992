/**
 * The files of a release and their hashes, by which an upgrade of a clone tells
 * whether the program was altered. Plain JavaScript, because `npm version` and
 * `npm pack` write the list.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a clone keeps the list of its release. */
export const RELEASE = 'src/release.json';

/** Not the program's, or made by programs. */
const LEFT_OUT =
  /^(?:dist|test\/node_modules|src\/release\.json$|package\.json$)|(?:^|\/)\.DS_Store$/;

/** Paths of the program's files below `root`, sorted: those that a release has besides `package.json`. */
export function programFiles(root) {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return ['LICENSE', ...files]
    .filter((name) => !name.startsWith('!') && existsSync(join(root, name)))
    .flatMap((name) => filesBelow(root, name))
    .toSorted();
}

/** Writes the list to a file below `root`. */
export function writeRelease(root, file) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = Object.fromEntries(
    programFiles(root).map((path) => [path, hashOf(join(root, path))]),
  );
  writeFileSync(
    join(root, file),
    `${JSON.stringify({ version: manifest.version, files, manifest }, null, 1)}\n`,
  );
}

/** Line ends do not count, because Git may change them. */
export function hashOf(file) {
  const text = readFileSync(file).toString('latin1').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text, 'latin1').digest('hex').slice(0, 32);
}

function filesBelow(root, path) {
  if (LEFT_OUT.test(path)) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(root, `${path}/${name}`));
}
