/**
 * Bodies of the block editor: HTML with a comment around each block. Paragraphs are marked as such.
 * https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/
 */
import { escapeHtml } from '../../../lib/html.ts';
import { isObject } from '../../../lib/merge-json.ts';
import { languageName } from './code-shortcodes.ts';

export interface BlockContext {
  /** Body of a reusable block. */
  reusable(id: string): string | undefined;
  /** HTML of a footnote list, from a field of the post. */
  readonly footnotes: string;
  /** Paragraphs for text outside of blocks. */
  autop(html: string): string;
}

export interface BlockNotes {
  /** Blocks of which the export has no text. */
  readonly dynamic: Set<string>;
  /** Blocks that hid part of the body from the public. */
  readonly restricted: Set<string>;
}

export function hasBlocks(html: string): boolean {
  return /<!--\s+wp:[a-z]/.test(html);
}

const DELIMITER =
  /<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(\{[^]*\}\s+)?(\/)?-->/y;

/** Reusable blocks may contain others; more levels than this are a loop. */
const MAX_DEPTH = 5;

/** Blocks without text that nobody misses. */
const SILENT: ReadonlySet<string> = new Set(['more', 'nextpage', 'spacer', 'separator', 'missing']);

export function blockHtml(
  html: string,
  context: BlockContext,
  notes: BlockNotes,
  depth = 0,
): string {
  const out: string[] = [];
  let open = 0;
  let at = 0;
  /** Language of the code block whose `pre` is to come. */
  let language = '';
  const put = (text: string): void => {
    if (open === 0 && !/<p[\s>]/i.test(text)) out.push(context.autop(text));
    else out.push(text);
  };
  for (;;) {
    const comment = html.indexOf('<!--', at);
    const end = comment === -1 ? -1 : html.indexOf('-->', comment);
    if (end === -1) break;
    DELIMITER.lastIndex = 0;
    const match = DELIMITER.exec(html.slice(comment, end + 3));
    if (match === null) {
      const next = end + 3;
      put(html.slice(at, next));
      at = next;
      continue;
    }
    const [, slash, name = '', json, isEmpty] = match;
    const text = html.slice(at, comment);
    put(language === '' ? text : withLanguage(text, language));
    if (language !== '' && /<pre[\s>]/i.test(text)) language = '';
    at = end + 3;
    if (slash === '/') {
      open = Math.max(0, open - 1);
      continue;
    }
    const attributes = attributesOf(json);
    if (isRestricted(name)) notes.restricted.add(name);
    if (isEmpty === '/') out.push(emptyBlock(name, attributes, context, notes, depth));
    else {
      open++;
      language = languageOf(name, attributes);
    }
  }
  put(html.slice(at));
  return out.join('');
}

type Attributes = Readonly<Record<string, unknown>>;

function attributesOf(json: string | undefined): Attributes {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function textIn(attributes: Attributes, name: string): string {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

function languageOf(name: string, attributes: Attributes): string {
  if (!/code|prism|enlighter|highlight|preformatted/.test(name)) return '';
  return languageName(textIn(attributes, 'language') || textIn(attributes, 'lang'));
}

/** `tidy` makes a class of it: the element may have one, and a second attribute would be ignored. */
function withLanguage(html: string, language: string): string {
  return html.replace(/<pre(?=[\s>])/i, `<pre data-language="${escapeHtml(language)}"`);
}

function isRestricted(name: string): boolean {
  return (
    name.startsWith('premium-content/') ||
    name.startsWith('jetpack/premium-content') ||
    name === 'jetpack/paywall' ||
    name === 'jetpack/subscriber-content'
  );
}

/** A block that the server would fill in. */
function emptyBlock(
  name: string,
  attributes: Attributes,
  context: BlockContext,
  notes: BlockNotes,
  depth: number,
): string {
  const block = name.replace(/^core\//, '');
  if (block === 'footnotes') return context.footnotes;
  if (block === 'block') {
    const body = depth < MAX_DEPTH ? context.reusable(textIn(attributes, 'ref')) : undefined;
    if (body !== undefined) return blockHtml(body, context, notes, depth + 1);
  }
  if (block === 'social-link' && /^https?:/.test(textIn(attributes, 'url'))) {
    const text = textIn(attributes, 'label') || textIn(attributes, 'service') || 'link';
    return `<li><a href="${escapeHtml(textIn(attributes, 'url'))}">${escapeHtml(text)}</a></li>`;
  }
  if (!SILENT.has(block)) notes.dynamic.add(block);
  return '';
}

/** @param json field `footnotes` of a post: `[{"id":"…","content":"HTML"}]` */
export function footnotesHtml(json: string): string {
  let notes: unknown;
  try {
    notes = JSON.parse(json);
  } catch {
    return '';
  }
  if (!Array.isArray(notes)) return '';
  const items = notes.filter(isObject).map((note) => {
    const id = escapeHtml(textIn(note, 'id'));
    return `<li id="${id}">${textIn(note, 'content')} <a href="#${id}-link">↩︎</a></li>`;
  });
  return items.length === 0 ? '' : `<ol class="wp-block-footnotes">${items.join('')}</ol>`;
}
