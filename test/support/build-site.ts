/** Builds a site with the real command and reads the output. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { elements, parsePage, type Document } from './dom.ts';
import { temporaryFolder } from './scratch.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Content of a small blog, as the project has it before an owner writes their own. */
export const EXAMPLE = path.join(ROOT, 'test/fixtures/example');

export interface BuildOptions {
  /** Folder with the posts. */
  readonly content: string;
  /** Default: a folder that does not exist yet. */
  readonly output?: string;
  /** More flags. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How a command ended. */
export interface Outcome {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A build that has ended, well or not. */
export class BuiltSite implements Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: OutputFolder;

  constructor({ exitCode, stdout, stderr }: Outcome, output: OutputFolder) {
    this.exitCode = exitCode;
    this.stdout = stdout;
    this.stderr = stderr;
    this.output = output;
  }
}

/** The site, which must have been built. */
export function built(site: BuiltSite): BuiltSite {
  if (site.exitCode !== 0) throw new Error(`The build failed:\n${site.stderr}`);
  return site;
}

/** A page of the output. */
export interface OutputPage {
  /** Path of its file below the output folder: `2021/04/hello/index.html`. */
  readonly file: string;
  readonly document: Document;
}

/** The folder that was parsed last; more would fill the memory. */
let parsed:
  | { readonly folder: OutputFolder; readonly documents: readonly OutputPage[] }
  | undefined;

/** What a build wrote. Paths are relative, with forward slashes. */
export class OutputFolder {
  readonly path: string;

  constructor(folder: string) {
    this.path = folder;
  }

  /** Every file, by name. */
  files(): string[] {
    if (!existsSync(this.path)) return [];
    return readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.path, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'))
      .toSorted();
  }

  has(file: string): boolean {
    return existsSync(path.join(this.path, file));
  }

  read(file: string): string {
    return readFileSync(path.join(this.path, file), 'utf8');
  }

  bytes(file: string): Buffer {
    return readFileSync(path.join(this.path, file));
  }

  /** The page at an address such as `/about/`. */
  page(address: string): Document {
    return parsePage(this.read(fileOf(address)));
  }

  /** Every HTML document that is no redirect. */
  pages(): OutputPage[] {
    return this.#all().filter(({ document }) => !isStub(document));
  }

  /** Every redirect. */
  stubs(): OutputPage[] {
    return this.#all().filter(({ document }) => isStub(document));
  }

  /** A hash of each file, for comparing whole folders. */
  fingerprint(): Map<string, string> {
    return new Map(
      this.files().map((file) => [
        file,
        createHash('sha256').update(this.bytes(file)).digest('hex'),
      ]),
    );
  }

  #all(): readonly OutputPage[] {
    if (parsed?.folder !== this) {
      const documents = this.files()
        .filter((file) => file.endsWith('.html'))
        .map((file) => ({ file, document: parsePage(this.read(file)) }));
      parsed = { folder: this, documents };
    }
    return parsed.documents;
  }
}

/** The file that a host sends for a path below the site's root. */
export function fileOf(address: string): string {
  return address.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html');
}

function isStub(document: Document): boolean {
  return elements(document, 'meta').some(
    ({ attribs }) => attribs['http-equiv']?.toLowerCase() === 'refresh',
  );
}

/** Runs the build as a person would, in the project's folder. */
export async function buildSite({
  content,
  output = path.join(temporaryFolder('site'), 'out'),
  args = [],
  env = {},
}: BuildOptions): Promise<BuiltSite> {
  const outcome = await run(
    process.execPath,
    ['src/start.mjs', 'build', '--content', content, '--output', output, ...args],
    { env },
  );
  return new BuiltSite(outcome, new OutputFolder(output));
}

/** Runs a program to its end, without what the test runner put into the environment. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...cleanEnvironment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** The environment of a person's shell. */
export function cleanEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(?:VITEST|GITHUB_|npm_|INIT_CWD$|FORCE_COLOR$|NO_COLOR$|NODE_ENV$|NODE_OPTIONS$|TEST$|PROD$|DEV$|MODE$|BASE_URL$|SSR$)/.test(
          name,
        ),
    ),
  );
}
