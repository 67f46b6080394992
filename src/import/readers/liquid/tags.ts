/** Tags that Jekyll, Octopress and Hexo share. */
import { readArguments } from '../text-site/arguments.ts';
import { embedOf } from '../text-site/embeds.ts';
import {
  codeBlock,
  codeSpan,
  frame,
  linkTo,
  pictureOf,
  quotation,
  type Format,
} from '../text-site/output.ts';
import { namedMedia, namedPicture } from '../text-site/pictures.ts';
import type { TagRenderer, TagUse } from './render.ts';

const EMBEDS = [
  ...['youtube', 'vimeo', 'gist', 'tweet', 'twitter', 'instagram', 'soundcloud', 'spotify'],
  ...['codepen', 'jsfiddle', 'asciinema', 'dailymotion', 'bilibili', 'speakerdeck'],
];

export const SHARED_TAGS: ReadonlyMap<string, TagRenderer> = new Map<string, TagRenderer>([
  ...EMBEDS.map((name): [string, TagRenderer] => [
    name,
    ({ args, liquid }) => embedOf(name, readArguments(args), liquid.format),
  ]),
  ['highlight', highlight],
  ['codeblock', titledCode],
  ['code', titledCode],
  ['img', image],
  ['figure', ({ args, liquid }) => namedPicture('figure', readArguments(args), liquid.format)],
  ['blockquote', quote],
  ['quote', quote],
  [
    'pullquote',
    ({ inner, hasEnd, liquid }) =>
      hasEnd ? quotation(inner(), undefined, liquid.format) : undefined,
  ],
  ['video', ({ args }) => namedMedia('video', readArguments(args))],
  ['audio', ({ args }) => namedMedia('audio', readArguments(args))],
  [
    'iframe',
    ({ args }) => {
      const [src] = readArguments(args).words;
      return src === undefined ? undefined : frame(src);
    },
  ],
  ['toc', () => ''],
]);

/** `{% highlight ruby linenos %}` */
function highlight(use: TagUse): string | undefined {
  const [language] = use.args.split(/\s+/);
  return use.hasEnd ? code(use, language?.startsWith('linenos') ? undefined : language) : undefined;
}

function code({ source, indent, liquid }: TagUse, language: string | undefined): string {
  const { format } = liquid;
  const plain = source.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
  if (format === 'html' || indent !== undefined) return codeBlock(plain, language, format, indent);
  if (!plain.includes('\n')) return codeSpan(plain.trim());
  return `\n\n${codeBlock(plain, language, format)}\n`;
}

/** `{% codeblock roses.rb lang:ruby https://example.org/roses.rb Source %}` */
function titledCode(use: TagUse): string | undefined {
  const { args, hasEnd, liquid } = use;
  if (!hasEnd) return undefined;
  const language = /\blang:(\S+)/.exec(args)?.[1];
  const rest = args
    .replace(
      /\b(?:lang|start|mark|linenos|line_number|highlight|first_line|wrap|line_threshold|range):\S+/g,
      '',
    )
    .trim();
  const url = /https?:\/\/\S+/.exec(rest)?.[0];
  const [title = '', name = ''] =
    url === undefined ? [rest] : rest.split(url).map((part) => part.trim());
  const label = title || name || url;
  if (label === undefined || label === '') return code(use, language);
  const words = title !== '' && name !== '' ? `${title} (${name})` : label;
  return (
    paragraph(url === undefined ? words : linkTo(url, words, liquid.format), liquid.format) +
    code(use, language)
  );
}

function paragraph(text: string, format: Format): string {
  return format === 'html' ? `<p>${text}</p>` : `${text}\n\n`;
}

/** `{% img left /roses.jpg 300 200 "Title" "What it shows" %}` */
function image({ args, liquid }: TagUse): string | undefined {
  const { words, named } = readArguments(args);
  const at = words.findIndex((word) => /\/|\.\w{2,5}$/.test(word));
  const src = words[at];
  if (src === undefined) return namedPicture('img', { words, named }, liquid.format);
  const rest = words.slice(at + 1);
  const numbers = rest.filter((word) => /^\d+$/.test(word));
  const texts = rest.filter((word) => !/^\d+$/.test(word));
  // Hexo takes both texts in one pair of quotes, too: `"'Title' 'What it shows'"`.
  const inner = texts.length === 1 ? readArguments(texts[0] ?? '').words : texts;
  const isPair = inner.length === 2 && /(["'])\s+["']/.test(args);
  const whole = texts.join(' ') || undefined;
  const [title, alt] = isPair ? inner : [undefined, whole];
  const [width, height] = numbers;
  return pictureOf({ src, title, alt, width, height }, liquid.format);
}

/** `{% blockquote Ada Example, A Book https://example.org/book The page %}` */
function quote({ args, inner, hasEnd, liquid }: TagUse): string | undefined {
  if (!hasEnd) return undefined;
  const { format } = liquid;
  const url = /https?:\/\/\S+/.exec(args)?.[0];
  const [who = '', page = ''] =
    url === undefined ? [args] : args.split(url).map((part) => part.trim());
  const author = who.replace(/,\s*$/, '').trim();
  const source = url === undefined ? '' : linkTo(url, page || url, format);
  const parts = [author, source].filter(Boolean).join(', ');
  return quotation(inner(), parts || undefined, format);
}
