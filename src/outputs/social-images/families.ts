/** The families of type that cards are set in. */
import { createRequire } from 'node:module';

/** A family of https://fontsource.org, and how bold. */
export interface Family {
  readonly name: string;
  readonly weight: number;
}

/** Chinese, Japanese and Korean: large, so sites that need them install them. */
const OTHERS = ['noto-serif-jp', 'noto-serif-sc', 'noto-serif-tc', 'noto-serif-kr'];

export const SERIF = familiesFrom('source-serif-4', 600);
export const SANS = familiesFrom('source-sans-3', 400);

/** Those of other scripts that are installed. */
export function otherFamilies(): string[] {
  return OTHERS.filter((name) => findRanges(name) !== undefined);
}

/** The file that tells which characters the parts of a family have; `undefined` when it is not installed. */
export function findRanges(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@fontsource/${name}/unicode.json`);
  } catch {
    return undefined;
  }
}

function familiesFrom(first: string, weight: number): Family[] {
  return [first, 'noto-emoji', ...OTHERS].map((name) => ({ name, weight }));
}
