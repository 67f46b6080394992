/** The editor's file formats: what it saves is merged into the text that it has read. */
import { formatYaml } from '../../content/format-yaml.ts';
import type { FileFormat, Value } from '../../outputs/editor/shape.ts';
import { shownFields, storedFields } from '../files.ts';
import { mergeFile, readFile } from '../merge/merge-file.ts';
import { mergeJson, readJson } from '../merge/merge-json.ts';
import { mergeVersions, type Conflict } from '../merge/merge-versions.ts';
import { mergeYaml } from '../merge/merge-yaml.ts';
import { readYaml } from '../merge/read-yaml.ts';
import { withoutRewriting } from '../merge/rich-text-origins.ts';
import { isMap, type Values } from '../merge/same-value.ts';
import type { Fields } from '../shapes.ts';
import { withUnreadable, type SafeMethods } from './unreadable.ts';

/** What this needs of the editor. */
export interface FormatRegistry {
  readonly registerCustomFormat: (
    name: string,
    extension: string,
    methods: {
      readonly fromFile: (text: string) => Fields;
      readonly toFile: (values: Fields) => string;
    },
  ) => void;
}

/** The text that a file had. The form has no such field; it carries those that it does not know. */
export const SOURCE = 'perennial_source';
/** The editor keeps old addresses here when a post gets another one. */
const ALIASES = 'aliases';
const REDIRECTS = 'legacyUrl';

const METHODS: Readonly<Record<FileFormat['extension'], SafeMethods>> = {
  md: withUnreadable('md', { read: readFile, merge: mergeFile }),
  json: withUnreadable('json', { read: readJson, merge: mergeJson }),
  yaml: withUnreadable('yaml', { read: readYamlFile, merge: mergeYaml }),
};

const yaml = {
  parse: (text: string): Value => asValue(readYaml(text)),
  format: (value: Value): string => formatYaml(value),
};

/** @param formats by name */
export function registerFormats(
  { registerCustomFormat }: FormatRegistry,
  formats: Readonly<Record<string, FileFormat>>,
): void {
  for (const [name, format] of Object.entries(formats)) {
    registerCustomFormat(name, format.extension, {
      fromFile: (text) => shownFile(text, format),
      toFile: (values) => textOf(values, format),
    });
  }
}

/** Where a text is broken and why: a clause. `undefined` for one that can be read. */
export function problemIn(text: string, { extension }: FileFormat): string | undefined {
  return METHODS[extension].problemIn(text);
}

/** The text of a file with the values of the form. */
export function textOf(fields: Fields, format: FileFormat): string {
  const { text, after } = editOf(fields, format);
  return METHODS[format.extension].merge(text, after);
}

/**
 * The values of the form in a newer version of their file.
 * @returns the text, and what both have changed
 */
export function textIn(
  current: string,
  fields: Fields,
  format: FileFormat,
): { readonly text: string; readonly conflicts: readonly Conflict[] } {
  const { read, merge } = METHODS[format.extension];
  const { before, after } = editOf(fields, format);
  const { values, conflicts } = mergeVersions(before, after, read(current));
  return { text: merge(current, values), conflicts };
}

/** What the form shows of a file. */
export function shownFile(text: string, format: FileFormat): Fields {
  const { read } = METHODS[format.extension];
  return { ...shownFields(asFields(read(text)), format, yaml), [SOURCE]: text };
}

interface Edit {
  /** As it was opened; empty for a new file. */
  readonly text: string;
  /** Its fields. */
  readonly before: Fields;
  /** All fields, as the file is to have them. */
  readonly after: Values;
}

function editOf(
  { [SOURCE]: source, [ALIASES]: aliases, ...values }: Fields,
  format: FileFormat,
): Edit {
  const text = typeof source === 'string' ? source : '';
  const before = text === '' ? {} : asFields(METHODS[format.extension].read(text));
  const stored = storedFields(withRedirects(values, aliases), before, format, yaml);
  const [{ body }, { body: old }] = [stored, before];
  const after = {
    ...(format.map === undefined ? withDottedNames(stored, before) : stored),
    ...(typeof body === 'string' && {
      body: withoutRewriting(body, typeof old === 'string' ? old : ''),
    }),
  };
  return { text, before, after };
}

/** The old addresses of a post lead to its new one. */
function withRedirects(values: Fields, aliases: Value | undefined): Fields {
  if (!Array.isArray(aliases) || aliases.length === 0) return values;
  const redirects = values[REDIRECTS] ?? [];
  const before = Array.isArray(redirects) ? redirects : [redirects];
  return { ...values, [REDIRECTS]: [...before, ...aliases].filter((path) => path !== '') };
}

/** The editor takes a dot in a name for a path of names. */
function withDottedNames(stored: Fields, before: Fields): Fields {
  const dotted = Object.entries(before).filter(([name]) => name.includes('.'));
  const split = new Set(dotted.map(([name]) => name.slice(0, name.indexOf('.'))));
  const whole = Object.entries(stored).filter(
    ([name]) => !split.has(name) || Object.hasOwn(before, name),
  );
  return Object.fromEntries([...whole, ...dotted]);
}

function readYamlFile(text: string): Values {
  const values = readYaml(text) ?? {};
  if (!isMap(values)) throw new Error('The file is not a list of fields.');
  return values;
}

/** As JSON has it; YAML and JSON hold nothing else. */
function asFields(values: Values): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asValue(value)]));
}

function asValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(asValue);
  if (isMap(value)) return asFields(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return null;
}
