/** Inline markup of reStructuredText as HTML. */
import { escapeAttribute, escapeHtml } from '../../../lib/html.ts';
import { anchorOf, nameKey, type RstDocument } from './document.ts';

/** In the order in which they are tried; each begins and ends beside a blank or sign. */
const INLINE = new RegExp(
  [
    '``(?<literal>[^`]+(?:`[^`]+)*?)``',
    '(?::(?<role>[\\w:.+-]{1,40}):)?`(?<text>[^`\\n]+(?:\\n[^`\\n]+)*)`(?<mark>__?)?(?::(?<after>[\\w-]+):)?',
    '\\*\\*(?<strong>[^\\s*](?:[^*]*[^\\s*])?)\\*\\*',
    '\\*(?<em>[^\\s*](?:[^*]*[^\\s*])?)\\*',
    '\\|(?<substitution>[^\\s|](?:[^|\\n]*[^\\s|])?)\\|(?:__?)?',
    '\\[(?<note>#?[\\w-]*|\\*)\\]_(?!\\w)',
    '(?<url>https?:\\/\\/[^\\s<>"`]*[^\\s<>"`.,;:!?)\\]}\'])',
    '(?<!\\w)(?<name>[A-Za-z0-9](?:[\\w.-]{0,80}[A-Za-z0-9])?)(?<anonymous>__?)(?!\\w)',
    '\\\\(?<escaped>[^])',
  ].join('|'),
  'g',
);

export function inlineHtml(source: string, document: RstDocument): string {
  let html = '';
  let done = 0;
  for (const match of source.matchAll(INLINE)) {
    const [whole] = match;
    const text = escapeHtml(source.slice(done, match.index));
    // The blank in front of a footnote is only for the parser.
    html += match.groups?.['note'] === undefined ? text : text.trimEnd();
    done = match.index + whole.length;
    html += replacementOf(whole, match.groups ?? {}, document) ?? escapeHtml(whole);
  }
  return html + escapeHtml(source.slice(done));
}

type Groups = Readonly<Record<string, string | undefined>>;

function replacementOf(whole: string, groups: Groups, document: RstDocument): string | undefined {
  const { literal, text, strong, em, substitution, note, url, name, anonymous, escaped } = groups;
  if (literal !== undefined) return `<code>${escapeHtml(literal)}</code>`;
  if (strong !== undefined) return `<strong>${inlineHtml(strong, document)}</strong>`;
  if (em !== undefined) return `<em>${inlineHtml(em, document)}</em>`;
  if (url !== undefined) return `<a href="${escapeAttribute(url)}">${escapeHtml(url)}</a>`;
  if (escaped !== undefined) return /\s/.test(escaped) ? '' : escapeHtml(escaped);
  if (substitution !== undefined) return document.substitutions.get(nameKey(substitution));
  if (note !== undefined) return noteMark(note, document);
  if (name !== undefined) return named(name, anonymous, document);
  return text === undefined ? undefined : quoted(whole, text, groups, document);
}

/** Text in backticks: a link or a role. */
function quoted(whole: string, text: string, groups: Groups, document: RstDocument): string {
  const { role, mark, after } = groups;
  const [, label = text, address] = /^([^<>]*)\s?<([^<>]+)>$/s.exec(text) ?? [];
  if (mark !== undefined) {
    const words = label.trim() || (address ?? '');
    const href =
      address ?? (mark === '__' ? document.anonymous.shift() : document.targets.get(nameKey(text)));
    if (href === undefined)
      return `<a href="#${anchorOf(text)}">${inlineHtml(words, document)}</a>`;
    return `<a href="${escapeAttribute(target(href, document))}">${inlineHtml(words, document)}</a>`;
  }
  return roleHtml(role ?? after, text, whole, document);
}

/** `<roses_>` names another target. */
function target(href: string, { targets }: RstDocument): string {
  return (
    (href.endsWith('_') ? targets.get(nameKey(href.slice(0, -1))) : undefined) ??
    href.replace(/\s+/g, '')
  );
}

function roleHtml(
  role: string | undefined,
  text: string,
  whole: string,
  { unknown }: RstDocument,
): string {
  const words = escapeHtml(text);
  switch (role) {
    case undefined:
    case 'title':
    case 'title-reference':
    case 't':
      return `<cite>${words}</cite>`;
    case 'code':
    case 'literal':
    case 'math':
    case 'samp':
      return `<code>${words}</code>`;
    case 'emphasis':
      return `<em>${words}</em>`;
    case 'strong':
      return `<strong>${words}</strong>`;
    case 'sub':
    case 'subscript':
      return `<sub>${words}</sub>`;
    case 'sup':
    case 'superscript':
      return `<sup>${words}</sup>`;
    case 'kbd':
      return `<kbd>${words}</kbd>`;
    case 'abbr':
      return words;
    default:
      unknown(whole);
      return `<code>${escapeHtml(whole)}</code>`;
  }
}

function named(name: string, mark: string | undefined, document: RstDocument): string | undefined {
  const href = mark === '__' ? document.anonymous.shift() : document.targets.get(nameKey(name));
  return href && `<a href="${escapeAttribute(href)}">${escapeHtml(name)}</a>`;
}

function noteMark(note: string, document: RstDocument): string {
  const number = note.replace(/^#/, '') || String(++document.counters.marks);
  return `<sup><a href="#fn-${escapeAttribute(number)}" id="fnref-${escapeAttribute(number)}">${escapeHtml(number)}</a></sup>`;
}
