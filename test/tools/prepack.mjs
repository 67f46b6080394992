/**
 * Makes what `npm pack` adds to the sources, in `dist/`: the bundle, the types
 * that an owner's components are checked with, and the hashes by which an upgrade
 * tells whether the program was altered.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from 'tar';
import { CLONE_FILES, forClones, programFiles, writeRelease } from '../../src/upgrade/release.mjs';
import { buildForPackage } from './build-package.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

if (!(await buildForPackage())) process.exit(1);
const types = ['test/setup/run.mjs', 'tsc', '-p', 'test/tools/tsconfig.types.json'];
const { status } = spawnSync(process.execPath, types, { cwd: ROOT, stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(1);
pruneTypes(join(ROOT, 'dist/types'));
writeRelease(ROOT, 'dist/release.json');
const archive = {
  cwd: ROOT,
  file: join(ROOT, CLONE_FILES),
  gzip: true,
  portable: true,
  noMtime: true,
};
await create(archive, programFiles(ROOT).filter(forClones));

/** Leaves the types that an owner can import, and those that they refer to; adds the JSON among these. */
function pruneTypes(folder) {
  const components = join(folder, 'templates/components');
  const kept = new Set([
    join(folder, 'src/eleventy/api.d.ts'),
    join(folder, 'src/site/model.d.ts'),
    ...readdirSync(components).map((name) => join(components, name)),
  ]);
  for (const file of kept) {
    if (file.endsWith('.json')) {
      mkdirSync(dirname(file), { recursive: true });
      copyFileSync(join(ROOT, relative(folder, file)), file);
      continue;
    }
    if (!existsSync(file)) continue;
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g);
    for (const [, path] of imports)
      kept.add(join(dirname(file), path.replace(/\.tsx?$/, '.d.ts').replace(/\.mjs$/, '.d.mts')));
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path)) rmSync(path);
  }
}
