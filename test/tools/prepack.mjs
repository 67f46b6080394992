/**
 * Makes what `npm pack` adds to the sources, in `dist/`: the bundle, the types
 * that an owner's components are checked with, and the hashes by which an upgrade
 * tells whether the program was altered.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildForPackage } from '../../src/bundle.mjs';
import { writeRelease } from '../../src/upgrade/release.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

if (!(await buildForPackage())) process.exit(1);
const types = ['test/setup/run.mjs', 'tsc', '-p', 'test/tools/tsconfig.types.json'];
const { status } = spawnSync(process.execPath, types, { cwd: ROOT, stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(1);
writeRelease(ROOT, 'dist/release.json');
