/** How the benchmark calls npm. */
import { INSTALL as SHIPPED } from '../../../src/init/set-ups/set-up.ts';

/** As in the workflows that `npm run init` writes. */
export const INSTALL = SHIPPED.split(' ');
export const NPM_OPTIONS = INSTALL.slice(2);

/** The environment without what `npm run` adds, which is about this project. */
export function commandEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  return Object.fromEntries(own);
}
