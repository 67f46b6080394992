/** What messages are made of: parts that may be more than text, and words that go by a number. */
import type { Formats } from './formats.ts';

/** Text with something in it that is put there as it is, such as a link. */
export type Parts<Part> = readonly (string | Part)[];

/** Makes `list`: items with a text between each two of them. */
export function listBy(separator: string) {
  return <Part>(items: readonly Part[]): Parts<Part> =>
    items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** A message for any number. */
export interface Counted {
  (count: number): string;
  /** For scripts: the message by the name of the plural rule. */
  readonly forms: Readonly<Record<string, string>>;
}

/** A message in each form that the language has; `#` stands for the number. */
type Forms<Rule extends Intl.LDMLPluralRule> = Readonly<Record<Rule | 'other', string>>;

/**
 * Makes messages with a number by the plural rules of a language.
 * @param language one of the tables', for which the rules do not change
 */
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
