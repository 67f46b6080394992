/** Building blocks of messages: plural forms, and sentences with embedded parts such as links. */
import type { Formats } from './formats.ts';

/** Text with embedded parts, such as links. */
export type Parts<Part> = readonly (string | Part)[];

/** Returns a function that joins parts with a separator. */
export function listBy(separator: string) {
  return <Part>(items: readonly Part[]): Parts<Part> =>
    items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** A message with a number. */
export interface Counted {
  (count: number): string;
  /** Messages by plural rule, for scripts. */
  readonly forms: Readonly<Record<string, string>>;
}

/** A message for each plural rule of the language; `#` is replaced by the number. */
type Forms<Rule extends Intl.LDMLPluralRule> = Readonly<Record<Rule | 'other', string>>;

/** Returns a factory of messages with the plural rules of a language. */
export function counter<Rule extends Intl.LDMLPluralRule = 'other'>(
  language: string,
  number: Formats['number'],
) {
  const rules = new Intl.PluralRules(language);
  return (forms: Forms<Rule>): Counted => {
    const byRule: Readonly<Record<string, string>> = forms;
    const message = (count: number): string =>
      (byRule[rules.select(count)] ?? forms.other).replace('#', number(count));
    return Object.assign(message, { forms: byRule });
  };
}
