/** What the images of bodies are shown as, which decides their versions. */
import type { BodyPart, ImagePart } from '../../site/model.ts';
import type { Use } from '../../site/image-model.ts';
import { pathOf } from './pictures.ts';

/** The versions of a later one suit the earlier ones too. */
const ORDER = ['column', 'row', 'wide', 'full'] as const;

/**
 * By path of the image.
 * @param bodies with whether the text takes up the margin too
 * @param basePath of the site, without a slash at the end
 */
export function usesIn(
  bodies: readonly { readonly parts: readonly BodyPart[]; readonly isWide: boolean }[],
  basePath: string,
): ReadonlyMap<string, Use> {
  const ranks = new Map<string, number>();
  for (const { parts, isWide } of bodies)
    for (const part of parts) {
      if (part.kind !== 'image') continue;
      const path = pathOf(part.attributes['src'], basePath);
      if (path === undefined) continue;
      ranks.set(path, Math.max(ranks.get(path) ?? 0, ORDER.indexOf(useOf(part, isWide))));
    }
  return new Map(Array.from(ranks, ([path, rank]) => [path, ORDER[rank] ?? 'column']));
}

function useOf({ columns, reach }: ImagePart, isWide: boolean): (typeof ORDER)[number] {
  if (columns > 1) return 'row';
  if (reach === 'full') return 'full';
  return reach === 'wide' || isWide ? 'wide' : 'column';
}
