/** Converts the HTML of a made-up entry. */
import type { ConvertedBody } from '../../../src/import/body/body.ts';
import { convertBody } from '../../../src/import/body/convert.ts';
import { cleanBody, parseSource } from '../../../src/import/body/parse.ts';
import type { Direction } from '../../../src/lib/language/tag.ts';
import type { Blog, ImportedEntry } from '../../../src/import/model.ts';

export function entryWith(html: string): ImportedEntry {
  return {
    type: 'post',
    id: '1',
    place: { file: 'feed.atom' },
    status: 'public',
    title: 'Roses',
    authors: [],
    tags: [],
    legacyUrls: ['/2011/05/roses.html'],
    body: { format: 'html', text: html },
  };
}

interface Options {
  /** Files by address. */
  readonly pictures?: Readonly<Record<string, string>>;
  readonly link?: (url: string) => string | undefined;
  readonly embedAddresses?: boolean;
  readonly tidy?: Blog['tidy'];
  /** Direction of the page. */
  readonly around?: Direction;
}

export function convert(
  html: string,
  { pictures = {}, link, tidy, around, embedAddresses = true }: Options = {},
): ConvertedBody {
  const parsed = cleanBody(
    parseSource(html, entryWith(html), tidy === undefined ? {} : { tidy }),
    around,
  );
  return convertBody(parsed, {
    pictures: new Map(Object.entries(pictures)),
    link: link ?? (() => undefined),
    embedAddresses,
  });
}

/** Without the line feed at its end. */
export function markdownOf(html: string, options?: Options): string {
  return convert(html, options).markdown.trimEnd();
}
