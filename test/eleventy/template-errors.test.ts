/** Errors in templates and in `.eleventy.ts`: file, line and hint. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder, type Outcome } from '../support/build-site.ts';
import { ownProject, runIn } from '../support/own-project.ts';

let project: string;

beforeAll(() => {
  project = ownProject({});
});

/** Builds with another text in one file. */
async function buildWith(file: string, change: (text: string) => string): Promise<Outcome> {
  const full = path.join(project, file);
  const before = readFileSync(full, 'utf8');
  writeFileSync(full, change(before));
  const outcome = await runIn(project, 'build', '--quiet');
  writeFileSync(full, before);
  return outcome;
}

function expectProblem({ exitCode, stderr }: Outcome, place: string, message: string): void {
  expect(stderr).toContain(`\n  ${place}\n`);
  expect(stderr).toContain(message);
  expect(stderr).toContain('To do: ');
  expect(stderr).toContain('Nothing was published.');
  expect(stderr).not.toContain('mistake in Perennial');
  expect(stderr).not.toMatch(/^ +at /m);
  expect(exitCode).toBe(1);
  expect(new OutputFolder(path.join(project, '_site')).files()).toEqual([]);
}

describe('a misspelt property', () => {
  it.each([
    ['templates/components/site-header.tsx', 'fixed.home.url', 'fixed.home.urll', '`urll`'],
    ['templates/pages/archive.11ty.tsx', 'site.fixed', 'site.fxied', '`fxied`'],
  ])(
    'stops the build: %s',
    async (file, right, wrong, name) => {
      const lines = readFileSync(path.join(project, file), 'utf8').split('\n');
      const line = lines.findIndex((text) => text.includes(right)) + 1;
      expect(line).toBeGreaterThan(0);
      const outcome = await buildWith(file, (text) => text.replace(right, wrong));
      expect(outcome.stderr).toMatch(new RegExp(`\\n {2}${file}:${line}:\\d+\\n`));
      expectProblem(outcome, /\n {2}(\S+:\d+:\d+)\n/.exec(outcome.stderr)?.[1] ?? '', name);
      expect(outcome.stderr).toContain('Check the spelling');
    },
    60_000,
  );
});

const HEAD = '---\ntitle: A\n---\n<p>\n';

describe('a mistake in an added template', () => {
  it.each([
    ['a.njk', `${HEAD}{{ title | nofilter }}`, ':5', 'filter not found: nofilter.'],
    ['a.njk', `${HEAD}{{ site.fcats.title }}`, ':5:9', 'there is no `fcats`'],
    ['a.njk', `${HEAD}{% include "none.njk" %}`, '', 'template not found: none.njk.'],
    ['a.njk', `${HEAD}{% if %}`, ':5:7', 'unexpected token: %}.'],
    ['a.liquid', `${HEAD}{{ title | nofilter }}`, ':5:1', 'undefined filter: nofilter.'],
    ['a.md', '---\ntitle: "A\n---\nWords', ':', 'unexpected end of the stream'],
    ['a.njk', '---\nlayout: none.njk\n---\nA', '', 'a layout that does not exist'],
    [
      'a.11ty.js',
      'export default () => {\n  return none.name;\n};',
      ':2:3',
      'none is not defined.',
    ],
    ['a.11ty.js', 'export default ( {', '', 'Unexpected end of input.'],
  ])(
    'is told: %s %j',
    async (name, text, place, message) => {
      const file = path.join(project, 'templates/pages', name);
      writeFileSync(file, text);
      const outcome = await runIn(project, 'check', '--quiet');
      rmSync(file);
      expect(outcome.stderr).toMatch(/^error template-failed$/m);
      expect(outcome.stderr).toContain(`\n  templates/pages/${name}${place}`);
      expect(outcome.stderr).toContain(message);
      expect(outcome.stderr).not.toMatch(/^ +at /m);
      expect(outcome.exitCode).toBe(1);
    },
    60_000,
  );
});

describe('a mistake in .eleventy.ts', () => {
  it('that throws is told with its line', async () => {
    const outcome = await buildWith('.eleventy.ts', (text) =>
      text.replace('  await config.addPlugin', "  JSON.parse('{');\n$&"),
    );
    expect(outcome.stderr).toContain('error eleventy-config-failed');
    expectProblem(outcome, '.eleventy.ts:9:8', 'JSON');
  });

  it('in a filter is told with its line', async () => {
    const page = path.join(project, 'templates/pages/a.njk');
    writeFileSync(page, '{{ "a" | wrong }}');
    const outcome = await buildWith('.eleventy.ts', (text) =>
      text.replace(
        '  await config.addPlugin',
        "  config.addFilter('wrong', (value: string) => {\n    throw new Error(`No ${value}.`);\n  });\n$&",
      ),
    );
    rmSync(page);
    expect(outcome.stderr).toContain('fails: No a.');
    expectProblem(outcome, '.eleventy.ts:10:11', 'No a.');
  });

  it('that does not compile is told by its line', async () => {
    const { exitCode, stderr } = await buildWith('.eleventy.ts', (text) => `${text}\nconst = 1;\n`);
    expect(stderr).toMatch(/\.eleventy\.ts:\d+:6/);
    expect(exitCode).toBe(1);
  });
});
