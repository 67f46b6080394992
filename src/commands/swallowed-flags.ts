/** Explains flags that npm took for its own because `--` was missing in front of them. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Always set, because npm has a flag of this name. */
const CACHE = 'cache';

/** In place of a value that npm has separated from its flag. */
const UNKNOWN = 'VALUE';

/**
 * npm passes flags that it reads itself on as variables: `npm run build --drafts` sets
 * `npm_config_drafts`. https://docs.npmjs.com/cli/v11/using-npm/config#environment-variables
 * @returns what happened and the right command, in sentences; `undefined` if npm took no flag
 */
export function swallowedFlags(config: ParseArgsConfig): string | undefined {
  const { npm_lifecycle_event: script, ...variables } = process.env;
  // `npx --yes` and `npm exec` run no script: their own flags come before the command.
  if (script === undefined || script === 'npx') return undefined;
  const { args = [], options = {}, allowPositionals = false } = config;
  const { tokens, positionals } = parseArgs({ args, options, strict: false, tokens: true });
  const given = new Set(tokens.map((token) => (token.kind === 'option' ? token.name : undefined)));
  const taken = Object.entries(options).flatMap(([name, { type }]) =>
    name === CACHE || given.has(name) ? [] : flagsOf(name, type, variables),
  );
  const [first] = taken;
  if (first === undefined) return undefined;
  // Of several values, it is unknown which belongs to which flag.
  const lost = taken.filter(({ value }) => value === UNKNOWN).length;
  const [word = UNKNOWN] = lost === 1 && positionals.length === 1 ? positionals : [];
  const flags = taken.flatMap(({ name, value }) =>
    value === undefined ? [`--${name}`] : [`--${name}`, value === UNKNOWN ? word : value],
  );
  const isUsed = lost > 0 && (word !== UNKNOWN || !allowPositionals);
  const rest = isUsed ? args.filter((arg) => !positionals.includes(arg)) : args;
  const command = ['npm', 'run', script, '--', ...flags, ...rest].map(quoted).join(' ');
  return `npm took --${first.name} for a flag of its own, because no \`--\` comes before it. Run: ${command}`;
}

interface TakenFlag {
  readonly name: string;
  /** `undefined` for a flag without a value. */
  readonly value?: string;
}

/** `no-images` is `images` turned off. A repeated flag has its values on lines of their own. */
function flagsOf(name: string, type: string, variables: NodeJS.ProcessEnv): TakenFlag[] {
  const [, positive = name] = /^no-(.+)/.exec(name) ?? [];
  const variable = variables[`npm_config_${positive.replaceAll('-', '_')}`];
  if (positive !== name) return variable === '' ? [{ name }] : [];
  if (variable === undefined || variable === '') return [];
  if (type === 'boolean') return [{ name }];
  return variable
    .split(/\n+/)
    .map((value) => ({ name, value: value === 'true' ? UNKNOWN : value }));
}

function quoted(word: string): string {
  return /^[\w./:@=,+-]+$/.test(word) ? word : `"${word.replace(/["$`\\]/g, '\\$&')}"`;
}
