/** Directives of reStructuredText and of Pelican as HTML: `.. image:: roses.jpg`. */
import { escapeHtml } from '../../../lib/html.ts';
import { embedOf } from '../text-site/embeds.ts';
import { codeBlock, tag } from '../text-site/output.ts';
import type { RstDocument } from './document.ts';
import { isBlank, outdented } from './lines.ts';

export interface Directive {
  readonly name: string;
  /** Behind `::`, with the lines that continue it. */
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly content: readonly string[];
  /** Argument and content as one text. */
  readonly text: readonly string[];
  /** As written. */
  readonly raw: string;
}

export interface DirectiveContext {
  readonly document: RstDocument;
  /** HTML of a block. */
  readonly blocks: (lines: readonly string[]) => string;
  readonly inline: (text: string) => string;
}

/** @param body the indented lines below it */
export function readDirective(
  name: string,
  first: string,
  body: readonly string[],
  raw: string,
): Directive {
  const options = new Map<string, string>();
  const argument = [first.trim()];
  let at = 0;
  for (; at < body.length && !isBlank(body[at]); at++) {
    const [, option, value = ''] = /^:([\w-]+):(.*)$/.exec(body[at] ?? '') ?? [];
    if (option !== undefined) options.set(option, value.trim());
    else if (options.size === 0 && first.trim() !== '' && ARGUMENTS.has(name))
      argument.push(body[at] ?? '');
    else break;
  }
  const content = outdented(body.slice(at));
  const joined = argument.join(' ').trim();
  const gap = isBlank(body[at]) ? [''] : [];
  const text = joined === '' ? content : [joined, ...gap, ...content];
  return { name, argument: joined, options, content, text, raw };
}

/** Directives whose first lines are an argument, and not their text. */
const ARGUMENTS = new Set(['image', 'figure', 'topic', 'sidebar', 'admonition']);

const NOTES = new Map([
  ['note', 'Note'],
  ['tip', 'Tip'],
  ['hint', 'Hint'],
  ['important', 'Important'],
  ['warning', 'Warning'],
  ['caution', 'Caution'],
  ['danger', 'Danger'],
  ['error', 'Error'],
  ['attention', 'Attention'],
  ['seealso', 'See also'],
]);

export function directiveHtml(directive: Directive, context: DirectiveContext): string {
  const { name, argument, options, content, text, raw } = directive;
  const { blocks, inline, document } = context;
  const note = NOTES.get(name);
  if (note !== undefined) return box(note, blocks(text));
  switch (name) {
    case 'image':
      return `<p>${imageHtml(directive)}</p>`;
    case 'figure':
      return figureHtml(directive, context);
    case 'code':
    case 'code-block':
    case 'sourcecode':
    case 'highlight':
      return codeBlock(content.join('\n'), argument || undefined, 'html');
    case 'parsed-literal':
    case 'math':
      return codeBlock(text.join('\n'), undefined, 'html');
    case 'raw':
      return argument.includes('html') ? content.join('\n') : '';
    case 'admonition':
    case 'topic':
    case 'sidebar':
      return box(inline(argument), blocks(content), false);
    case 'epigraph':
    case 'highlights':
    case 'pull-quote':
    case 'compound':
      return `<blockquote>${blocks(text)}</blockquote>`;
    case 'container':
    case 'class':
      return blocks(content);
    case 'rubric':
      return `<p><strong>${inline(argument)}</strong></p>`;
    case 'contents':
    case 'sectnum':
    case 'role':
    case 'default-role':
    case 'meta':
    case 'target-notes':
      return '';
    default: {
      const embed = embedOf(name, { words: argument.split(/\s+/), named: options }, 'html');
      if (embed !== undefined) return embed;
      document.unknown(raw);
      return `<pre>${escapeHtml(raw)}</pre>`;
    }
  }
}

/** @param isPlain whether the title is text, and no HTML yet */
function box(title: string, body: string, isPlain = true): string {
  const words = isPlain ? escapeHtml(title) : title;
  return `<blockquote><p><strong>${words}</strong></p>${body}</blockquote>`;
}

export function imageHtml({ argument, options }: Directive): string {
  const pixels = (name: string) => /^(\d+)(?:px)?$/.exec(options.get(name) ?? '')?.[1];
  const image = tag('img', {
    src: argument.replace(/\s+/g, ''),
    alt: options.get('alt') ?? '',
    width: pixels('width'),
    height: pixels('height'),
  });
  const target = options.get('target');
  return target === undefined ? image : `${tag('a', { href: target })}${image}</a>`;
}

/** The first paragraph is the caption, the others stand below it. */
function figureHtml(directive: Directive, { blocks }: DirectiveContext): string {
  const image = imageHtml(directive);
  const caption = blocks(directive.content);
  return `<figure>${image}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
}
