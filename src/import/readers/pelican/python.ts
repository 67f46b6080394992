/** Reads settings in a Python file that are plain values. Runs no code. */
import { yaml } from '../text-site/front-matter.ts';

const ASSIGNMENT = /^([A-Z][A-Z0-9_]*)[ \t]*=[ \t]*(?!=)/gm;
/** Strings, comments and brackets. */
const PART =
  /[bru]{0,2}(?:"""([^]*?)"""|'''([^]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')|#[^\n]*|[([{]|[)\]}]|\n|\b(?:True|False|None)\b/g;

/** Names in capitals and their values; what is computed is left out. */
export function readPython(script: string): Readonly<Record<string, unknown>> {
  const settings: [string, unknown][] = [];
  for (const { index, 0: start, 1: name = '' } of script.matchAll(ASSIGNMENT)) {
    const value = valueOf(script, index + start.length);
    if (value !== undefined) settings.push([name, value.value]);
  }
  return Object.fromEntries(settings);
}

/** As JSON, up to the end of the line outside of brackets. */
function valueOf(script: string, from: number): { readonly value: unknown } | undefined {
  let json = '';
  let done = from;
  let depth = 0;
  PART.lastIndex = from;
  for (let match = PART.exec(script); match !== null; match = PART.exec(script)) {
    json += script.slice(done, match.index);
    done = match.index + match[0].length;
    const [part] = match;
    if (part === '\n' && depth === 0) break;
    if ('([{'.includes(part)) depth++;
    if (')]}'.includes(part)) depth--;
    json += jsonOf(part, match[1] ?? match[2] ?? match[3] ?? match[4]);
  }
  if (done === from) json = script.slice(from);
  // Names, calls and operators are no values.
  if (/[a-z_]\s*[([.]|[+%*]/i.test(json.replace(/"(?:[^"\\]|\\.)*"/g, '""'))) return undefined;
  const parsed = yaml(json.trim());
  return parsed.ok ? { value: parsed.value } : undefined;
}

function jsonOf(part: string, string: string | undefined): string {
  if (string !== undefined) return JSON.stringify(string.replace(/\\(['"\\])/g, '$1'));
  if (part.startsWith('#')) return '';
  if (part === '\n') return ' ';
  if (part === '(') return '[';
  if (part === ')') return ']';
  if (part === 'None') return 'null';
  return part === 'True' || part === 'False' ? part.toLowerCase() : part;
}
