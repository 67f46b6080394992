/** The project as a fresh clone with its packages installed. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build-site.ts';
import { temporaryFolder } from './scratch.ts';

/** What a clone does not have, and what nobody else may see changed. */
const LEFT_OUT = new Set(['node_modules', '_site', '.cache', '.git']);

export function copyProject(): string {
  const copy = temporaryFolder('project');
  for (const name of readdirSync(ROOT)) {
    if (!LEFT_OUT.has(name))
      cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  // The packages are shared, but not what programs keep beside them.
  const packages = path.join(copy, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name === '.cache') continue;
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(packages, name));
  }
  return copy;
}
