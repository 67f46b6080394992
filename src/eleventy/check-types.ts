/** Checks the owner's components with TypeScript, if it is installed, so that they take what pages pass. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { IS_PACKAGE, NAME, PROGRAM } from '../lib/program.mjs';
import type { Problem } from '../lib/problem.ts';
import { THEME_TEMPLATES, ownComponents, type OwnComponent } from '../lib/theme.ts';
import { displayPath } from '../lib/user-folder.ts';

/** Compares each component with the one that it replaces. */
const JUDGE = 'components.ts';

/** What is wrong with the components; nothing if TypeScript is not installed. */
export function checkTypes(contentDir: string): Problem[] {
  const components = ownComponents(contentDir);
  const compiler = components.length === 0 ? undefined : findCompiler();
  if (compiler === undefined) return [];
  // Builds that run at once must not share it.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'perennial-types-')));
  try {
    writeFileSync(join(folder, JUDGE), judgeText(components));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration()));
    const args = [compiler, '--project', folder, '--pretty', 'false'];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return problemsIn(stdout, contentDir, components, join(folder, JUDGE));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The blog's; in a clone, that of the program's own tests. */
function findCompiler(): string | undefined {
  const folders = IS_PACKAGE ? ['.'] : ['.', join(PROGRAM, 'test')];
  return folders
    .map((folder) => resolve(folder, 'node_modules/typescript/bin/tsc'))
    .find((file) => existsSync(file));
}

function configuration(): object {
  const { compilerOptions } = JSON.parse(
    readFileSync(join(PROGRAM, 'src/upgrade/tsconfig.json'), 'utf8'),
  );
  const [types, end] = IS_PACKAGE ? ['dist/types/', '.d.ts'] : ['', '.ts'];
  const paths = {
    [`${NAME}/components/*.tsx`]: [
      join(PROGRAM, types, `templates/components/*${IS_PACKAGE ? '.d.ts' : '.tsx'}`),
    ],
    [`${NAME}/model`]: [join(PROGRAM, types, `src/site/model${end}`)],
    // The content folder may be elsewhere.
    ...(!IS_PACKAGE && {
      preact: [join(PROGRAM, 'node_modules/preact')],
      'preact/*': [join(PROGRAM, 'node_modules/preact/*')],
    }),
  };
  return { compilerOptions: { ...compilerOptions, paths }, files: [JUDGE] };
}

/** A line for each component. */
function judgeText(components: readonly OwnComponent[]): string {
  const lines = components.map(({ name, file }, index) => {
    const own = JSON.stringify(resolve(file));
    const ours = JSON.stringify(`${NAME}/components/${name}.tsx`);
    return `import * as own${index} from ${own}; import type * as ours${index} from ${ours}; own${index} satisfies typeof ours${index};`;
  });
  return `${lines.join('\n')}\n`;
}

const DIAGNOSTIC = /^(\S.*)\((\d+),(\d+)\): error TS\d+: (.*)$/;

/** What the compiler prints about the components, without what it says about the program's own types. */
function problemsIn(
  output: string,
  contentDir: string,
  components: readonly OwnComponent[],
  judge: string,
): Problem[] {
  const theme = resolve(contentDir, THEME_TEMPLATES);
  return output.split(/\r?\n(?=\S)/).flatMap((text) => {
    const [first = '', ...inner] = text.trim().split(/\r?\n/);
    const [, path = '', line = '1', column = '1', message = ''] = DIAGNOSTIC.exec(first) ?? [];
    // The innermost message names the property.
    const reason = (inner.at(-1) ?? message).trim();
    const component = resolve(path) === resolve(judge) ? components[Number(line) - 1] : undefined;
    if (component !== undefined) return [misfit(component, reason)];
    if (path === '' || !resolve(path).startsWith(theme)) return [];
    return [
      {
        severity: 'error',
        code: 'theme-component-types',
        file: displayPath(path),
        line: Number(line),
        column: Number(column),
        message: `The types of the component are wrong: ${reason}`,
        hint: 'Correct the file.',
      },
    ];
  });
}

function misfit({ name, file }: OwnComponent, reason: string): Problem {
  const note = changelogNote(name);
  return {
    severity: 'error',
    code: 'theme-component-types',
    file: displayPath(file),
    message: `The component cannot replace that of Perennial ${manifest.version}: ${reason}`,
    hint: `Take the props that \`templates/components/${name}.tsx\` of Perennial takes.${note === undefined ? '' : ` The changelog says: ${note}`}`,
  };
}

/** The latest entry of the changelog that names the component. */
function changelogNote(name: string): string | undefined {
  const changelog = join(PROGRAM, 'CHANGELOG.md');
  if (!existsSync(changelog)) return undefined;
  return readFileSync(changelog, 'utf8')
    .split(/\n(?=- |#|\n)/)
    .find((text) => text.startsWith('- ') && text.includes(`${name}.tsx`))
    ?.slice(2)
    .replace(/\s+/g, ' ')
    .trim();
}
