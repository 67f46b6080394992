/** The filters of Liquid that occur in posts. */
import { escapeHtml, parseHtml, textOf } from '../../../lib/html.ts';
import { slugOf } from '../../../lib/slug.ts';
import { written, type Filter } from './values.ts';

function onText(change: (text: string, first: string, second: string) => string): Filter {
  return (value, [first, second]) => {
    const text = written(value);
    if (text === undefined) return undefined;
    return change(text, written(first) ?? '', written(second) ?? '');
  };
}

const keep: Filter = (value) => value;

export const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['append', onText((text, added) => text + added)],
  ['prepend', onText((text, added) => added + text)],
  ['escape', onText(escapeHtml)],
  ['escape_once', onText(escapeHtml)],
  ['xml_escape', onText(escapeHtml)],
  ['uri_escape', onText((text) => encodeURI(text.toWellFormed()))],
  ['url_encode', onText((text) => encodeURIComponent(text.toWellFormed()))],
  ['cgi_escape', onText((text) => encodeURIComponent(text.toWellFormed()))],
  ['downcase', onText((text) => text.toLowerCase())],
  ['lower', onText((text) => text.toLowerCase())],
  ['upcase', onText((text) => text.toUpperCase())],
  ['upper', onText((text) => text.toUpperCase())],
  ['capitalize', onText((text) => text.slice(0, 1).toUpperCase() + text.slice(1))],
  ['strip', onText((text) => text.trim())],
  ['trim', onText((text) => text.trim())],
  ['lstrip', onText((text) => text.trimStart())],
  ['rstrip', onText((text) => text.trimEnd())],
  ['strip_html', onText((text) => textOf(parseHtml(text)))],
  ['strip_newlines', onText((text) => text.replace(/\r?\n/g, ''))],
  ['newline_to_br', onText((text) => text.replace(/\r?\n/g, '<br>\n'))],
  ['replace', onText((text, from, to) => (from === '' ? text : text.replaceAll(from, to)))],
  ['remove', onText((text, part) => (part === '' ? text : text.replaceAll(part, '')))],
  ['slugify', onText(slugOf)],
  ['slug', onText(slugOf)],
  [
    'default',
    (value, [other]) => (value === undefined || value === '' || value === false ? other : value),
  ],
  [
    'join',
    (value, [separator]) => {
      if (!Array.isArray(value)) return written(value);
      return value.map((item) => written(item) ?? '').join(written(separator) ?? ' ');
    },
  ],
  ['first', (value) => (Array.isArray(value) ? (value[0] ?? '') : value)],
  ['size', (value) => (Array.isArray(value) ? value.length : written(value)?.length)],
  ['markdownify', keep],
  ['safe', keep],
  ['raw', keep],
]);
