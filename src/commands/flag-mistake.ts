/** Explains arguments that a command does not take. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggestName } from '../lib/suggest-name.ts';

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** A sentence or two about the first mistake that `parseArgs` would throw for; `undefined` if there is none. */
export function flagMistake(config: ParseArgsConfig): string | undefined {
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  return unknownFlag(tokens, config) ?? firstOf(tokens.map((token) => mistakeIn(token, config)));
}

/** Also the flag that was probably meant. */
function unknownFlag(
  tokens: readonly Token[],
  { args = [], options = {} }: ParseArgsConfig,
): string | undefined {
  const unknown = tokens.find(
    (token) => token.kind === 'option' && !Object.hasOwn(options, token.name),
  );
  if (unknown === undefined) return undefined;
  // A word after one hyphen is read as a flag for each letter.
  const flag = args[unknown.index]?.replace(/=.*/s, '') ?? '';
  const meant = suggestName(flag, Object.keys(options));
  return `There is no flag ${flag}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}

function mistakeIn(
  token: Token,
  { options = {}, allowPositionals = false }: ParseArgsConfig,
): string | undefined {
  if (token.kind === 'option-terminator') return undefined;
  if (token.kind === 'positional')
    return allowPositionals
      ? undefined
      : `"${token.value}" is not a flag, and this command takes only flags.`;
  const { name, value, inlineValue } = token;
  if (options[name]?.type === 'boolean')
    return value === undefined ? undefined : `--${name} takes no value.`;
  if (value === undefined) return `--${name} needs a value.`;
  if (inlineValue || !value.startsWith('-')) return undefined;
  return `--${name} needs a value, but "${value}" comes after it. If that is the value, write --${name}=${value}.`;
}

function firstOf(mistakes: readonly (string | undefined)[]): string | undefined {
  return mistakes.find((mistake) => mistake !== undefined);
}
