/** What a new entry has that the build cannot know: the day. */

interface Field {
  readonly name: string;
  readonly widget: string;
  readonly required?: boolean;
  readonly time_zone?: string;
}

interface Collection {
  readonly fields?: readonly Field[];
}

/** A date that every entry needs begins as today, as with `npm run new`. */
export function withToday(collections: readonly Collection[], now = new Date()): Collection[] {
  return collections.map((collection) => {
    const { fields } = collection;
    return fields === undefined
      ? collection
      : { ...collection, fields: fields.map((field) => begun(field, now)) };
  });
}

function begun(field: Field, now: Date): Field & { readonly default?: string } {
  if (field.widget !== 'perennial-date' || field.required !== true) return field;
  // In the form of ISO 8601.
  const format = new Intl.DateTimeFormat('sv', { timeZone: field.time_zone ?? 'UTC' });
  return { ...field, default: format.format(now) };
}
