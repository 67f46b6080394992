/** Finds the bundles, which are made anew when a source has changed. Plain JavaScript, because it runs uncompiled. */
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IS_PACKAGE, PROGRAM, PROGRAM_CACHE } from './lib/program.mjs';
import { SECRET, readSigned, writeAtomically, writeSigned } from './lib/signed-file.mjs';
import { sourceHash } from './sources.mjs';

/** Folder of the bundles of a package. */
export const BUILT = join(PROGRAM, 'dist');
/** Ends the name of the bundle with the whole program. */
export const WHOLE = '.cjs';
/** Ends the name of the small one, which tells whether a build has anything to do. */
export const UP_TO_DATE = '.up-to-date.js';

const DAY = 24 * 60 * 60 * 1000;

/** Made by this process: some file systems have no owners, so that nothing read from them is trusted. */
const made = new Map();

/** Path of the bundles without their endings; `undefined` after printing a message if a package has none. */
export function findBundles() {
  if (!IS_PACKAGE) return join(PROGRAM_CACHE, sourceHash());
  const name = existsSync(BUILT) && readdirSync(BUILT).find((file) => file.endsWith(WHOLE));
  if (name) return join(BUILT, basename(name, WHOLE));
  console.error(
    `The package in ${PROGRAM} was not made with \`npm pack\`, so it holds no program. Install a release.`,
  );
  return undefined;
}

/**
 * A bundle, its code, and where its compiled code is kept. Both bundles are made again if this one is missing,
 * damaged or not this installation's; `undefined` after printing a message if they cannot be made.
 */
export async function loadBundle(bundles, ending) {
  const path = `${bundles}${ending}`;
  // What came with the package is trusted like any library.
  if (IS_PACKAGE)
    return { path, code: readFileSync(path), compiled: join(PROGRAM_CACHE, basename(path)) };
  const code = made.get(path) ?? readSigned(path);
  made.delete(path);
  if (code !== undefined) return { path, code, compiled: path };
  const current = await makeBundles(bundles);
  return current && loadBundle(current, ending);
}

/** @returns their path, another one if a source has changed meanwhile; `undefined` after printing a message */
async function makeBundles(bundles) {
  const { bundleAll } = await import('./bundle.mjs');
  const bundled = await bundleAll(
    `${bundles}${WHOLE}`,
    "(await import('./.eleventy.ts')).default(config, build)",
  );
  if (bundled === undefined) return undefined;
  const current = findBundles();
  // They may hold some of the old code.
  if (current !== bundles) return current;
  const codes = { [WHOLE]: bundled.code, [UP_TO_DATE]: bundled.upToDate };
  try {
    for (const [ending, code] of Object.entries(codes)) {
      writeSigned(`${bundles}${ending}`, code);
      made.set(`${bundles}${ending}`, Buffer.from(code));
    }
    writeAtomically(`${bundles}${WHOLE}.map.gz`, [bundled.map], 0o644);
    removeOld();
    return bundles;
  } catch {
    console.error(
      `Perennial cannot write its bundle to ${PROGRAM_CACHE}. Check the free disk space and the permissions of the folder, and try again.`,
    );
    return undefined;
  }
}

/** Removes bundles older than a day; newer ones may be in use. */
function removeOld() {
  for (const name of readdirSync(PROGRAM_CACHE)) {
    if (name === SECRET) continue;
    const path = join(PROGRAM_CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
  }
}
