/** `package.json` and `.gitignore` of a blog that depends on this program. */
import { isMap } from '../content/values.ts';
import { ownValue } from '../lib/own-value.ts';

export interface Program {
  /** Of the package. */
  readonly name: string;
  readonly version: string;
  /** Whether npm may run the install scripts of its dependencies. */
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** Commands that become scripts, so that `npm run build` is the same everywhere. */
const COMMANDS = [
  'help',
  'build',
  'check',
  'dev',
  'new',
  'init',
  'import',
  'verify',
  'ping',
  'import-feed-ids',
  'blogger-theme',
  'icons',
  'test',
];

const IGNORED = ['node_modules/', '_site/', '.cache/'];

/** What npm writes for a package without tests. */
const NO_TEST = /no test specified/;

/**
 * The text of `package.json`: a new one, or the old one with the dependency and the scripts that it
 * lacks. `undefined` if it needs neither.
 * @param present the old text
 * @param name of a new package
 * @throws {SyntaxError} if the old text is not a JSON object
 */
export function manifestText(
  program: Program,
  present: string | undefined,
  name: string,
): string | undefined {
  const old = present === undefined ? undefined : parse(present);
  if (old !== undefined && isProgram(program, old)) return undefined;
  const start = old ?? { name, private: true, allowScripts: program.allowScripts };
  const { scripts, dependencies } = start;
  const merged = {
    ...start,
    scripts: withScripts(isMap(scripts) ? scripts : {}),
    dependencies: withDependency(program, isMap(dependencies) ? dependencies : {}),
  };
  return JSON.stringify(merged) === JSON.stringify(old)
    ? undefined
    : `${JSON.stringify(merged, null, 2)}\n`;
}

/**
 * Whether a `package.json` is that of the program, as in a clone.
 * @throws {SyntaxError} if it is not a JSON object
 */
export function isClone(program: Program, present: string | undefined): boolean {
  return present !== undefined && isProgram(program, parse(present));
}

function isProgram({ name }: Program, manifest: Readonly<Record<string, unknown>>): boolean {
  return manifest['name'] === name;
}

/** `.gitignore` with what builds leave behind. `undefined` if it has that already. */
export function ignoreText(present = ''): string | undefined {
  const lines = new Set(present.split(/\r?\n/).map((line) => line.replaceAll('/', '').trim()));
  const missing = IGNORED.filter((line) => !lines.has(line.replaceAll('/', '')));
  if (missing.length === 0) return undefined;
  const start = present === '' || present.endsWith('\n') ? present : `${present}\n`;
  return `${start}${missing.join('\n')}\n`;
}

function withScripts(present: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const missing = COMMANDS.filter((name) => {
    const script = ownValue(present, name);
    return script === undefined || (typeof script === 'string' && NO_TEST.test(script));
  });
  return {
    ...present,
    ...Object.fromEntries(missing.map((name) => [name, `perennial ${name}`])),
  };
}

function withDependency(
  { name, version }: Program,
  present: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.hasOwn(present, name) ? present : { ...present, [name]: `^${version}` };
}

function parse(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isMap(value)) throw new SyntaxError('it is no JSON object');
  return value;
}
