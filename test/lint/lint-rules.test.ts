/** The linter's settings: who may import whom, and what TypeScript may not be used for. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OXLINT = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
const DIRECTION = 'perennial(import-directions)';
const OWNER = 'perennial(library-owner)';
const BASE = ['problem.ts', 'dates.ts', 'slug.ts', 'html.ts'];
const STAGES = ['content', 'addresses', 'markdown'];
const TAKERS_OF_THE_MODEL = ['feeds', 'hosts', 'search', 'output', 'verify'];

/** One file a case: its code, and the rule that it breaks, if any. */
const cases: { file: string; code: string; breaks?: string }[] = [];

const value = (from: string): string => `import { thing } from '${from}';\nthing();\n`;
const type = (from: string): string =>
  `import type { Thing } from '${from}';\nexport type A = Thing;\n`;
const forbidden = (file: string, code: string, breaks = DIRECTION): void => {
  cases.push({ file, code, breaks });
};
const allowed = (file: string, code: string): void => {
  cases.push({ file, code });
};

for (const base of BASE) {
  forbidden(`src/${base}`, type('./content/entry.ts'));
}
for (const stage of [...STAGES, 'images', 'site', ...TAKERS_OF_THE_MODEL, 'eleventy', 'commands']) {
  for (const base of BASE) allowed(`src/${stage}/uses-${base}`, value(`../${base}`));
  allowed(`src/${stage}/uses-itself.ts`, value('./other.ts'));
  forbidden(`src/${stage}/uses-templates.ts`, type('../../templates/layouts/base.tsx'));
  forbidden(`src/${stage}/uses-tests.ts`, value('../../test/support/corpus.ts'));
}

forbidden('src/content/uses-addresses.ts', type('../addresses/permalink.ts'));
forbidden('src/content/uses-model.ts', type('../site/model.ts'));
allowed('src/addresses/uses-content-types.ts', type('../content/entry.ts'));
forbidden('src/addresses/uses-content.ts', value('../content/entry.ts'));
forbidden('src/addresses/uses-markdown.ts', type('../markdown/render.ts'));
allowed('src/markdown/uses-addresses-types.ts', type('../addresses/resolver.ts'));
forbidden('src/markdown/uses-addresses.ts', value('../addresses/resolver.ts'));
forbidden('src/markdown/uses-content.ts', type('../content/entry.ts'));
for (const stage of STAGES) {
  allowed(`src/site/uses-${stage}-types.ts`, type(`../${stage}/entry.ts`));
  forbidden(`src/site/uses-${stage}.ts`, value(`../${stage}/entry.ts`));
  forbidden(`src/eleventy/uses-${stage}.ts`, value(`../${stage}/entry.ts`));
  forbidden(`src/commands/uses-${stage}.ts`, value(`../${stage}/entry.ts`));
}
allowed(
  'src/site/load-site.ts',
  STAGES.map(
    (stage) => `import * as ${stage} from '../${stage}/entry.ts';\n${stage}.run();\n`,
  ).join(''),
);
allowed('src/site/uses-images-types.ts', type('../images/image.ts'));
forbidden('src/site/uses-images.ts', value('../images/workshop.ts'));
forbidden('src/images/uses-model.ts', type('../site/model.ts'));
forbidden('src/site/uses-feeds.ts', type('../feeds/rss.ts'));
forbidden('src/site/uses-eleventy.ts', type('../eleventy/plugin.ts'));
for (const taker of TAKERS_OF_THE_MODEL) {
  allowed(`src/${taker}/uses-model-types.ts`, type('../site/model.ts'));
  forbidden(`src/${taker}/uses-model.ts`, value('../site/model.ts'));
  forbidden(`src/${taker}/uses-load-site.ts`, value('../site/load-site.ts'));
  forbidden(`src/${taker}/uses-content.ts`, value('../content/entry.ts'));
  forbidden(`src/${taker}/uses-eleventy.ts`, type('../eleventy/plugin.ts'));
}
for (const part of ['site/load-site.ts', 'site/model.ts', 'feeds/rss.ts', 'hosts/netlify.ts']) {
  allowed(`src/eleventy/uses-${path.basename(part)}`, value(`../${part}`));
}
forbidden('src/eleventy/uses-archive.ts', value('../site/archive.ts'));
allowed('src/cli.ts', value('./eleventy/build.ts'));
forbidden('src/commands/uses-archive.ts', value('../site/archive.ts'));
forbidden('src/unplaced.ts', value('./problem.ts'));
forbidden('src/unplaced/module.ts', value('../problem.ts'));

allowed('templates/pages/post.11ty.tsx', type('../../src/site/model.ts'));
allowed('templates/components/date.tsx', type('../../src/dates.ts'));
allowed('templates/components/raw.tsx', value('../../src/html.ts'));
allowed('templates/pages/home.11ty.tsx', value('../layouts/base.tsx'));
forbidden('templates/pages/uses-model.tsx', value('../../src/site/model.ts'));
forbidden('templates/pages/uses-dates.tsx', value('../../src/dates.ts'));
forbidden('templates/pages/uses-slug.tsx', value('../../src/slug.ts'));
forbidden('templates/pages/uses-load-site.tsx', type('../../src/site/load-site.ts'));
forbidden('templates/pages/uses-content.tsx', type('../../src/content/entry.ts'));
forbidden('.eleventy.ts', value('./src/site/load-site.ts'));

// Every way to write an import.
forbidden('src/content/forms/export.ts', "export { thing } from '../../site/model.ts';\n");
forbidden('src/content/forms/export-all.ts', "export * from '../../site/model.ts';\n");
forbidden('src/content/forms/dynamic.ts', "await import('../../site/model.ts');\n");
forbidden('src/content/forms/effect.ts', "import '../../site/model.ts';\n");
forbidden(
  'src/content/forms/namespace.ts',
  "import * as model from '../../site/model.ts';\nmodel.go();\n",
);
forbidden('src/content/forms/type.ts', "export type A = import('../../site/model.ts').Site;\n");
forbidden('src/content/forms/detour.ts', value('../../../src/./site/model.ts'));
// Leaves an import behind when the types are stripped, so it is no import of types alone.
forbidden(
  'src/feeds/inline-type.ts',
  "import { type A } from '../site/model.ts';\nexport type B = A;\n",
);

const OWNERS: Record<string, string> = {
  'gray-matter': 'src/content/front-matter.ts',
  luxon: 'src/dates.ts',
  slugify: 'src/slug.ts',
  htmlparser2: 'src/html.ts',
  domhandler: 'src/html.ts',
  'sanitize-html': 'src/markdown/sanitize.ts',
  '@11ty/eleventy': 'src/eleventy/build.ts',
};
for (const [library, owner] of Object.entries(OWNERS)) {
  const name = library.replaceAll(/\W/g, '-');
  if (owner.split('/').length > 2) allowed(owner, value(library));
  forbidden(`src/site/library-${name}.ts`, value(library), OWNER);
  forbidden(`src/site/library-type-${name}.ts`, type(library), OWNER);
  forbidden(`src/site/library-part-${name}.ts`, value(`${library}/part.js`), OWNER);
  forbidden(`templates/pages/library-${name}.tsx`, value(library), OWNER);
}

const constraints: Record<string, string> = {
  'export const a = (b: any): unknown => b;\n': 'typescript(no-explicit-any)',
  'export const a = (b?: string): string => b!;\n': 'typescript(no-non-null-assertion)',
  'export const a = (b: unknown): string => b as string;\n':
    'typescript(consistent-type-assertions)',
  'export const a = (b: unknown): string => <string>b;\n': 'typescript(consistent-type-assertions)',
  'export const a = (b: number): boolean => b === NaN;\n': 'eslint(use-isnan)',
  'export const a = (b: number[]): number[] => b.sort();\n': 'unicorn(no-array-sort)',
};
Object.entries(constraints).forEach(([code, rule], index) => {
  forbidden(`src/site/constraint-${index}.ts`, code, rule);
});
allowed('src/site/constant.ts', 'export const a = [1, 2] as const;\n');
forbidden(
  'src/site/ring-a.ts',
  "import { b } from './ring-b.ts';\nexport const a = () => b();\n",
  'import(no-cycle)',
);
forbidden(
  'src/site/ring-b.ts',
  "import { a } from './ring-a.ts';\nexport const b = () => a();\n",
  'import(no-cycle)',
);
const focus = 'only';
forbidden(
  'test/focused.test.ts',
  `import { it } from 'vitest';\nit.${focus}('one', () => {});\n`,
  'vitest(no-focused-tests)',
);

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
});

describe('the linter', () => {
  let folder = '';
  let found = new Map<string, string[]>();

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'perennial-lint-')));
    for (const settings of ['.oxlintrc.json', '.oxlint']) {
      cpSync(path.join(ROOT, settings), path.join(folder, settings), { recursive: true });
    }
    for (const { file, code } of cases) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), code);
    }
    const run = spawnSync(process.execPath, [OXLINT, '--format=json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = Report.parse(JSON.parse(run.stdout));
    found = codesByFile(diagnostics);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(cases.filter(({ breaks }) => breaks !== undefined))('finds $breaks in $file', (test) => {
    expect(found.get(test.file)).toContain(test.breaks);
  });

  it.each(cases.filter(({ breaks }) => breaks === undefined))('allows $file', ({ file }) => {
    const ours = (found.get(file) ?? []).filter((code) => code === DIRECTION || code === OWNER);
    expect(ours).toEqual([]);
  });
});

function codesByFile(
  diagnostics: readonly { code: string; filename: string }[],
): Map<string, string[]> {
  const byFile = new Map<string, string[]>();
  for (const { code, filename } of diagnostics) {
    byFile.set(filename, [...(byFile.get(filename) ?? []), code]);
  }
  return byFile;
}
