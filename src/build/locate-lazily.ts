/** Adds line numbers to problems, and loads what that takes only if there are any. */
import type { Locatable } from '../content/locate.ts';

/**
 * Most builds have no problems and need not load the parser.
 * @param textOf a file; default: what is saved
 */
export async function locate<Item extends Locatable>(
  items: readonly Item[],
  textOf?: (file: string) => string,
): Promise<readonly Item[]> {
  if (items.length === 0) return items;
  const { locateProblems } = await import('../content/locate.ts');
  return locateProblems(items, textOf);
}
