/** Serialises a body like a page with single-version images and loaded embeds. */
import { escapeAttribute, startTag } from '../../src/lib/html.ts';
import type { BodyPart } from '../../src/markdown/parts.ts';

export function htmlOf(parts: readonly BodyPart[]): string {
  return parts.map(partHtml).join('');
}

function partHtml(part: BodyPart): string {
  if (part.kind === 'image') return startTag('img', part.attributes, part.end);
  if (part.kind === 'address') return escapeAttribute(part.address);
  if (part.kind !== 'embed') return part.html;
  const { frame: src, page, title, medium, width, height } = part;
  const attributes = {
    ...{ src, title, 'data-page': page, 'data-medium': medium },
    ...(width !== undefined && { width: String(width) }),
    ...(height !== undefined && { height: String(height) }),
  };
  return `${startTag('iframe', attributes)}</iframe>`;
}
