/** A field whose values may be of several kinds. */
import * as z from 'zod';

/**
 * Unlike a union, reports what a value of its kind lacks.
 * @param schemaOf the schema for values like this one
 */
export function oneOf<Schema extends z.ZodType>(schemaOf: (value: unknown) => Schema) {
  return z.unknown().transform((value, context): z.output<Schema> => {
    const checked = schemaOf(value).safeParse(value);
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) context.issues.push({ ...issue, input: undefined });
    return z.NEVER;
  });
}
