/**
 * HTML of posts that Ghost has not rendered: documents of its older editor (Mobiledoc).
 * https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 */
import { escapeHtml } from '../../../lib/html.ts';
import { cardHtml, isData } from './cards.ts';

const MARKUP_SECTION = 1;
const IMAGE_SECTION = 2;
const LIST_SECTION = 3;
const CARD_SECTION = 10;
const TEXT_MARKER = 0;

const TAG = /^(?:p|h[1-6]|blockquote|aside|ul|ol|a|b|strong|i|em|s|u|code|sub|sup|mark|del)$/;

type Tuple = readonly unknown[];

function tuples(value: unknown): Tuple[] {
  return Array.isArray(value) ? value.filter((item): item is Tuple => Array.isArray(item)) : [];
}

/** @param unknown gets the names of cards that are left out */
export function mobiledocHtml(document: unknown, unknown: Set<string>): string {
  if (!isData(document)) return '';
  const markups = tuples(document['markups']);
  const atoms = tuples(document['atoms']);
  const cards = tuples(document['cards']);
  const markers = (value: unknown): string => markersHtml(tuples(value), markups, atoms);
  return tuples(document['sections'])
    .map((section) => {
      const [kind, first, second] = section;
      if (kind === MARKUP_SECTION) return wrapped(tagOf(first, 'p'), markers(second));
      if (kind === IMAGE_SECTION) return `<p><img src="${escapeHtml(textOf(first))}" alt=""></p>`;
      if (kind === LIST_SECTION)
        return wrapped(
          tagOf(first, 'ul'),
          tuples(second)
            .map((item) => wrapped('li', markers(item)))
            .join(''),
        );
      if (kind !== CARD_SECTION || typeof first !== 'number') return '';
      const [name, data] = cards[first] ?? [];
      const html = cardHtml(textOf(name), isData(data) ? data : {});
      if (html === undefined) unknown.add(textOf(name));
      return html ?? '';
    })
    .join('');
}

/** Each marker opens some markups, and closes some of those that are open. */
function markersHtml(
  markers: readonly Tuple[],
  markups: readonly Tuple[],
  atoms: readonly Tuple[],
): string {
  const open: string[] = [];
  let html = '';
  for (const [kind, opened, closed, value] of markers) {
    for (const index of Array.isArray(opened) ? opened : []) {
      const [tag, attributes] = markups[Number(index)] ?? [];
      const name = tagOf(tag, 'span');
      open.push(name);
      html += `<${name}${name === 'a' ? hrefOf(attributes) : ''}>`;
    }
    if (kind === TEXT_MARKER) html += escapeHtml(textOf(value));
    else {
      const [name, text] = atoms[Number(value)] ?? [];
      html += name === 'soft-return' ? '<br>' : escapeHtml(textOf(text));
    }
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count--)
      html += `</${open.pop()}>`;
  }
  return (
    html +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  );
}

/** Attributes are a list of names and values in turn. */
function hrefOf(attributes: unknown): string {
  const list: readonly unknown[] = Array.isArray(attributes) ? attributes : [];
  const at = list.indexOf('href');
  return at === -1 ? '' : ` href="${escapeHtml(textOf(list[at + 1]))}"`;
}

function wrapped(tag: string, html: string): string {
  return tag === 'aside' ? `<blockquote>${html}</blockquote>` : `<${tag}>${html}</${tag}>`;
}

function tagOf(value: unknown, fallback: string): string {
  const tag = textOf(value).toLowerCase();
  return TAG.test(tag) ? tag : fallback;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
