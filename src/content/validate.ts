/** Validates a parsed file against a schema and reports every mismatch by field. */
import type * as z from 'zod';
import type { Problems } from '../lib/problem.ts';
import { checkNames, type Source } from './check-names.ts';
import { isMap, kindOf, quote } from './values.ts';

/** Valid values, with placeholders for invalid ones so that later checks can run. */
export interface Validated<Fields> {
  readonly fields: Fields;
  /** Fields that hold a placeholder or a default because their value is invalid. */
  readonly invalidFields: readonly string[];
  /** Paths of invalid list items, which are left out: `redirects[2]`. */
  readonly dropped: ReadonlySet<string>;
}

/**
 * Parses `value` with the schema and reports every problem, those of unknown fields included.
 * @param placeholders values for required fields that are missing or invalid
 * @returns `undefined` if a required field is invalid and has no placeholder
 */
export function validate<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
  source: Source,
  problems: Problems,
  placeholders: Readonly<Record<string, unknown>> = {},
): Validated<z.output<z.ZodObject<Shape>>> | undefined {
  const fields = withoutNulls(value ?? {});
  if (fields === undefined) {
    reportNoMap(value, source, problems);
    return placeholdersFor(schema, placeholders);
  }

  const result = schema.safeParse(fields);
  const absent = result.error?.issues.filter(({ path }) => valueAt(fields, path) === undefined);
  const misspelt = checkNames(
    fields,
    Object.keys(schema.shape),
    new Set(absent?.map(({ path }) => pathOf(path))),
    source,
    problems,
  );
  if (result.success)
    return { fields: result.data, invalidFields: [...misspelt], dropped: new Set() };
  for (const issue of result.error.issues) {
    const path = pathOf(issue.path);
    const found = valueAt(fields, issue.path);
    const root = String(issue.path[0] ?? '');
    const meta = schema.shape[root] === undefined ? undefined : metaOf(schema.shape[root]);
    const missing = found === undefined;
    // Already reported under its other name.
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
  const invalid = result.error.issues.map(({ path }) => path);
  const { rest, dropped } = withoutInvalid(fields, invalid);
  const repaired = schema.safeParse({ ...placeholders, ...rest });
  const invalidFields = new Set([...misspelt, ...invalid.map(([root]) => String(root))]);
  return repaired.success
    ? { fields: repaired.data, invalidFields: [...invalidFields], dropped }
    : undefined;
}

/** Explains an invalid value in one sentence. */
function explain(
  issue: z.core.$ZodIssue,
  path: string,
  found: unknown,
  description = issue.message,
): string {
  if (issue.code === 'unrecognized_keys')
    return `${path} has an unknown field \`${issue.keys[0]?.slice(0, 80)}\`.`;
  if (issue.code === 'custom')
    return `${path} is ${quote(found)}, but ${issue.message}${issue.message.endsWith('?') ? '' : '.'}`;
  return `${path} is ${kindOf(found)} (${quote(found)}), but must be ${description}.`;
}

/** Defaults and placeholders for a file whose fields cannot be read at all. */
export function placeholdersFor<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  placeholders: Readonly<Record<string, unknown>>,
): Validated<z.output<z.ZodObject<Shape>>> | undefined {
  const { success, data } = schema.safeParse(placeholders);
  return success
    ? { fields: data, invalidFields: Object.keys(schema.shape), dropped: new Set() }
    : undefined;
}

/** Removes invalid fields; from a list, only the invalid items. */
function withoutInvalid(
  fields: Readonly<Record<string, unknown>>,
  invalid: readonly (readonly PropertyKey[])[],
): { rest: Record<string, unknown>; dropped: ReadonlySet<string> } {
  const whole = new Set(
    invalid.filter(([, item]) => typeof item !== 'number').map(([root]) => root),
  );
  const dropped = new Set(invalid.map((path) => pathOf(path.slice(0, 2))));
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

/** The `.meta({ description, hint })` of a field. */
function metaOf(field: z.core.$ZodType): { description?: string; hint?: string } | undefined {
  const meta = 'meta' in field && typeof field.meta === 'function' ? field.meta() : undefined;
  return typeof meta === 'object' && meta !== null ? meta : undefined;
}

export function reportNoMap(value: unknown, source: Source, problems: Problems): void {
  problems.error({
    file: source.file,
    code: `${source.concept}-not-a-map`,
    message: `Expected named fields, found ${kindOf(value)}.`,
    hint: 'Write one `name: value` per line.',
  });
}

/** A field without a value (`description:`) counts as absent. `undefined` if `value` is not a map. */
function withoutNulls(value: unknown): Record<string, unknown> | undefined {
  if (!isMap(value)) return undefined;
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
