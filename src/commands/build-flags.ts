/** Flags of `npm run build`. */
import { HISTORY_OPTIONS, RUN_OPTIONS, parseFlags } from './flags.ts';

/** As they are written. */
export type BuildValues = ReturnType<typeof parseBuildFlags>;

/** @throws {UsageError} */
export function parseBuildFlags(args: string[]) {
  const options = {
    ...RUN_OPTIONS,
    ...HISTORY_OPTIONS,
    output: { type: 'string', default: '_site' },
    'no-images': { type: 'boolean', default: false },
    'no-search': { type: 'boolean', default: false },
    'no-cards': { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  } as const;
  return parseFlags({ args, options }).values;
}
