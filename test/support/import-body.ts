/** Converts a body as the import does. */
import type { ConvertedBody } from '../../src/import/body/body.ts';
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

export function converted(html: string): ConvertedBody {
  const options = { pictures: new Map<string, string>(), link: () => undefined };
  return convertBody(parseBody(html, ENTRY, {}), options);
}

export function markdownOf(html: string): string {
  return converted(html).markdown;
}
