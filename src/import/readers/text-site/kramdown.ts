/**
 * Turns what kramdown and Python-Markdown alone read into what other Markdown parsers show.
 * https://kramdown.gettalong.org/syntax.html
 */
import { definitionLists } from './definition-lists.ts';
import { headingIds, idAnchor, isAttributeList } from './heading-ids.ts';
import { changeProse } from './markdown-code.ts';

export function fromKramdown(markdown: string): string {
  return changeProse(markdown, (text) => {
    const prose = definitionLists(text);
    if (!prose.includes('{') && !/markdown\s*=/.test(prose)) return prose;
    const withoutBlocks = prose
      .replace(/\{::comment\}[^]*?(?:\{:\/comment\}|\{:\/\}|$(?![^]))/g, '')
      .replace(/\{::options\b[^{}\n]*\/\}[ \t]*\n?/g, '')
      .replace(/\{::nomarkdown\b[^{}\n]*\}|\{:\/(?:nomarkdown|comment)?\}/g, '');
    return blankLinesInHtml(withoutAttributes(headingIds(withoutToc(withoutBlocks))));
  });
}

/** The page makes its own table of contents where kramdown fills a list. */
function withoutToc(prose: string): string {
  return prose.replace(
    /^[ \t]*(?:[-*+]|\d+\.)[ \t][^\n]*\n[ \t]*\{:\s?toc\b[^{}\n]*\}[ \t]*\n?/gm,
    '',
  );
}

const LIST = /\{:([^{}\n]*)\}/;
/** On lines of their own, and behind links, pictures, emphasis and code, whose mark ends in a private character. */
const BLOCK = new RegExp(String.raw`^[ \t>]*${LIST.source}[ \t]*(?:\n|$)`, 'gm');
const SPAN = new RegExp(String.raw`(?<=[)\]*_>\u{F0000}])${LIST.source}`, 'gu');

function withoutAttributes(prose: string): string {
  const drop = (found: string, list: string): string => {
    return isAttributeList(list) ? idAnchor(list, prose) : found;
  };
  return prose
    .replace(BLOCK, (found: string, list: string) => {
      const kept = drop(found, list);
      return kept === '' || kept === found ? kept : `\n${kept}\n`;
    })
    .replace(SPAN, drop);
}

const OPENING = /^([ \t]*<([a-z][a-z0-9]*)\b)([^<>\n]*)>[ \t]*$/i;
const MARKDOWN = /(?<=\s)markdown\s*=\s*(?:"[^"]*"|'[^']*'|\w+)/i;

/** In HTML with the attribute `markdown`, Markdown needs blank lines around it. */
function blankLinesInHtml(prose: string): string {
  if (!/markdown\s*=/.test(prose)) return prose;
  const open: string[] = [];
  return prose
    .split('\n')
    .flatMap((line) => {
      const [, start, name, attributes = ''] = OPENING.exec(line) ?? [];
      if (name !== undefined && MARKDOWN.test(attributes)) {
        open.push(name.toLowerCase());
        return [`${start}${attributes.replace(MARKDOWN, '').trimEnd()}>`, ''];
      }
      const closing = /^[ \t]*<\/([a-z][a-z0-9]*)>[ \t]*$/i.exec(line)?.[1]?.toLowerCase();
      if (closing === undefined || closing !== open.at(-1)) return line;
      open.pop();
      return ['', line.trim()];
    })
    .join('\n');
}
