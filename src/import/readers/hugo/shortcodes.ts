/** What the shortcodes of Hugo and of common themes stand for. */
import { escapeHtml } from '../../../lib/html.ts';
import type { TagRenderer, TagUse } from '../liquid/render.ts';
import { readArguments } from '../text-site/arguments.ts';
import { embedOf } from '../text-site/embeds.ts';
import type { Fields } from '../text-site/fields.ts';
import { boxOf } from '../text-site/notes.ts';
import { codeBlock, codeSpan, frame, linkTo, pictureOf, quotation } from '../text-site/output.ts';
import { namedMedia, namedPicture } from '../text-site/pictures.ts';
import { fromTemplate } from './template.ts';

export interface ShortcodeSite {
  /** The address of a page; `undefined` if there is none. */
  readonly addressOf: (reference: string) => string | undefined;
  /** The owner's templates, by name of the shortcode. */
  readonly templates: ReadonlyMap<string, string>;
  /** Front matter of the page, and the settings. */
  readonly page: Fields;
  readonly settings: Fields;
}

/** Finds the renderer of any shortcode: known ones first, then the owner's templates. */
export function rendererOf(name: string, site: ShortcodeSite): TagRenderer {
  return (use) => SHORTCODES.get(name)?.(use, site) ?? otherOf(name, use, site);
}

type Shortcode = (use: TagUse, site: ShortcodeSite) => string | undefined;

const SHORTCODES: ReadonlyMap<string, Shortcode> = new Map<string, Shortcode>([
  ['figure', figure],
  ['ref', reference],
  ['relref', reference],
  ['highlight', (use) => code(use, readArguments(use.args).words[0])],
  [
    'code',
    (use) =>
      code(use, readArguments(use.args).named.get('language') ?? readArguments(use.args).words[0]),
  ],
  ['mermaid', (use) => code(use, 'mermaid')],
  ['rawhtml', raw],
  ['raw', raw],
  ['html', raw],
  ['unsafe', raw],
  [
    'param',
    ({ args }, { page, settings }) => {
      const [name = ''] = readArguments(args).words;
      return (
        page.text(name) ?? page.group('params').text(name) ?? settings.group('params').text(name)
      );
    },
  ],
  ['details', details],
  ['quote', quote],
  ['blockquote', quote],
  [
    'iframe',
    ({ args }) => {
      const { words, named } = readArguments(args);
      const src = named.get('src') ?? words[0];
      return src === undefined ? undefined : frame(src, named.get('title'));
    },
  ],
  ['button', button],
  ['toc', () => ''],
]);

function otherOf(name: string, use: TagUse, site: ShortcodeSite): string | undefined {
  const args = readArguments(use.args);
  const { format } = use.liquid;
  const plain = name.toLowerCase().replace(/^.*\//, '');
  const template = site.templates.get(name);
  return (
    (template === undefined ? undefined : fromTemplate(template, args, use.inner)) ??
    embedOf(plain, args, format) ??
    namedPicture(plain, args, format) ??
    namedMedia(plain, args) ??
    (use.hasEnd ? boxOf(plain, args, use.inner(), format) : undefined)
  );
}

function figure({ args, liquid }: TagUse): string | undefined {
  const { named, words } = readArguments(args);
  const src = named.get('src') ?? words[0];
  if (src === undefined) return undefined;
  const title = named.get('title');
  const attribution = named.get('attr');
  const link = named.get('attrlink');
  const credit =
    attribution !== undefined && link !== undefined ? `[${attribution}](${link})` : attribution;
  const parts = [title && `**${title}**`, named.get('caption'), credit].filter(Boolean);
  return pictureOf(
    {
      src,
      alt: named.get('alt') ?? '',
      caption: parts.length === 0 ? undefined : parts.join(' '),
      link: named.get('link'),
      width: named.get('width'),
      height: named.get('height'),
    },
    liquid.format,
  );
}

function reference({ args }: TagUse, { addressOf }: ShortcodeSite): string | undefined {
  const { words, named } = readArguments(args);
  const target = named.get('path') ?? words[0];
  return target === undefined ? undefined : addressOf(target);
}

function code(
  { source, hasEnd, indent, liquid }: TagUse,
  language: string | undefined,
): string | undefined {
  if (!hasEnd) return undefined;
  const { format } = liquid;
  if (format === 'html' || indent !== undefined) return codeBlock(source, language, format, indent);
  return source.includes('\n')
    ? `\n\n${codeBlock(source, language, format)}\n`
    : codeSpan(source.trim());
}

function raw({ source, hasEnd }: TagUse): string | undefined {
  return hasEnd ? source : undefined;
}

function details({ args, inner, hasEnd }: TagUse): string | undefined {
  if (!hasEnd) return undefined;
  const { words, named } = readArguments(args);
  const summary = named.get('summary') ?? named.get('title') ?? words[0] ?? 'Details';
  return `<details>\n<summary>${escapeHtml(summary)}</summary>\n\n${inner().trim()}\n\n</details>`;
}

function quote({ args, inner, hasEnd, liquid }: TagUse): string | undefined {
  if (!hasEnd) return undefined;
  const { words, named } = readArguments(args);
  const author = named.get('author') ?? named.get('cite') ?? words[0];
  const link = named.get('link') ?? named.get('source') ?? named.get('url');
  const source =
    link !== undefined && /^https?:/.test(link)
      ? linkTo(link, author ?? link, liquid.format)
      : author;
  return quotation(inner(), source, liquid.format);
}

function button({ args, inner, hasEnd, liquid }: TagUse): string | undefined {
  const { named } = readArguments(args);
  const href = named.get('href') ?? named.get('link') ?? named.get('url');
  const label = hasEnd ? inner().trim() : (named.get('text') ?? named.get('label'));
  return href === undefined || !label ? undefined : linkTo(href, label, liquid.format);
}
