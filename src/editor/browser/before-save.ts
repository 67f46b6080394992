/**
 * Puts what is saved into the newest version of its file, and makes the entry
 * remember that text, as if it had been read again.
 */
import type { AppEventListener } from '@sveltia/cms';
import { ownValue } from '../../lib/own-value.ts';
import type { FileFormat } from '../../outputs/editor/shape.ts';
import type { Conflict } from '../merge/merge-versions.ts';
import { isEmpty } from '../merge/same-value.ts';
import { UnreadableField, type Fields } from '../shapes.ts';
import { SOURCE, problemIn, shownFile, textIn, textOf } from './format.ts';
import { asRead, type KnownTexts } from './known-texts.ts';
import { reasonOf } from './unreadable.ts';
import { words } from './words.ts';

/** What this needs of the editor. */
export interface EventRegistry {
  readonly registerEventListener: (listener: AppEventListener) => void;
}

/** A collection, or a file of one. */
interface Form {
  readonly name: string;
  readonly folder?: string;
  readonly fields?: readonly FormField[];
  readonly files?: readonly Form[];
}

interface FormField {
  readonly name: string;
  readonly label?: string;
}

/** Characters of what is lost, in a question. */
const EXCERPT = 200;
/** Of the form of an entry. */
const ADDRESS = /^#\/collections\/[^/]+\/entries\/(.+)$/;

/**
 * @param formats by collection, or by file
 * @param known `undefined` if saves go to branches of their own
 */
export function mergeBeforeSave(
  { registerEventListener }: EventRegistry,
  formats: Readonly<Record<string, FileFormat>>,
  collections: readonly Form[],
  known: KnownTexts | undefined,
): void {
  const forms = collections.flatMap((form) => [form, ...(form.files ?? [])]);
  registerEventListener({
    name: 'preSave',
    async handler({ entry }) {
      const { data, collection, slug, path, newRecord } = entry.toJS();
      const name = Object.hasOwn(formats, collection) ? collection : slug;
      const format = ownValue(formats, name);
      if (format === undefined) return entry;
      const form = forms.find((other) => other.name === name);
      const fields = form?.fields ?? [];
      const current = newRecord
        ? undefined
        : ((await known?.read(path)) ?? (await known?.read(openedPath(form, format))));
      try {
        const text = newText(inOrder(data, fields), current, { format, path, fields });
        return entry.set('data', shownFile(text, format));
      } catch (error) {
        if (!(error instanceof UnreadableField)) throw error;
        const reason = reasonOf(error.cause, 'yaml');
        throw refusal(words().unreadableField(labelOf(error.field, fields), reason));
      }
    },
  });
}

interface Saved {
  readonly format: FileFormat;
  readonly path: string;
  readonly fields: readonly FormField[];
}

/**
 * The file with the values of the form.
 * @param current text of the file; `undefined` if it is not known
 * @throws with a message that the editor shows
 */
function newText(
  values: Fields,
  current: string | undefined,
  { format, path, fields }: Saved,
): string {
  const source = values[SOURCE];
  const wasBroken = typeof source === 'string' && problemIn(source, format) !== undefined;
  const { notCorrected, brokenMeanwhile, correctedMeanwhile } = words();
  if (current === undefined || typeof source !== 'string' || asRead(source) === current) {
    const edited = textOf(values, format);
    requireReadable(edited, format, (problem) => notCorrected(path, problem));
    return wasBroken ? withRedirect(edited, values, format) : edited;
  }
  requireReadable(current, format, (problem) => brokenMeanwhile(path, problem));
  if (wasBroken) throw refusal(correctedMeanwhile(path));
  const { text, conflicts } = textIn(current, values, format);
  if (conflicts.length > 0) confirmLoss(conflicts, fields);
  return text;
}

/** A file that can be read again; if its address is a new one, the old one redirects. */
function withRedirect(text: string, { aliases = [] }: Fields, format: FileFormat): string {
  return textOf({ ...shownFile(text, format), aliases }, format);
}

/** @throws with a message that the editor shows */
function requireReadable(
  text: string,
  format: FileFormat,
  message: (problem: string) => string,
): void {
  const problem = problemIn(text, format);
  if (problem !== undefined) throw refusal(message(problem));
}

/** By this name, the editor shows the message of the cause. */
function refusal(message: string): Error {
  return new Error('saving_failed', { cause: new Error(message) });
}

/** An entry with a new slug has another path from now on. */
function openedPath({ folder = '' }: Form = { name: '' }, { extension }: FileFormat): string {
  const [, entry = ''] = ADDRESS.exec(location.hash) ?? [];
  return `${folder}/${decodeURIComponent(entry)}.${extension}`;
}

/** @throws with a message that the editor shows, if the writer does not want that */
function confirmLoss(conflicts: readonly Conflict[], fields: readonly FormField[]): void {
  const { changedTwice, notSaved } = words();
  const lines = conflicts.map(({ field, theirs }) => {
    const [name = ''] = field.split('.');
    return `${labelOf(name, fields)}: ${excerpt(theirs)}`;
  });
  if (window.confirm(`${changedTwice}\n\n${lines.join('\n')}`)) return;
  throw refusal(notSaved);
}

function labelOf(name: string, fields: readonly FormField[]): string {
  return fields.find((field) => field.name === name)?.label ?? name;
}

function excerpt(value: unknown): string {
  if (isEmpty(value)) return words().removed;
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  const text =
    typeof value === 'string' ? value : isTexts ? value.join(', ') : JSON.stringify(value);
  const letters = [...text.trim()];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join('');
}

/** The editor puts the fields into the order of the form later. */
function inOrder(data: Fields, order: readonly FormField[]): Fields {
  const names = [...order.map(({ name }) => name), ...Object.keys(data)];
  const known = [...new Set(names)].filter((name) => Object.hasOwn(data, name));
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = ownValue(data, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
