/** Lint rules: import directions, library owners and TypeScript restrictions. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OXLINT = path.join(ROOT, 'test/node_modules/oxlint/bin/oxlint');
const DIRECTION = 'perennial(import-directions)';
const OWNER = 'perennial(library-owner)';
const LOOKUP = 'perennial(name-lookup)';
/** The stages in the order of the flow: each may import the libraries, never a later stage. */
const STAGES = ['content', 'addresses', 'markdown', 'site'];
const OUTPUTS = ['outputs/feeds', 'outputs/hosts', 'outputs/search', 'outputs/social-images'];
const AFTER_THE_MODEL = [...OUTPUTS, 'outputs/images', 'publish', 'report', 'verify'];

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

/** Path of `target`, below `src/`, from a file in the folder `from`. */
const fromFolder = (from: string, target: string): string =>
  path.posix.join(path.posix.relative(from, '.') || '.', target);

forbidden('src/lib/uses-content.ts', type('../content/entry.ts'));
for (const folder of [...STAGES, ...AFTER_THE_MODEL, 'build', 'eleventy', 'dev', 'commands']) {
  const up = fromFolder(folder, '..');
  allowed(`src/${folder}/uses-lib.ts`, value(fromFolder(folder, 'lib/html.ts')));
  allowed(`src/${folder}/uses-itself.ts`, value('./other.ts'));
  forbidden(`src/${folder}/uses-templates.ts`, type(`${up}/templates/layouts/base.tsx`));
  forbidden(`src/${folder}/uses-tests.ts`, value(`${up}/test/support/corpus.ts`));
}
for (const [place, stage] of STAGES.entries()) {
  for (const later of [...STAGES.slice(place + 1), 'outputs/images', 'build', 'eleventy'])
    forbidden(
      `src/${stage}/uses-${later.replace('/', '-')}.ts`,
      type(fromFolder(stage, `${later}/entry.ts`)),
    );
  const earlier = STAGES[place - 1];
  if (earlier !== undefined && stage !== 'site') {
    allowed(`src/${stage}/uses-${earlier}-types.ts`, type(`../${earlier}/entry.ts`));
    forbidden(`src/${stage}/uses-${earlier}.ts`, value(`../${earlier}/entry.ts`));
  }
}
for (const stage of ['content', 'addresses', 'markdown']) {
  allowed(`src/site/uses-${stage}-types.ts`, type(`../${stage}/entry.ts`));
  forbidden(`src/site/uses-${stage}.ts`, value(`../${stage}/entry.ts`));
  forbidden(`src/eleventy/uses-${stage}.ts`, value(`../${stage}/entry.ts`));
  forbidden(`src/commands/uses-${stage}.ts`, value(`../${stage}/entry.ts`));
}
forbidden('src/markdown/uses-content.ts', type('../content/entry.ts'));
for (const folder of AFTER_THE_MODEL) {
  allowed(`src/${folder}/uses-model-types.ts`, type(fromFolder(folder, 'site/model.ts')));
  forbidden(`src/${folder}/uses-model.ts`, value(fromFolder(folder, 'site/model.ts')));
  forbidden(`src/${folder}/uses-load-site.ts`, value(fromFolder(folder, 'build/load-site.ts')));
  forbidden(`src/${folder}/uses-content.ts`, value(fromFolder(folder, 'content/entry.ts')));
  forbidden(`src/${folder}/uses-eleventy.ts`, type(fromFolder(folder, 'eleventy/plugin.ts')));
}
forbidden('src/outputs/feeds/uses-hosts.ts', type('../hosts/host.ts'));
for (const part of [...STAGES, ...OUTPUTS, 'publish'])
  allowed(`src/build/uses-${part.replace('/', '-')}.ts`, value(`../${part}/entry.ts`));
forbidden('src/build/uses-eleventy.ts', type('../eleventy/plugin.ts'));
allowed('src/eleventy/uses-load-site.ts', value('../build/load-site.ts'));
forbidden('src/eleventy/uses-archive.ts', value('../site/archive.ts'));
allowed('src/cli.ts', value('./eleventy/build.ts'));
forbidden('src/commands/uses-archive.ts', value('../site/archive.ts'));
forbidden('src/unplaced.ts', value('./lib/problem.ts'));
forbidden('src/unplaced/module.ts', value('../lib/problem.ts'));

allowed('templates/pages/post.11ty.tsx', type('../../src/site/model.ts'));
allowed('templates/components/date.tsx', type('../../src/lib/dates.ts'));
allowed('templates/components/raw.tsx', value('../../src/lib/html.ts'));
allowed('templates/pages/home.11ty.tsx', value('../layouts/base.tsx'));
forbidden('templates/pages/uses-model.tsx', value('../../src/site/model.ts'));
forbidden('templates/pages/uses-dates.tsx', value('../../src/lib/dates.ts'));
forbidden('templates/pages/uses-slug.tsx', value('../../src/lib/slug.ts'));
forbidden('templates/pages/uses-load-site.tsx', type('../../src/build/load-site.ts'));
forbidden('templates/pages/uses-content.tsx', type('../../src/content/entry.ts'));
forbidden('.eleventy.ts', value('./src/build/load-site.ts'));

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
  'src/outputs/feeds/inline-type.ts',
  "import { type A } from '../../site/model.ts';\nexport type B = A;\n",
);

const OWNERS: Record<string, string> = {
  'gray-matter': 'src/content/front-matter.ts',
  'js-yaml': 'src/content/yaml.ts',
  luxon: 'src/lib/dates.ts',
  slugify: 'src/lib/slug.ts',
  htmlparser2: 'src/lib/html.ts',
  domhandler: 'src/lib/html.ts',
  'sanitize-html': 'src/markdown/raw-html/sanitize.ts',
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
const regexp = (source: string): string => `export const a = /${source}/;\n`;
forbidden('src/lib/trims.ts', regexp('\\s+$'), 'regexp(no-super-linear-move)');
forbidden('public/js/doubles.js', regexp('^(?:a+)+$'), 'regexp(no-super-linear-backtracking)');
const lookUps = {
  'src/content/constant.ts':
    'const TABLE = { a: 1 } satisfies Record<string, number>;\nexport const at = (name: keyof typeof TABLE) => TABLE[name];\n',
  'src/content/parameter.ts':
    'export const at = (table: Readonly<Record<string, number>>, name: string) => table[name];\n',
  'src/content/index-signature.ts':
    'export function at(table: { readonly [name: string]: number }, name: string) {\n  return table[name];\n}\n',
  'src/content/in.ts': 'export const has = (table: object, name: string) => name in table;\n',
  'public/js/table.js': 'const TABLE = { a: 1 };\nexport const at = (name) => TABLE[name];\n',
  'public/js/literal.js': 'export const at = (name) => ({ a: 1 })[name];\n',
};
for (const [file, code] of Object.entries(lookUps)) forbidden(file, code, LOOKUP);
allowed(
  'src/content/list.ts',
  'export const at = (list: number[], index: number) => list[index];\n',
);
allowed(
  'src/content/kinds.ts',
  "export const at = (table: Record<'a' | 'b', number>, name: 'a' | 'b') => table[name];\n",
);
allowed('src/content/fixed.ts', "const TABLE = { a: 1 };\nexport const a = TABLE['a'];\n");
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
    // For the plugin that the settings name.
    mkdirSync(path.join(folder, 'test'));
    symlinkSync(
      path.join(ROOT, 'test/node_modules'),
      path.join(folder, 'test/node_modules'),
      'junction',
    );
    for (const { file, code } of cases) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), code);
    }
    const run = spawnSync(
      process.execPath,
      [OXLINT, '--format=json', '--ignore-pattern=test/node_modules'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    const { diagnostics } = Report.parse(JSON.parse(run.stdout));
    found = codesByFile(diagnostics);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(cases.filter(({ breaks }) => breaks !== undefined))('finds $breaks in $file', (test) => {
    expect(found.get(test.file)).toContain(test.breaks);
  });

  it.each(cases.filter(({ breaks }) => breaks === undefined))('allows $file', ({ file }) => {
    const ours = (found.get(file) ?? []).filter((code) =>
      [DIRECTION, OWNER, LOOKUP].includes(code),
    );
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
