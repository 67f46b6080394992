/** Images of texts that do not begin the content of a page. */
import type { BodyPart } from './model.ts';

/** Below a cover, the first image of a text loads when readers come near, like the others. */
export function withLazyImages(parts: readonly BodyPart[]): readonly BodyPart[] {
  return parts.map((part) => {
    if (part.kind !== 'image' || part.attributes['loading'] === 'lazy') return part;
    const { fetchpriority: _, ...attributes } = part.attributes;
    return { ...part, attributes: { ...attributes, loading: 'lazy' } };
  });
}
