/** Converts a body as the import does. */
import type { ConvertedBody } from '../../src/import/body/body.ts';
import type { Direction } from '../../src/lib/language/tag.ts';
import { convertBody } from '../../src/import/body/convert.ts';
import { parseBody } from '../../src/import/body/parse.ts';

const ENTRY = {
  type: 'post',
  id: '1',
  place: { file: 'a.xml' },
  status: 'public',
  title: 'Roses',
  authors: [],
  tags: [],
  legacyUrls: [],
  body: { format: 'html', text: '' },
} as const;

/** @param around direction of the page; without it, the body is that of a comment */
export function converted(html: string, around?: Direction): ConvertedBody {
  const options = { pictures: new Map<string, string>(), link: () => undefined };
  return convertBody(parseBody(html, ENTRY, {}, around), options);
}

export function markdownOf(html: string, around?: Direction): string {
  return converted(html, around).markdown;
}
