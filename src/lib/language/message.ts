/** Messages with placeholders, such as `By {authors}`, as functions of what replaces them. */
import { ownValue } from '../own-value.ts';

/** Text with embedded parts, such as links. */
export type Parts<Part> = readonly (string | Part)[];

/** A message by plural rule; `{count}` stands for the number. */
export type Plural = { readonly other: string } & {
  readonly [Rule in Intl.LDMLPluralRule]?: string;
};

export interface Counted {
  (count: number): string;
  /** Messages by plural rule, for scripts; `#` stands for the number. */
  readonly forms: Readonly<Record<string, string>>;
}

/** Replaces placeholders by their values. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(
    /\{(\w+)\}/g,
    (placeholder, name) => ownValue(values, name) ?? placeholder,
  );
}

/** A function of the values of these placeholders, in this order. */
export function textOf<const Names extends readonly string[]>(message: string, ...names: Names) {
  return (...values: { [Index in keyof Names]: string }): string =>
    fill(message, Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])));
}

/** A function of the part that replaces the only placeholder. */
export function partsOf(message: string) {
  const [before = '', after = ''] = message.split(/\{\w+\}/);
  return <Part>(part: Part): Parts<Part> => [before, part, after].filter((item) => item !== '');
}

/** A function of the number, and the forms for scripts. */
export function countedOf(plural: Plural, language: string, format: (count: number) => string) {
  const rules = new Intl.PluralRules(language);
  const message = (count: number): string =>
    fill(plural[rules.select(count)] ?? plural.other, { count: format(count) });
  const forms = Object.entries(plural).map(([rule, form]) => [rule, fill(form, { count: '#' })]);
  return Object.assign(message, { forms: Object.fromEntries(forms) });
}

/** A function that puts the separator between items. */
export function listOf(separator: string) {
  return <Part>(items: readonly Part[]): Parts<Part> =>
    items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}
