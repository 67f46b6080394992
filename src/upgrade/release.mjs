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

/** Where a package keeps the files that only a clone needs: one archive, as npm unpacks many files slowly. */
export const CLONE_FILES = 'dist/clone.tar.gz';

/** Of these; `files` in `package.json` has the others. */
const FOR_CLONES = ['.ci', '.oxfmtrc.json', '.oxlint', '.oxlintrc.json', 'test'];

/** Not the program's, or made by programs. */
const LEFT_OUT =
  /^(?:dist|test\/node_modules|src\/release\.json$|package\.json$)|(?:^|\/)\.DS_Store$/;

/** Paths of the program's files below `root`, sorted: those that a release has besides `package.json`. */
export function programFiles(root) {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return ['LICENSE', ...files, ...FOR_CLONES]
    .filter((name) => !name.startsWith('!') && existsSync(join(root, name)))
    .flatMap((name) => filesBelow(root, name))
    .toSorted();
}

/** Whether a file of the program is of no use in a package, whose bundle is made from the sources. */
export function forClones(path) {
  const isSource = path.startsWith('src/') && /\.m?ts$/.test(path);
  return isSource || FOR_CLONES.includes(path.split('/')[0]);
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
