/**
 * Sets a text as its language does: curly quotation marks and apostrophes, dashes, ellipses, and spaces
 * at which no line breaks. Letters and digits stay, and what is set already. A text that has been set
 * stays as it is when it is set again.
 */
import { conventionsOf, type Conventions } from './conventions.ts';
import { dashEdits } from './dashes.ts';
import { edited, type Edit } from './edit.ts';
import { isCode, protectedIn } from './protected.ts';
import { quoteEdits } from './quotes.ts';

/** Finds what to change in a paragraph. An object replacement character, U+FFFC, stands for code or a picture. */
export type Pass = (text: string) => readonly Edit[];

const passes = new Map<string, readonly Pass[]>();

/**
 * What is done in a language, one after the other; nothing in one without conventions.
 * @param language BCP 47
 */
export function passesOf(language: string): readonly Pass[] {
  const known = passes.get(language);
  if (known !== undefined) return known;
  const conventions = conventionsOf(language);
  const own = conventions === undefined ? [] : [marksOf(conventions), spacesOf(conventions)];
  passes.set(language, own);
  return own;
}

/** @param language BCP 47 */
export function typeset(text: string, language: string): string {
  return passesOf(language).reduce((done, pass) => edited(done, pass(done)), text);
}

const NOTHING: readonly Edit[] = [];

function marksOf(conventions: Conventions): Pass {
  return (text) => {
    // Most texts without quotations have nothing else.
    if (!/["']|\.{3}|--| - |\n- | -\n/.test(text) || isCode(text)) return NOTHING;
    const isProtected = protectedIn(text);
    return [
      ...quoteEdits(text, conventions, isProtected),
      ...dashEdits(text, conventions, isProtected),
    ].toSorted((one, other) => one.start - other.start);
  };
}

function spacesOf({ spaces }: Conventions): Pass {
  return (text) =>
    spaces
      .flatMap(({ pattern, space }) =>
        Array.from(text.matchAll(pattern), ({ index }) => ({
          start: index,
          end: index + 1,
          text: space,
        })),
      )
      .toSorted((one, other) => one.start - other.start)
      // Two rules may find the same space.
      .filter(({ start }, index, all) => start !== all[index - 1]?.start);
}
