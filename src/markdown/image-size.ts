/** The size that the writer gives an image: in pixels, or in percent of the text around it. */
import type { Element } from '../lib/html.ts';

const LENGTH = /^(\d+(?:\.\d+)?)\s*(px|%|)$/i;

/**
 * Writes pixels into `width` and `height`, and percents into `data-width` for the stylesheet, with
 * at least two digits: HTML allows no percents in `width`, and the page no styles of its own.
 */
export function normalizeSize({ attribs }: Element): void {
  delete attribs['data-width'];
  const share = sideOf('width', attribs);
  for (const side of ['width', 'height'] as const) {
    const length = sideOf(side, attribs);
    if (length?.unit === 'px') attribs[side] = String(length.value);
    else delete attribs[side];
  }
  if (share?.unit !== '%' || share.value === 0) return;
  attribs['data-width'] = `${String(Math.min(share.value, 100)).padStart(2, '0')}%`;
  // The proportions are those of the image.
  delete attribs['height'];
}

interface Length {
  /** Whole. */
  readonly value: number;
  readonly unit: 'px' | '%';
}

/** From `style`, which wins in browsers, or from the attribute. */
function sideOf(side: 'width' | 'height', attribs: Element['attribs']): Length | undefined {
  const declaration = new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([^;!]+)`, 'i');
  const styled = declaration.exec(attribs['style'] ?? '')?.[1];
  const inStyle = /[a-z%]\s*$/i.test(styled ?? '') ? lengthOf(styled) : undefined;
  return inStyle ?? lengthOf(attribs[side]);
}

function lengthOf(text = ''): Length | undefined {
  const [, digits, unit] = LENGTH.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  return { value: Math.round(Number(digits)), unit: unit === '%' ? '%' : 'px' };
}
