/** Changes the addresses of links and pictures in Markdown and HTML; nothing else. */
import { decodeEntities, escapeAttribute } from '../../../lib/html.ts';
import { changeProse } from './markdown-code.ts';
import type { Format } from './output.ts';

/** The new address; `undefined` keeps the old one. */
export type ChangeLink = (url: string) => string | undefined;

const ATTRIBUTE = /(?<=[\s"'](?:href|src|poster)\s{0,3}=\s{0,3})(?:"([^"<>]*)"|'([^'<>]*)')/gi;
/** `](address` and `[label]: address`. */
const DESTINATION = /(?<=\]\(\s{0,3})(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()<>]*\))+))/g;
const DEFINITION = /(?<=^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{0,3})(?:<([^<>\n]*)>|(\S+))/gm;

export function changeLinks(text: string, format: Format, change: ChangeLink): string {
  if (format === 'html') return changeAttributes(text, change);
  return changeProse(text, (prose) => {
    const inBrackets = (found: string, bracketed?: string, bare?: string): string => {
      const changed = change(bracketed ?? bare ?? '');
      if (changed === undefined) return found;
      return bracketed === undefined && !/[\s()<>]/.test(changed) ? changed : `<${changed}>`;
    };
    const linked = prose.replace(DESTINATION, inBrackets).replace(DEFINITION, inBrackets);
    return changeAttributes(linked, change);
  });
}

function changeAttributes(html: string, change: ChangeLink): string {
  return html.replace(ATTRIBUTE, (found, double?: string, single?: string) => {
    const changed = change(decodeEntities(double ?? single ?? ''));
    return changed === undefined ? found : `"${escapeAttribute(changed)}"`;
  });
}
