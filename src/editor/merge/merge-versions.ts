/** Brings together two versions of a file that were made from the same one. */
import { mergeLines } from './merge-lines.ts';
import { isMap, isSame, ownOf, type Values } from './same-value.ts';

/** Something that both versions have changed. */
export interface Conflict {
  /** `title`; `editor.branch` for a field of a table. */
  readonly field: string;
  /** What is given up. */
  readonly theirs: unknown;
}

export interface MergedVersions {
  readonly values: Values;
  readonly conflicts: readonly Conflict[];
}

/**
 * Where both versions have changed the same field, or the same lines of the body, ours stays.
 * A list of texts has the items that either has added, and none that either has removed.
 * @param base that both were made from
 */
export function mergeVersions(base: Values, ours: Values, theirs: Values): MergedVersions {
  const conflicts: Conflict[] = [];
  const merge = (from: Values, own: Values, other: Values, path = ''): Values => {
    const names = new Set([...Object.keys(own), ...Object.keys(other)]);
    const fields = [...names].map((name) => {
      const [before, mine, changed] = [from, own, other].map((values) => ownOf(values, name));
      const field = path + name;
      if (isSame(before, mine)) return [name, changed];
      if (isSame(before, changed) || isSame(mine, changed)) return [name, mine];
      if (isMap(mine) && isMap(changed))
        return [name, merge(isMap(before) ? before : {}, mine, changed, `${field}.`)];
      if (field === 'body' && typeof mine === 'string' && typeof changed === 'string') {
        const { text, lost } = mergeLines(String(before ?? ''), mine, changed);
        conflicts.push(...lost.map((lines) => ({ field, theirs: lines })));
        return [name, text];
      }
      const [had, kept, others] = [before, mine, changed].map(textsOf);
      if ((Array.isArray(mine) || Array.isArray(changed)) && had && kept && others)
        return [name, mergeItems(had, kept, others)];
      conflicts.push({ field, theirs: changed });
      return [name, mine];
    });
    return Object.fromEntries(fields);
  };
  return { values: merge(base, ours, theirs), conflicts };
}

/** `undefined` for values other than one text or a list of them. */
function textsOf(value: unknown): string[] | undefined {
  const items: unknown[] = [value ?? []].flat();
  return items.every((item) => typeof item === 'string') ? items : undefined;
}

function mergeItems(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = ours.filter((item) => !base.includes(item) || theirs.includes(item));
  return [...new Set([...kept, ...theirs.filter((item) => !base.includes(item))])];
}
