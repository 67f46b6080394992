/** Reads object literals of JavaScript files that hold data. Runs no code. */
import { yaml } from '../text-site/front-matter.ts';

/** `export default {`, `module.exports = {`, or a function that returns an object at once. */
const EXPORT = /\b(?:export\s+default|module\.exports\s*=)/;
const FUNCTION =
  /^\s*(?:async\b\s*)?(?:function\b[^(){}]*)?\([^()]*\)\s*(?:=>\s*\(?|\{\s*return\b)\s*/;

/** The value that a module exports; `undefined` unless it is a plain literal. */
export function literalOf(script: string): unknown {
  const start = EXPORT.exec(script);
  if (start === null) return undefined;
  const rest = script.slice(start.index + start[0].length);
  const head = FUNCTION.exec(rest)?.[0] ?? /^\s*/.exec(rest)?.[0] ?? '';
  const from = script.length - rest.length + head.length;
  if (script[from] !== '{') return undefined;
  const end = endOfObject(script, from);
  if (end === undefined) return undefined;
  return parseLiteral(script.slice(from, end));
}

/** Strings, comments and braces. */
const PART =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|[{}]/g;

function endOfObject(script: string, from: number): number | undefined {
  let depth = 0;
  PART.lastIndex = from;
  for (let match = PART.exec(script); match !== null; match = PART.exec(script)) {
    if (match[0] === '{') depth++;
    if (match[0] === '}' && --depth === 0) return match.index + 1;
  }
  return undefined;
}

/** Almost YAML: comments go, keys get the blank behind their colon, strings become JSON. */
function parseLiteral(literal: string): unknown {
  const text = literal
    .replace(PART, (part) => {
      if (part.startsWith('//') || part.startsWith('/*')) return '';
      if (part.startsWith('{') || part.startsWith('}')) return part;
      return JSON.stringify(part.slice(1, -1).replace(/\\(['"`\\])/g, '$1'));
    })
    .replace(/(?<=[{,]\s{0,200})(\w+|"[^"\n]*")\s*:(?=\S)/g, '$1: ')
    .replace(/\bundefined\b/g, 'null');
  // Anything that is called or computed is no data.
  if (/=>|\bfunction\b|\$\{/.test(text)) return undefined;
  const parsed = yaml(text.replaceAll('\t', '  '));
  return parsed.ok ? parsed.value : undefined;
}

/** The text of a key in a script, wherever it is: `input: "src"`. */
export function textIn(script: string, key: string): string | undefined {
  return new RegExp(String.raw`\b${key}["']?\s*:\s*["'${'`'}]([^"'${'`'}\n]*)["'${'`'}]`).exec(
    script,
  )?.[1];
}
