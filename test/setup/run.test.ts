/** The launcher installs the development tools when they are missing or out of date. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { run, type Outcome } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';

const LOCK = 'test/package-lock.json';
/** A project whose only tool prints its arguments. */
const PROJECT = {
  'test/tool/package.json': JSON.stringify({
    ...{ name: 'tool', version: '1.0.0', bin: 'bin.mjs' },
    // Nobody has to trust it.
    scripts: { install: 'exit 1' },
  }),
  'test/tool/bin.mjs': 'console.log(process.argv.slice(2)); process.exitCode = 7;\n',
  'test/package.json': JSON.stringify({ name: 'test', dependencies: { tool: 'file:tool' } }),
  [LOCK]: JSON.stringify({
    name: 'test',
    lockfileVersion: 3,
    packages: {
      '': { name: 'test', dependencies: { tool: 'file:tool' } },
      'node_modules/tool': { resolved: 'tool', link: true },
      tool: { version: '1.0.0', bin: { tool: 'bin.mjs' } },
    },
  }),
};
const INSTALLING = 'Installing the development tools';

let project: string;

beforeEach(() => {
  project = folderWith(PROJECT);
  for (const name of ['run.mjs', 'is-installed.mjs'])
    cpSync(path.join(import.meta.dirname, name), path.join(project, 'test/setup', name));
});

it('installs once, then hands the arguments to the tool and returns its exit code', async () => {
  const first = await launch('tool', '--flag', 'two words');
  expect(first.stderr).toContain(INSTALLING);
  expect(first).toMatchObject({ exitCode: 7, stdout: "[ '--flag', 'two words' ]\n" });
  expect(await launch('tool')).toEqual({ exitCode: 7, stdout: '[]\n', stderr: '' });
});

it('installs again when the lock file names another version', async () => {
  await launch('tool');
  replaceIn('test/tool/package.json', '1.0.0', '1.0.1');
  replaceIn(LOCK, '"version":"1.0.0"', '"version":"1.0.1"');
  expect((await launch('tool')).stderr).toContain(INSTALLING);
  expect((await launch('tool')).stderr).toBe('');
});

it('stops when the installation fails', async () => {
  replaceIn('test/package.json', 'file:tool"', 'file:tool","absent":"file:absent"');
  const { exitCode, stdout, stderr } = await launch('tool');
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('The development tools could not be installed.');
});

it('names a tool that does not exist', async () => {
  const { exitCode, stderr } = await launch('other');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('There is no development tool "other" in test/package.json.');
});

function launch(...args: string[]): Promise<Outcome> {
  return run(process.execPath, ['test/setup/run.mjs', ...args], { cwd: project });
}

function replaceIn(file: string, text: string, by: string): void {
  const before = readFileSync(path.join(project, file), 'utf8');
  expect(before).toContain(text);
  writeFileSync(path.join(project, file), before.replace(text, by));
}
