/** Files that GitHub, npm and contributors read: workflow, issue forms, changelog, locked packages, folders. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../support/build-site.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';

const Manifest = z.object({
  version: z.string(),
  engines: z.object({ node: z.string() }),
  scripts: z.record(z.string(), z.string()),
});
const manifest = Manifest.parse(JSON.parse(read('package.json')));

/** https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms */
const IssueForm = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(
    z.strictObject({
      type: z.enum(['textarea', 'input', 'dropdown', 'checkboxes', 'markdown']),
      id: z.string().regex(/^[\w-]+$/),
      attributes: z.looseObject({ label: z.string() }),
      validations: z.strictObject({ required: z.boolean() }).optional(),
    }),
  ),
});

const Workflow = z.looseObject({
  jobs: z.object({
    test: z.looseObject({
      strategy: z.looseObject({ matrix: z.object({ node: z.array(z.string()) }) }),
      steps: z.array(z.looseObject({ run: z.string().optional() })),
    }),
  }),
});

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().default(false),
      link: z.boolean().default(false),
    }),
  ),
});

const Scripts = z.object({ allowScripts: z.record(z.string(), z.boolean()) });

describe('the CI workflow', () => {
  const { strategy, steps } = Workflow.parse(load(read('.github/workflows/ci.yml'))).jobs.test;

  it('starts with the oldest version of Node that package.json allows', () => {
    expect(`>=${strategy.matrix.node[0]}`).toBe(manifest.engines.node);
  });

  it('runs scripts of package.json', () => {
    const names = steps.flatMap(({ run = '' }) => /^npm (?:run )?(\S+)$/.exec(run)?.[1] ?? []);
    expect(names).toEqual(['ci', 'format:check', 'lint', 'typecheck', 'test', 'build']);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(names.slice(1)));
  });
});

describe.each(['', 'test/'])('the packages of %spackage-lock.json', (folder) => {
  const { packages } = Lock.parse(JSON.parse(read(`${folder}package-lock.json`)));
  const libraries = Object.entries(packages).filter(([place, { link }]) => place !== '' && !link);

  it('have an exact version and a checksum, and no address but that of the registry', () => {
    const loose = libraries
      .filter(
        ([, { version, resolved, integrity }]) =>
          !/^\d+\.\d+\.\d+/.test(version) || !integrity?.startsWith('sha512-') || resolved,
      )
      .map(([place]) => place);
    expect(loose).toEqual([]);
  });

  it('run no script when they are installed', () => {
    const { allowScripts } = Scripts.parse(JSON.parse(read(`${folder}package.json`)));
    const withScripts = libraries
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([place]) => place.replace(/^.*node_modules\//, ''));
    expect(allowScripts).toEqual(Object.fromEntries(withScripts.map((name) => [name, false])));
  });
});

it.each(['bug.yml', 'feature.yml'])('the issue form %s has the shape that GitHub reads', (file) => {
  const { body } = IssueForm.parse(load(read(`.github/ISSUE_TEMPLATE/${file}`)));
  const ids = body.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('there is no issue form that is not tested', () => {
  const files = readdirSync(path.join(ROOT, '.github/ISSUE_TEMPLATE'));
  expect(files.toSorted()).toEqual(['bug.yml', 'config.yml', 'feature.yml']);
});

describe('the changelog', () => {
  it('has the current version below the unreleased changes', () => {
    expect(versionsIn(read('CHANGELOG.md')).slice(0, 2)).toEqual(['Unreleased', manifest.version]);
  });

  it('gives the unreleased changes to the new version on npm version', () => {
    const folder = temporaryFolder();
    for (const file of ['CHANGELOG.md', 'test/tools/release-changelog.mjs'])
      cpSync(path.join(ROOT, file), path.join(folder, file));
    execFileSync(process.execPath, ['test/tools/release-changelog.mjs'], {
      cwd: folder,
      env: { ...process.env, npm_package_version: '9.9.9' },
    });
    const released = readFileSync(path.join(folder, 'CHANGELOG.md'), 'utf8');
    expect(versionsIn(released)).toEqual(versionsIn(read('CHANGELOG.md')).toSpliced(1, 0, '9.9.9'));
    expect(released).toMatch(/^## \[Unreleased\]\n\n## \[9\.9\.9\] - \d{4}-\d\d-\d\d\n\n/m);
  });
});

it('CONTRIBUTING.md names each folder with modules once', () => {
  const named = [...read('CONTRIBUTING.md').matchAll(/^\| `(src\/[^`.]+)`/gm)].map(
    ([, folder]) => folder,
  );
  const modules = filesBelow(path.join(ROOT, 'src')).filter((file) => file.endsWith('.ts'));
  const folders = modules.map((file) => path.relative(ROOT, path.dirname(file)));
  expect(named.toSorted()).toEqual(
    [...new Set(folders)].filter((folder) => folder !== 'src').toSorted(),
  );
});

function versionsIn(changelog: string): (string | undefined)[] {
  return [...changelog.matchAll(/^## \[(.+?)\]/gm)].map(([, version]) => version);
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
