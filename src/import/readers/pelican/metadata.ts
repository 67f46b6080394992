/** The metadata of texts of Pelican: lines of Markdown, fields of reStructuredText, elements of HTML. */
import { elementsOf, parseHtml, serializeHtml, textOf } from '../../../lib/html.ts';
import { Fields } from '../text-site/fields.ts';
import { splitDocument, type SplitDocument } from '../text-site/front-matter.ts';

export function splitPelican(text: string, file: string): SplitDocument {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (/\.html?$/i.test(file)) return splitHtml(source);
  if (file.endsWith('.rst')) return splitRst(source);
  return (source.startsWith('---') ? splitDocument(source) : undefined) ?? splitMarkdown(source);
}

const LINE = /^ {0,3}([\w-]+):(.*)$/;
const MORE = /^(?: {4}|\t)(.*)$/;

/** `Title: Roses`, up to the first blank line. */
function splitMarkdown(source: string): SplitDocument {
  const lines = source.split('\n');
  const values = new Map<string, string>();
  let last = '';
  let at = 0;
  if (/^-{3}[ \t]*$/.test(lines[0] ?? '')) at++;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, name, value = ''] = LINE.exec(line) ?? [];
    const more = line.trim() === '' ? undefined : MORE.exec(line)?.[1];
    if (name !== undefined) {
      last = name.toLowerCase();
      values.set(last, value.trim());
    } else if (more !== undefined && last !== '')
      values.set(last, `${values.get(last) ?? ''} ${more.trim()}`.trim());
    else {
      if (line.trim() === '' || /^(?:-{3}|\.{3})[ \t]*$/.test(line)) at++;
      break;
    }
  }
  return {
    fields: new Fields(Object.fromEntries(values)),
    body: lines.slice(at).join('\n'),
    bodyLine: at + 1,
  };
}

const RULE = /^([=\-~^"'`#*+.:_])\1{2,}[ \t]*$/;
const RST_FIELD = /^:([\w-]+):(.*)$/;

/** A title with a line of signs below it, and perhaps above, then `:date: 2020-01-31`. */
function splitRst(source: string): SplitDocument {
  const lines = source.split('\n');
  const values = new Map<string, string>();
  let at = lines.findIndex((line) => line.trim() !== '');
  if (at === -1) at = 0;
  if (RULE.test(lines[at] ?? '') && RULE.test(lines[at + 2] ?? '')) at++;
  if (RULE.test(lines[at + 1] ?? '')) {
    values.set('title', (lines[at] ?? '').trim());
    at += 2;
  }
  let last = '';
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, name, value = ''] = RST_FIELD.exec(line) ?? [];
    if (name !== undefined) {
      last = name.toLowerCase();
      values.set(last, value.trim());
    } else if (/^[ \t]+\S/.test(line) && last !== '')
      values.set(last, `${values.get(last) ?? ''} ${line.trim()}`.trim());
    else if (line.trim() !== '') break;
    else last = '';
  }
  return {
    fields: new Fields(Object.fromEntries(values)),
    body: lines.slice(at).join('\n'),
    bodyLine: at + 1,
  };
}

/** `<title>`, `<meta name="date" content="…">` and `<body>`. */
function splitHtml(source: string): SplitDocument {
  const elements = elementsOf(parseHtml(source));
  const named = (name: string) => elements.find((element) => element.name === name);
  const title = named('title');
  const body = named('body');
  const metas = elements.flatMap(({ name, attribs }): [string, string][] => {
    const key = attribs['name'];
    return name === 'meta' && key !== undefined
      ? [[key, attribs['content'] ?? attribs['contents'] ?? '']]
      : [];
  });
  return {
    fields: new Fields({
      ...(title && { title: textOf(title).trim() }),
      ...Object.fromEntries(metas),
    }),
    body: body === undefined ? source : serializeHtml(body),
    bodyLine: 1,
  };
}
