/** Splits the posts of static site generators into front matter and body: YAML, TOML or JSON. */
import { parseYaml } from '../../../content/yaml.ts';
import { parseToml } from '../toml.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';
import { parseScript } from './script-front.ts';

export interface SplitDocument {
  readonly fields: Fields;
  readonly body: string;
  /** 1-based line of the file where the body begins. */
  readonly bodyLine: number;
  /** What is wrong with the front matter. Its fields were then read one by one. */
  readonly error?: { readonly reason: string; readonly line: number } | undefined;
}

type Parse = (text: string) => Parsed;

interface Block {
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly parse: Parse;
}

/** @returns `undefined` if the file has no front matter */
export function splitDocument(text: string): SplitDocument | undefined {
  const block = delimited(text) ?? json(text) ?? unopened(text);
  if (block === undefined) return undefined;
  const source = text.slice(block.start, block.end);
  const parsed = block.parse(source);
  const { length: bodyLine } = text.slice(0, block.bodyStart).split('\n');
  const body = text.slice(block.bodyStart);
  if (parsed.ok) return { fields: new Fields(parsed.value), body, bodyLine };
  const line = parsed.line + text.slice(0, block.start).split('\n').length - 1;
  return {
    fields: new Fields(fieldByField(source, block.parse)),
    body,
    bodyLine,
    error: { reason: parsed.reason, line },
  };
}

const OPENING = /^\s*(---+|\+\+\+|;;;+)[ \t]*(?:([a-z]+)[ \t]*)?(?:\r?\n|$)/;

function delimited(text: string): Block | undefined {
  const [opening, fence = '', language = ''] = OPENING.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const closing =
    fence === '+++' ? /^\+\+\+[ \t]*(?:\r?\n|$)/gm : /^(?:---+|\.\.\.|;;;+)[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = opening.length;
  const end = closing.exec(text);
  if (end === null) return undefined;
  return {
    start: opening.length,
    end: end.index,
    bodyStart: end.index + end[0].length,
    parse: parserFor(fence, language, end[0]),
  };
}

function parserFor(fence: string, language: string, closing: string): Parse {
  if (fence === '+++' || language === 'toml') return parseToml;
  if (language === 'js' || language === 'javascript') return parseScript;
  return closing.startsWith(';') ? parsePairs : yaml;
}

/** An object as of Hugo, or, up to `;;;`, the pairs of one as of Hexo. */
function json(text: string): Block | undefined {
  const start = text.search(/\S/);
  if (text[start] === '"') {
    const end = /^;;;+[ \t]*(?:\r?\n|$)/m.exec(text);
    if (end === null) return undefined;
    return { start, end: end.index, bodyStart: end.index + end[0].length, parse: parsePairs };
  }
  if (text[start] !== '{' || !/^\{\s*["}]/.test(text.slice(start))) return undefined;
  const end = endOfObject(text, start);
  if (end === undefined) return undefined;
  const after = /^[ \t]*(?:\r?\n)?(?:;;;+[ \t]*(?:\r?\n|$))?/.exec(text.slice(end));
  return { start, end, bodyStart: end + (after?.[0].length ?? 0), parse: yaml };
}

function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  for (const { index, 0: found } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (found === '{') depth++;
    if (found === '}' && --depth === 0) return start + index + 1;
  }
  return undefined;
}

const FIELD = /^[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(?:[ \t]|$)/u;

/** YAML whose first `---` is missing, as Hexo allows. */
function unopened(text: string): Block | undefined {
  if (!FIELD.test(text)) return undefined;
  const end = /^---+[ \t]*(?:\r?\n|$)/m.exec(text);
  if (end === null) return undefined;
  const lines = text.slice(0, end.index).split(/\r?\n/);
  if (!lines.every((line) => /^[ \t#-]|^\s*$/.test(line) || FIELD.test(line))) return undefined;
  return { start: 0, end: end.index, bodyStart: end.index + end[0].length, parse: yaml };
}

/** JSON is YAML, too. */
export function yaml(text: string): Parsed {
  const parsed = parseYaml(text);
  if (parsed.ok) return parsed;
  return { ok: false, reason: parsed.error.message, line: parsed.error.at.line };
}

function parsePairs(text: string): Parsed {
  return text.trimStart().startsWith('"') ? yaml(`{${text}}`) : yaml(text);
}

/** What can be read of invalid front matter: each field by itself, or else the text after its name. */
function fieldByField(source: string, parse: Parse): Readonly<Record<string, unknown>> {
  const groups: string[] = [];
  for (const line of source.split(/\r?\n/)) {
    if (/^[\w-]+[ \t]*[:=]/.test(line) || groups.length === 0) groups.push(line);
    else groups.push(`${groups.pop()}\n${line}`);
  }
  return Object.fromEntries(
    groups.flatMap((group) => {
      const parsed = parse(group.replaceAll('\t', '  '));
      if (parsed.ok) return Object.entries(parsed.value ?? {});
      const [, name, value = ''] = /^([\w-]+)[ \t]*[:=](.*)/s.exec(group) ?? [];
      return name === undefined ? [] : [[name, unquoted(value.trim())]];
    }),
  );
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}
