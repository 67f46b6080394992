/** Names a flag that a command does not have, and the one that was probably meant. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggestName } from '../lib/suggest-name.ts';

/** A sentence or two about the first unknown flag; `undefined` if there is none. */
export function unknownFlag({ args = [], options = {} }: ParseArgsConfig): string | undefined {
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const unknown = tokens.find(
    (token) => token.kind === 'option' && !Object.hasOwn(options, token.name),
  );
  if (unknown === undefined) return undefined;
  // A word after one hyphen is read as a flag for each letter.
  const flag = args[unknown.index]?.replace(/=.*/s, '') ?? '';
  const meant = suggestName(flag, Object.keys(options));
  return `There is no flag ${flag}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}
