/** Finds images and links that Markdown shows as text because of a space in their address. */
import type { Token, Tokens } from 'marked';
import type { Finding } from './dropped-words.ts';
import { FILE_EXTENSION } from './links.ts';
import { findFile } from './urls.ts';

/** Tokens whose children are a line of text, or several. */
const INLINE_PARENT = /^(?:paragraph|heading|text|link|strong|em|del)$/;
/** Stands for each character that is not plain text. */
const OTHER = '\ufffc';
/** Characters that are looked at on each side of `](`: a text may have thousands of them. */
const REACH = 500;

/**
 * Those in the text of a token, but not of its children.
 * @param files beside the body
 */
export function spacedAddresses(token: Token, files: readonly string[]): Finding[] {
  if (!INLINE_PARENT.test(token.type) || !('tokens' in token) || token.tokens === undefined)
    return [];
  const { type, raw, tokens } = token;
  const hasDefinition = type === 'paragraph' && raw.includes(']:');
  const isLinkShown = tokens.some((child) => child.type === 'text' && child.raw.includes(']('));
  if (!hasDefinition && !isLinkShown) return [];
  const lines = raw.split('\n');
  return [
    ...(hasDefinition ? definitionsIn(lines, files) : []),
    ...(isLinkShown ? findingsIn(plainText(tokens), lines, files) : []),
  ];
}

/** Those in a table, whose cells are no tokens. */
export function spacedAddressesInTable(
  { header, rows, raw }: Tokens.Table,
  files: readonly string[],
): Finding[] {
  if (!raw.includes('](')) return [];
  const lines = raw.split('\n');
  // The second line is between the header and the rows.
  return [header, [], ...rows].flatMap((cells, row) =>
    cells.flatMap(({ tokens }) => findingsIn(plainText(tokens), [lines[row] ?? ''], files)),
  );
}

/** The text as it is written; of code, HTML and real links only the length. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, raw }) => {
      const isBareAddress = type === 'link' && !/^[<[]/.test(raw);
      return type === 'text' || isBareAddress ? raw : raw.replace(/[^\n]/g, OTHER);
    })
    .join('');
}

function findingsIn(text: string, lines: readonly string[], files: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  let line = 0;
  let end = 0;
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
    line += text.slice(end, at).split('\n').length - 1;
    end = at;
    const label = /!?\[[^[\]]*$/.exec(text.slice(Math.max(0, at - REACH), at))?.[0];
    const written = inParentheses(text.slice(at + 2, at + REACH));
    if (label === undefined || written === undefined) continue;
    const { address, title } = split(written);
    if (!/\s/.test(address) || !isAddress(address, label.startsWith('!'), files)) continue;
    const shown = label.replace(/\ufffc+/g, '\u2026').replace(/\s+/g, ' ');
    findings.push(finding(lines[line] ?? '', `${shown}](`, { address, title }, ')', files));
  }
  return findings;
}

/** Definitions of addresses, which often look like prose, so only those of files that exist. */
function definitionsIn(lines: readonly string[], files: readonly string[]): Finding[] {
  return lines.flatMap((line) => {
    const [, start = '', text = ''] =
      /^\s{0,3}(\[[^[\]]{1,100}\]:)\s+(\S.{0,500})$/.exec(line) ?? [];
    const { address, title } = split(text.trim());
    if (!/\s/.test(address) || findFile(address, files) === undefined) return [];
    return [finding(line, `${start} `, { address, title }, '', files)];
  });
}

interface Target {
  readonly address: string;
  /** With its quotes and the space before it, or empty. */
  readonly title: string;
}

function split(target: string): Target {
  const [title = ''] = /(?<!\s)\s+(?:"[^"]*"|'[^']*')$/.exec(target) ?? [];
  return { address: target.slice(0, target.length - title.length), title };
}

function finding(
  line: string,
  start: string,
  { address, title }: Target,
  end: string,
  files: readonly string[],
): Finding {
  return {
    line: line.trim(),
    code: 'address-space',
    message: `\`${start}${address}${title}${end}\` is shown as text, because Markdown ends an address at a space.`,
    hint: `Put the address in angle brackets: \`${start}${quoted(address)}${title}${end}\`.`,
    // What `check --fix` changes.
    ...(findFile(address, files) !== undefined && { near: address, replacement: quoted(address) }),
  };
}

/** The line up to the closing parenthesis, if there is one. */
function inParentheses(text: string): string | undefined {
  let depth = 1;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (text.startsWith('](', index)) return undefined;
    if (character === '\n' || character === '<' || character === OTHER) return undefined;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth === 0) return text.slice(0, index).trim();
  }
  return undefined;
}

/** Tells an address from words in parentheses. */
function isAddress(text: string, isImage: boolean, files: readonly string[]): boolean {
  const path = text.replace(/[?#].*/, '');
  return (
    /^(?:https?:\/\/|www\.|\.{1,2}\/)\S/i.test(text) ||
    FILE_EXTENSION.test(path) ||
    (isImage && /\.[a-z][a-z0-9]{1,4}$/i.test(path)) ||
    findFile(text, files) !== undefined
  );
}

function quoted(address: string): string {
  return address.includes('>') ? address.replace(/\s/g, '%20') : `<${address}>`;
}
