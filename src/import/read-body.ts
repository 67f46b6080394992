/** Reads the body of an entry: its pictures, what readers found in it, and how to convert it. */
import { directionOf } from '../lib/language/tag.ts';
import { factsOf, type Facts } from './account/facts.ts';
import { renderMarkdown } from './account/render.ts';
import type { ConvertedBody, ConvertOptions, PictureUse } from './body/body.ts';
import { convertBody } from './body/convert.ts';
import { convertMarkdown, picturesOfMarkdown } from './body/markdown-body.ts';
import { cleanBody, parseSource } from './body/parse.ts';
import { isTooLarge } from './body/too-large.ts';
import type { ConvertContext } from './convert-entry.ts';
import type { ImportedEntry } from './model.ts';

/** A body in one of the two formats. */
export interface Body {
  readonly pictures: readonly PictureUse[];
  /** Called once. */
  readonly convert: (options: ConvertOptions) => ConvertedBody;
  /**
   * What readers of the old blog found in it; absent if nothing has looked into it.
   * @param files beside the text
   */
  readonly facts?: (files: readonly string[]) => Promise<Facts>;
}

/** @param path of the entry below the content folder */
export function readBody(
  entry: ImportedEntry,
  path: string,
  { blog, links, embedAddresses, frontMatter: { language } }: Omit<ConvertContext, 'pictures'>,
): Body {
  const { format, text } = entry.body;
  if (isTooLarge(text)) return unread(text);
  if (format === 'markdown')
    return {
      pictures: picturesOfMarkdown(text),
      convert: (options) => convertMarkdown(text, options),
      facts: async (files) =>
        factsOf((await renderMarkdown(text, { language, files, embedAddresses })).root),
    };
  const source = parseSource(text, entry, blog);
  // Cleaning changes the tree.
  const facts = factsOf(source.root, (href) => links.link(href, entry, path) ?? href);
  const parsed = cleanBody(source, directionOf(language));
  return {
    pictures: parsed.pictures,
    convert: (options) => convertBody(parsed, options),
    facts: async () => facts,
  };
}

/** The owner must shorten it anyway. */
function unread(text: string): Body {
  const reason = 'the whole text, as it was, because it is too large to convert';
  return {
    pictures: [],
    convert: () => ({ markdown: `${text}\n`, changes: [{ text: text.slice(0, 200), reason }] }),
  };
}
