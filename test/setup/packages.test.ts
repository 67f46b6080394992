/** The two packages of the project: runtime and tools. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../support/build-site.ts';

const Manifest = z.object({
  name: z.string(),
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  engines: z.record(z.string(), z.string()),
});
const Scripts = z.object({ allowScripts: z.record(z.string(), z.boolean()) });
const Lock = z.object({
  packages: z
    .object({ '': Manifest })
    .catchall(
      z.object({ version: z.string().optional(), hasInstallScript: z.boolean().optional() }),
    ),
});

describe.each(['.', 'test'])('package.json in %s', (folder) => {
  const manifest = readJson(`${folder}/package.json`);
  const { packages } = Lock.parse(readJson(`${folder}/package-lock.json`));

  it('agrees with its lock file, so that npm ci accepts it', () => {
    expect(packages['']).toEqual(Manifest.parse(manifest));
  });

  it('denies every install script, so that npm asks nobody to review one', () => {
    const withScript = Object.entries(packages)
      .filter(([, entry]) => 'hasInstallScript' in entry && entry.hasInstallScript)
      .map(([place]) => place.replace(/^.*node_modules\//, ''));
    const denied = Object.fromEntries(withScript.map((name) => [name, false]));
    expect(Scripts.parse(manifest).allowScripts).toEqual(denied);
  });
});

it('a test imports the same version of a library as the code that it tests', () => {
  const [ours, theirs] = ['.', 'test'].map(
    (folder) => Lock.parse(readJson(`${folder}/package-lock.json`)).packages,
  );
  const { dependencies = {}, devDependencies = {} } = ours?.[''] ?? {};
  const sources = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => readFileSync(path.join(ROOT, 'test', name), 'utf8'));
  const imported = Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
    sources.some((source) => source.includes(`from '${name}`)),
  );
  expect(imported).toContain('sharp');
  const differing = imported.filter((name) => {
    const version = theirs?.[`node_modules/${name}`]?.version;
    return version !== undefined && version !== ours?.[`node_modules/${name}`]?.version;
  });
  expect(differing).toEqual([]);
});

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}
