/** Reads TOML. The only importer of smol-toml. */
import { TomlDate, TomlError, parse } from 'smol-toml';
import { isObject } from '../../lib/merge-json.ts';
import type { Parsed } from './text-site/parsed.ts';

/** Dates become text as written: `2020-01-31`, or RFC 3339 with or without offset. */
export function parseToml(text: string): Parsed {
  try {
    return { ok: true, value: withoutDates(parse(text)) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
    return { ok: false, reason, line: error.line };
  }
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace(/\.000(?!\d)/, '');
  if (Array.isArray(value)) return value.map(withoutDates);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withoutDates(item)]),
  );
}
