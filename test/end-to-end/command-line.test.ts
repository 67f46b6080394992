/** Usage errors, help and version. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT, run, type Outcome } from '../support/build-site.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/scratch.ts';

function command(...args: string[]): Promise<Outcome> {
  return run(process.execPath, ['src/start.mjs', ...args], { cwd: ROOT });
}

describe('wrong usage', () => {
  it.each([
    [['build', '--colour', 'green'], "Unknown option '--colour'"],
    [['build', 'content'], "Unexpected argument 'content'"],
    [['build', '--output'], '--output'],
    [['build', '--now', 'yesterday'], '--now "yesterday" is not a date'],
    [['build', '--now', '2026-02-30'], '--now "2026-02-30" is not a date'],
    [
      ['build', '--site-url', 'example.org'],
      '--site-url "example.org" does not begin with https://',
    ],
    [['build', '--site-url', 'https://'], '--site-url "https://" is not a valid URL'],
    [['build', '--host', 'mars'], 'Unknown --host "mars"'],
    [['grow'], 'Unknown command "grow"'],
    [[], 'Unknown command ""'],
  ])('%j exits with 2 and prints the usage', async (args, message) => {
    const { exitCode, stdout, stderr } = await command(...args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run build -- [options]');
  });
});

describe('--help', () => {
  it.each([[['--help']], [['build', '--help']]])('%j explains every flag', async (args) => {
    const { exitCode, stdout, stderr } = await command(...args);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const flag of [
      'content',
      'output',
      'site-url',
      'drafts',
      'host',
      'now',
      'format',
      'quiet',
      'help',
    ])
      expect(stdout).toContain(`--${flag}`);
  });
});

it.each([[['--version']], [['build', '--version']]])('%j prints the version', async (args) => {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  expect(await command(...args)).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

describe('output to a pipe', () => {
  it('contains no terminal escape codes', async () => {
    const output = `${temporaryFolder()}/out`;
    const { exitCode, stdout, stderr } = await command(
      ...['build', '--content', fixtureSite('minimal'), '--output', output],
    );
    expect(exitCode).toBe(0);
    // oxlint-disable-next-line no-control-regex
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stdout.split('\n')).toHaveLength(5);
  });
});
