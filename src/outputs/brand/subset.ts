/** Reduces fonts to the characters of a site with HarfBuzz, which is slow to load: imported on demand only. */
import subsetFont from 'subset-font';
import { factsOf, type FontFacts } from './sfnt.ts';

export interface SubsetFont extends FontFacts {
  /** WOFF2. */
  readonly bytes: Uint8Array;
}

/** @throws if the file is no font, or a broken one */
export async function subset(font: Buffer, characters: string): Promise<SubsetFont> {
  const plain = await subsetFont(font, characters, { targetFormat: 'truetype' });
  const bytes = await subsetFont(plain, characters, { targetFormat: 'woff2' });
  return { ...factsOf(plain), bytes };
}
