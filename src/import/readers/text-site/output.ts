/** Writes what tags of other programs stand for, as Markdown or HTML. */
import { Marked } from 'marked';
import { escapeAttribute, escapeHtml } from '../../../lib/html.ts';

export type Format = 'markdown' | 'html';

/** What Markdown or Perennial would not show as it is written. */
const EATEN = /[<>*_`[\]\\&~]/;

/** A tag that has no meaning here, as text that readers see. */
export function visibleTag(raw: string, format: Format): string {
  if (format === 'html') return escapeHtml(raw);
  if (!EATEN.test(raw)) return raw;
  return codeSpan(oneLine(raw));
}

/** Without line breaks. */
function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

export function codeSpan(code: string): string {
  const ticks = '`'.repeat(longestRun(code) + 1);
  const blank = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return `${ticks}${blank}${code}${blank}${ticks}`;
}

function longestRun(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
}

/**
 * A block of code.
 * @param indent of the line where it stands
 */
export function codeBlock(
  code: string,
  language: string | undefined,
  format: Format,
  indent = '',
): string {
  const lines = code.replace(/^[ \t]*\r?\n/, '').trimEnd();
  const name = language !== undefined && /^[\w+#.-]+$/.test(language) ? language : '';
  if (format === 'html') {
    const className = name === '' ? '' : ` class="language-${escapeAttribute(name)}"`;
    return `<pre><code${className}>${escapeHtml(lines)}\n</code></pre>`;
  }
  const fence = '`'.repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}${name}\n${lines}\n${indent}${fence}`;
}

export interface Figure {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly title?: string | undefined;
  /** Markdown or HTML. */
  readonly caption?: string | undefined;
  readonly link?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
}

const marked = new Marked({ gfm: true });

export function pictureOf(figure: Figure, format: Format): string {
  const { src, alt = '', title, caption, width, height } = figure;
  if (format === 'markdown' && caption === undefined && width === undefined) {
    const image = markdownImage(src, alt, title);
    return figure.link === undefined ? image : `[${image}](${destination(figure.link)})`;
  }
  const image = tag('img', { src, alt, title, width: pixels(width), height: pixels(height) });
  const linked =
    figure.link === undefined ? image : `${tag('a', { href: figure.link })}${image}</a>`;
  if (caption === undefined) return linked;
  return `<figure>${linked}<figcaption>${lineHtml(caption)}</figcaption></figure>`;
}

/** Markdown as HTML without blocks, on one line. */
export function lineHtml(markdown: string): string {
  const html = marked.parseInline(oneLine(markdown), { async: false });
  return html;
}

function markdownImage(src: string, alt: string, title: string | undefined): string {
  const words = title === undefined ? '' : ` "${title.replace(/["\\]/g, String.raw`\$&`)}"`;
  return `![${alt.replace(/[[\]\\]/g, String.raw`\$&`)}](${destination(src)}${words})`;
}

/** An address in the brackets of a link. */
function destination(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>\n]/g, encodeURIComponent)}>` : url;
}

function pixels(size: string | undefined): string | undefined {
  return size === undefined ? undefined : /^(\d+)(?:px)?$/.exec(size.trim())?.[1];
}

/** A start tag; attributes without a value are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value === undefined ? '' : ` ${attribute}="${escapeAttribute(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}

export function linkTo(url: string, text: string, format: Format): string {
  if (format === 'html') return `${tag('a', { href: url })}${escapeHtml(text)}</a>`;
  if (url === text && /^https?:\/\/[^\s<>]+$/.test(url)) return `<${url}>`;
  return `[${text.replace(/[[\]\\]/g, String.raw`\$&`)}](${destination(url)})`;
}

export function frame(src: string, title?: string): string {
  return `${tag('iframe', { src, title })}</iframe>`;
}

export function quotation(text: string, source: string | undefined, format: Format): string {
  const words = text.trim();
  if (format === 'html') {
    const cite = source === undefined ? '' : `<p>— ${source}</p>`;
    return `<blockquote>${words}${cite}</blockquote>`;
  }
  const lines = source === undefined ? words : `${words}\n\n— ${source}`;
  return `\n${lines.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n`;
}
