/** Front matter in JavaScript, as Eleventy has it: an object, or constants. Runs nothing. */
import { parseYaml } from '../../../content/yaml.ts';
import type { Parsed } from './parsed.ts';

/** A plain value up to the end of its line. */
const CONSTANT =
  /^(?:const|let|var)[ \t]+([\w$]+)[ \t]*=[ \t]*("[^"\\\n]*"|'[^'\\\n]*'|true|false|-?\d[\d.]*|\[[^[\]\n]*\])[ \t]*(?:;[ \t]*)?\r?$/gm;

/** Values that only running the code would tell are left out. */
export function parseScript(source: string): Parsed {
  if (/^\s*\{/.test(source)) return valueOf(source);
  const fields = new Map<string, unknown>();
  for (const [, name = '', written = ''] of source.matchAll(CONSTANT)) {
    const parsed = valueOf(written);
    if (parsed.ok) fields.set(name, parsed.value);
  }
  return { ok: true, value: Object.fromEntries(fields) };
}

/** Most plain values are YAML, too. */
function valueOf(written: string): Parsed {
  const parsed = parseYaml(written);
  if (parsed.ok) return parsed;
  return { ok: false, reason: parsed.error.message, line: parsed.error.at.line };
}
