/** Gives front-matter fields of other generators our names, where their values are valid as they are. */
import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { foreignField } from '../content/foreign-fields.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { ownValue } from '../lib/own-value.ts';

export interface ChangedLine {
  /** 1-based. */
  readonly line: number;
  readonly before: string;
  /** Absent if the line is removed. */
  readonly after: string | undefined;
}

export interface Renaming {
  readonly text: string;
  readonly lines: readonly ChangedLine[];
  /** Why other fields keep their names: sentences. */
  readonly left: readonly string[];
}

export type Fields = Readonly<Record<string, unknown>>;

/**
 * @param rules of our fields, by name
 * @param objection why a valid value must not be used as our field, to end a sentence
 */
export function renameFields(
  text: string,
  rules: Readonly<Record<string, z.ZodType>>,
  objection: (name: string, value: unknown, fields: Fields) => string | undefined,
): Renaming {
  let renamed: Renaming = { text, lines: [], left: [] };
  let fields = fieldsOf(text);
  for (const name of Object.keys(fields)) {
    const ours = foreignField(name, fields, Object.keys(rules))?.renamed;
    if (ours === undefined) continue;
    const { [name]: value, ...others } = fields;
    const isValid = ownValue(rules, ours)?.safeParse(value).success === true;
    const reason = isValid ? objection(ours, value, others) : 'its value is not valid there';
    const after = { ...others, [ours]: value };
    const line = reason === undefined ? renameIn(renamed.text, name, ours, after) : undefined;
    if (line === undefined) {
      const why = reason ?? 'it is not on a line of its own';
      const left = `\`${name}\` is not renamed to \`${ours}\`, because ${why}.`;
      renamed = { ...renamed, left: [...renamed.left, left] };
    } else {
      renamed = { ...renamed, text: line.text, lines: [...renamed.lines, line.change] };
      fields = after;
    }
  }
  return renamed;
}

/** Fields with a value; none if the front matter is invalid. */
export function fieldsOf(text: string): Fields {
  const split = splitFrontMatter(text);
  if (!split.ok || typeof split.frontMatter !== 'object' || split.frontMatter === null) return {};
  return Object.fromEntries(
    Object.entries(split.frontMatter).filter(([, value]) => value !== null),
  );
}

/** Renames a field at the start of a line; `undefined` if the result does not mean exactly `fields`. */
function renameIn(
  text: string,
  name: string,
  ours: string,
  fields: Fields,
): { readonly text: string; readonly change: ChangedLine } | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.startsWith(`${name}:`));
  const before = lines[index];
  if (before === undefined) return undefined;
  const after = ours + before.slice(name.length);
  const changed = lines.with(index, after).join('\n');
  if (!isDeepStrictEqual(fieldsOf(changed), fields)) return undefined;
  return { text: changed, change: { line: index + 1, before: shown(before), after: shown(after) } };
}

/** Without the rest of a Windows line ending. */
function shown(line: string): string {
  return line.replace(/\r$/, '');
}
