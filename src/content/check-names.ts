/** Reports names of fields that do not exist, and the fields that were meant. */
import { suggestName } from '../lib/suggest-name.ts';
import type { Problems } from '../lib/problem.ts';
import { foreignField } from './foreign-fields.ts';

export interface Source {
  readonly file: string;
  /** Prefix of problem codes: `post`, `author`, `site`, ... */
  readonly concept: string;
}

/** Kinds of files that other generators have too. */
const FRONT_MATTER: ReadonlySet<string> = new Set(['post', 'page']);

/**
 * An unknown field is a warning, or an error if it stands for a missing field, looks like a
 * misspelt one, or marks a draft.
 * @param missing required fields that are not there
 * @returns our fields that are there under another name, and are reported
 */
export function checkNames(
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  missing: ReadonlySet<string>,
  source: Source,
  problems: Problems,
): Set<string> {
  const reported = new Set<string>();
  for (const name of Object.keys(fields)) {
    if (known.includes(name)) continue;
    const place = { file: source.file, field: name };
    const shown = name.slice(0, 80);
    const foreign = FRONT_MATTER.has(source.concept)
      ? foreignField(name, fields, known)
      : undefined;
    const meant = foreign === undefined ? suggestName(name, known) : undefined;
    if (foreign?.isDraftMarker === true) {
      const { message, hint } = foreign;
      problems.error({ ...place, code: `${source.concept}-draft-marker`, message, hint });
    } else if (foreign !== undefined) {
      const { message, hint, renamed } = foreign;
      const problem = { ...place, code: `${source.concept}-field-foreign`, message, hint };
      if (renamed !== undefined && missing.has(renamed)) {
        problems.error(problem);
        reported.add(renamed);
      } else problems.warn(problem);
    } else if (meant === undefined) {
      problems.warn({
        ...place,
        code: `${source.concept}-field-unknown`,
        message: `There is no field \`${shown}\`, so it has no effect.`,
        hint: `Remove it, or use one of: ${known.join(', ')}.`,
      });
    } else {
      reported.add(meant);
      problems.error({
        ...place,
        code: `${source.concept}-field-misspelt`,
        message: `There is no field \`${shown}\`; did you mean \`${meant}\`?`,
        hint: `Rename it to \`${meant}\`, or remove it.`,
      });
    }
  }
  return reported;
}
