/** Compiles the templates with the owner's components and configuration. Imported on demand, because it loads esbuild. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, formatMessages, type PartialMessage, type Plugin } from 'esbuild';
import { IS_PACKAGE, NAME, PROGRAM, inProgram } from '../lib/program.mjs';
import { ownComponents } from '../lib/theme.ts';
import { CONFIG, PAGES_DIR } from './project.ts';
import { FILE, PROVIDED } from './provided.ts';

/** CommonJS that exports `templates`, and `configure` for a configuration that is not the program's. */
export interface Code {
  readonly text: string;
  readonly map: string;
  /** Paths of the sources. */
  readonly inputs: readonly string[];
}

/** What the compiler has found wrong. */
export interface Failure {
  /** As the compiler prints it. */
  readonly text: string;
  readonly mistakes: readonly Mistake[];
}

export interface Mistake {
  readonly message: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 0-based, as the compiler counts. */
  readonly column?: number;
}

export async function compile(
  contentDir: string,
): Promise<{ readonly code: Code } | { readonly failure: Failure }> {
  try {
    const { outputFiles, metafile } = await build({
      stdin: { contents: entryPoint(), resolveDir: '.' },
      absWorkingDir: process.cwd(),
      bundle: true,
      external: Object.keys(PROVIDED),
      plugins: [components(contentDir)],
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      tsconfig: join(PROGRAM, 'tsconfig.json'),
      sourcemap: 'external',
      sourcesContent: false,
      outfile: FILE,
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const [map, text] = outputFiles;
    const inputs = Object.keys(metafile.inputs).filter((path) => existsSync(path));
    return { code: { text: text?.text ?? '', map: map?.text ?? '', inputs } };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const texts = await formatMessages([...error.errors], { kind: 'error' });
    const mistakes = error.errors.map(({ text, location }) => ({
      message: text ?? '',
      ...(location && { file: location.file, line: location.line, column: location.column }),
    }));
    return { failure: { text: texts.join('\n').trim(), mistakes } };
  }
}

function entryPoint(): string {
  const pages = readdirSync(PAGES_DIR, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.11ty.tsx'))
    .map((name) => name.split(sep).join('/'))
    .map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(fromHere(name))}),`);
  const configure =
    IS_PACKAGE && existsSync(CONFIG)
      ? `export const configure = async (config, build) => (await import('./${CONFIG}')).default(config, build);`
      : '';
  return `export const templates = { ${pages.join('\n')} };\n${configure}`;
}

function fromHere(page: string): string {
  return `./${PAGES_DIR}/${page}`;
}

/**
 * Takes the owner's component wherever a template imports one of its name. The
 * owner's files import the program's own as `perennial-blog/components/NAME.tsx`.
 */
function components(contentDir: string): Plugin {
  const own = new Map(
    ownComponents(contentDir).map(({ name, file }) => [
      resolve(inProgram(`templates/components/${name}.tsx`)),
      resolve(file),
    ]),
  );
  return {
    name: 'components',
    setup({ onResolve, resolve: find }) {
      onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
        const below = relative(PROGRAM, resolve(resolveDir, path)).split(sep).join('/');
        const name = `${NAME}/${below}`;
        return Object.hasOwn(PROVIDED, name) ? { path: name, external: true } : undefined;
      });
      onResolve({ filter: /^\..*\.tsx$/ }, ({ path, resolveDir }) => {
        const replacement = own.get(resolve(resolveDir, path));
        return replacement === undefined ? undefined : { path: replacement };
      });
      onResolve({ filter: new RegExp(`^${NAME}/`) }, ({ path }) => {
        if (Object.hasOwn(PROVIDED, path)) return { path, external: true };
        return { path: join(PROGRAM, 'templates', path.slice(NAME.length + 1)) };
      });
      // One Preact for all, wherever the owner's files are.
      onResolve({ filter: /^preact(?:\/|$)/ }, ({ path, resolveDir, kind }) =>
        relative(PROGRAM, resolveDir).startsWith('..')
          ? find(path, { resolveDir: PROGRAM, kind })
          : undefined,
      );
    },
  };
}

interface BuildFailure {
  readonly errors: readonly PartialMessage[];
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
