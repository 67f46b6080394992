/** Holds a value against a schema and explains every mismatch at its line. */
import type * as z from 'zod';
import type { Problems } from '../lib/problem.ts';
import { nearestName } from './near-miss.ts';

/** Where a value was read, and how problems in it are named. */
export interface Source {
  readonly file: string;
  /** First part of the codes: `post`, `author`, `site`, ... */
  readonly concept: string;
}

/** Values that are right, or stand for those that are not, so that the rest can be checked. */
export interface Checked<Fields> {
  readonly fields: Fields;
  /** Names of the fields that hold a stand-in or a default, since what was written is wrong. */
  readonly invalidFields: readonly string[];
  /** Paths of items that are left out of their list: `redirects[2]`. */
  readonly dropped: ReadonlySet<string>;
}

/**
 * The value as the schema gives it back, with the problems added. A name that
 * the schema does not know is an error when it is nearly one that it knows,
 * else a warning.
 * @param standIns what takes the place of required fields that are missing or wrong
 * @returns `undefined` when something required is wrong and nothing stands in for it
 */
export function validate<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
  source: Source,
  problems: Problems,
  standIns: Readonly<Record<string, unknown>> = {},
): Checked<z.output<z.ZodObject<Shape>>> | undefined {
  const fields = withoutNulls(value ?? {});
  if (fields === undefined) {
    problems.error({
      file: source.file,
      code: `${source.concept}-not-a-map`,
      message: `Expected named fields, found ${kindOf(value)}.`,
      hint: 'Write one `name: value` a line.',
    });
    return standInFor(schema, standIns);
  }

  const misspelt = checkNames(Object.keys(fields), Object.keys(schema.shape), source, problems);
  const result = schema.safeParse(fields);
  if (result.success)
    return { fields: result.data, invalidFields: [...misspelt], dropped: new Set() };
  for (const issue of result.error.issues) {
    const path = pathOf(issue.path);
    const found = valueAt(fields, issue.path);
    const root = String(issue.path[0] ?? '');
    const meta = schema.shape[root] === undefined ? undefined : metaOf(schema.shape[root]);
    const missing = found === undefined;
    // One slip of the pen is one problem, and it is named already.
    if (missing && misspelt.has(path)) continue;
    problems.error({
      file: source.file,
      field: issue.code === 'unrecognized_keys' ? `${path}.${issue.keys[0]}` : path,
      code: `${source.concept}-${root}-${missing ? 'missing' : 'invalid'}`,
      message: missing
        ? `\`${path}\` is missing.`
        : explain(issue, `\`${path}\``, found, meta?.description),
      hint: meta?.hint ?? 'Correct the value.',
    });
  }
  const wrong = result.error.issues.map(({ path }) => path);
  const { rest, dropped } = withoutWrong(fields, wrong);
  const mended = schema.safeParse({ ...standIns, ...rest });
  const invalidFields = new Set([...misspelt, ...wrong.map(([root]) => String(root))]);
  return mended.success
    ? { fields: mended.data, invalidFields: [...invalidFields], dropped }
    : undefined;
}

/** What is wrong with a value that was found at a path, in a sentence. */
function explain(
  issue: z.core.$ZodIssue,
  path: string,
  found: unknown,
  description = issue.message,
): string {
  if (issue.code === 'unrecognized_keys')
    return `${path} has a field \`${issue.keys[0]?.slice(0, 80)}\`, which means nothing there.`;
  if (issue.code === 'custom') return `${path} is ${quote(found)}, but ${issue.message}.`;
  return `${path} is ${kindOf(found)} (${quote(found)}), but must be ${description}.`;
}

/** What is known of a file whose fields cannot be told at all: defaults and stand-ins. */
export function standInFor<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  standIns: Readonly<Record<string, unknown>>,
): Checked<z.output<z.ZodObject<Shape>>> | undefined {
  const { success, data } = schema.safeParse(standIns);
  return success
    ? { fields: data, invalidFields: Object.keys(schema.shape), dropped: new Set() }
    : undefined;
}

/** The fields without those that are wrong; of a list, without the items that are. */
function withoutWrong(
  fields: Readonly<Record<string, unknown>>,
  wrong: readonly (readonly PropertyKey[])[],
): { rest: Record<string, unknown>; dropped: ReadonlySet<string> } {
  const whole = new Set(wrong.filter(([, item]) => typeof item !== 'number').map(([root]) => root));
  const dropped = new Set(wrong.map((path) => pathOf(path.slice(0, 2))));
  const rest = Object.entries(fields)
    .filter(([name]) => !whole.has(name))
    .map(([name, value]): [string, unknown] => [
      name,
      Array.isArray(value)
        ? value.filter((_, index) => !dropped.has(pathOf([name, index])))
        : value,
    ]);
  return { rest: Object.fromEntries(rest), dropped };
}

/** What a schema's `.meta({ description, hint })` says of a field. */
function metaOf(field: z.core.$ZodType): { description?: string; hint?: string } | undefined {
  const meta = 'meta' in field && typeof field.meta === 'function' ? field.meta() : undefined;
  return typeof meta === 'object' && meta !== null ? meta : undefined;
}

/** Reports the names that the schema does not know; returns those that were meant. */
function checkNames(
  names: string[],
  known: string[],
  source: Source,
  problems: Problems,
): Set<string> {
  const misspelt = new Set<string>();
  for (const name of names) {
    if (known.includes(name)) continue;
    const meant = nearestName(name, known);
    const place = { file: source.file, field: name };
    if (meant === undefined) {
      problems.warn({
        ...place,
        code: `${source.concept}-field-unknown`,
        message: `There is no field \`${name.slice(0, 80)}\`; it has no effect.`,
        hint: `Remove it, or use one of: ${known.join(', ')}.`,
      });
    } else {
      misspelt.add(meant);
      problems.error({
        ...place,
        code: `${source.concept}-field-misspelt`,
        message: `There is no field \`${name.slice(0, 80)}\`; did you mean \`${meant}\`?`,
        hint: `Rename it to \`${meant}\`, or remove it.`,
      });
    }
  }
  return misspelt;
}

/** A field without a value (`description:`) counts as absent. */
function withoutNulls(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : text === ''
          ? String(part)
          : `${text}.${String(part)}`,
    '',
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, part) =>
      typeof node === 'object' && node !== null ? Reflect.get(node, part) : undefined,
    value,
  );
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return 'true or false';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return 'a group of fields';
}

/** A value as the writer may have written it; a list or group is not spelt out, for it may have no end. */
function quote(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[...]' : '{...}';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
