/** Flags whose value is a path: it starts from the folder that the user is in. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { displayPath, userPath } from '../lib/user-folder.ts';

/** Values of the last two may also be URLs. */
const PATHS: ReadonlySet<string> = new Set([
  'content',
  'output',
  'cache',
  'report',
  'logo',
  'previous',
  'previous-feed',
]);

/** A sentence about the first path that is empty, as an unset variable of a shell is. */
export function emptyPath(config: ParseArgsConfig): string | undefined {
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  for (const token of tokens)
    if (token.kind === 'option' && token.value === '' && PATHS.has(token.name))
      return `--${token.name} is empty. Write a path, or leave the flag out.`;
  return undefined;
}

/**
 * The arguments, with paths from the working directory. Defaults are relative
 * to the project, and are spelled out so that messages show them in full.
 * @throws {Error} of `parseArgs`
 */
export function withUserPaths(config: ParseArgsConfig): string[] {
  const defaults = Object.entries(config.options ?? {}).flatMap(([name, option]) =>
    PATHS.has(name) && typeof option.default === 'string'
      ? [`--${name}=${displayPath(option.default)}`]
      : [],
  );
  const { tokens } = parseArgs({ ...config, tokens: true });
  const given = tokens.map((token) => {
    if (token.kind === 'positional') return token.value;
    if (token.kind === 'option-terminator') return '--';
    if (token.value === undefined) return token.rawName;
    return `${token.rawName}=${PATHS.has(token.name) ? userPath(token.value) : token.value}`;
  });
  return [...defaults, ...given];
}
