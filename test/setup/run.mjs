/**
 * Runs a development tool from `test/node_modules`, installing the tools first
 * when they are missing or out of date:
 *
 *     node test/setup/run.mjs [TOOL [ARGUMENTS]]
 *
 * Plain JavaScript, because nothing that compiles TypeScript is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isInstalled } from './is-installed.mjs';

const TEST = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = join(TEST, 'node_modules');
/** Tools that are named differently from their package. */
const PACKAGE_OF = { tsc: 'typescript' };

if (!isInstalled(TEST)) install();
if (process.argv.length > 2) await start(...process.argv.slice(2));

function install() {
  console.error('Installing the development tools into test/node_modules (npm ci) ...');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: TEST,
    stdio: ['ignore', 2, 2],
    // On Windows, npm is a script.
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('The development tools could not be installed. See the messages of npm above.');
  process.exit(status ?? 1);
}

/** Hands this process over to the tool, as if Node had been started with it. */
async function start(tool, ...args) {
  const folder = join(PACKAGES, PACKAGE_OF[tool] ?? tool);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) {
    console.error(`There is no development tool "${tool}" in test/package.json.`);
    process.exit(2);
  }
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = join(folder, typeof bin === 'string' ? bin : bin[tool]);
  process.argv.splice(1, Infinity, file, ...args);
  await import(pathToFileURL(file).href);
}
