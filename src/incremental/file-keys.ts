/** Keys of files that are not pages. */
import { isStylesheet } from '../lib/stylesheets.ts';
import type { Asset, Card, Cards } from '../site/model.ts';
import { stateOfFile } from '../lib/file-states.mjs';
import { Fingerprints } from './fingerprints.ts';

/** `undefined` for a copy that is made from more than one file, or from one that may have changed a moment ago. */
export function assetKey({ source, content, isOwn }: Asset): string | undefined {
  if (content !== undefined || (isOwn === true && isStylesheet(source))) return undefined;
  return stateOfFile(source);
}

/** The key of each card. */
export function cardKeys(cards: Cards): (card: Card) => string {
  const { items: _, ...design } = cards;
  const fingerprints = new Fingerprints();
  const common = fingerprints.of(design);
  return (card) => fingerprints.of([common, card]);
}
