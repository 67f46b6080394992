/** How the benchmark calls npm. */

export const NPM_OPTIONS = ['--prefer-offline', '--no-audit', '--no-fund'];

/** The environment without what `npm run` adds, which is about this project. */
export function commandEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  return Object.fromEntries(own);
}
