/** Puts new values into a Markdown file; what stays the same is not touched. */
import { mergeYaml } from './merge-yaml.ts';
import { isMap, type Values } from './same-value.ts';
import { readYaml } from './read-yaml.ts';

interface Split {
  /** The first line. */
  readonly opening: string;
  readonly yaml: string;
  /** The line that closes the front matter. */
  readonly closing: string;
  readonly body: string;
}

/** As `splitFrontMatter` of the build. */
const FRONT_MATTER = /^(---[ \t]*(?:yaml[ \t]*)?\n)([^]*?)(?<=\n)(---[ \t]*(?:\n|$))/;

/**
 * The fields, and `body`.
 * @param text without a byte order mark, lines end with `\n`
 * @throws if the front matter is missing or invalid
 */
export function readFile(text: string): Values {
  const split = splitFile(text);
  if (split === undefined) throw new Error('The file does not start with front matter.');
  const values = readYaml(split.yaml) ?? {};
  if (!isMap(values)) throw new Error('The front matter is not a list of fields.');
  return { ...values, body: withoutBlank(split.body) };
}

/**
 * @param text the file as it was; empty for a new one
 * @param after all values by name, with `body`, in the order of the form
 */
export function mergeFile(text: string, after: Values): string {
  const { body = '', ...values } = after;
  const split = splitFile(text) ?? { opening: '---\n', yaml: '', closing: '---\n', body: '' };
  const yaml = mergeYaml(split.yaml, values);
  const edited = typeof body === 'string' ? body.replace(/\r\n?/g, '\n').trim() : '';
  if (edited === split.body.trim()) return split.opening + yaml + split.closing + split.body;
  const closing = split.closing.endsWith('\n') ? split.closing : `${split.closing}\n`;
  return split.opening + yaml + closing + around(split.body, edited);
}

/** White space around the body is as it was before. */
function around(before: string, edited: string): string {
  const text = before.trim();
  if (text === '') return `\n${edited}\n`;
  const end = before.slice(before.trimEnd().length);
  const start = before.slice(0, before.length - before.trimStart().length);
  // The first line may be code by its indentation, which the editor leaves out.
  const isSame = edited.startsWith(`${text.split('\n')[0]}\n`);
  return (isSame ? start : start.slice(0, start.lastIndexOf('\n') + 1)) + edited + end;
}

function splitFile(text: string): Split | undefined {
  const [all, opening, yaml, closing] = FRONT_MATTER.exec(text) ?? [];
  if (all === undefined || opening === undefined || yaml === undefined || closing === undefined)
    return undefined;
  return { opening, yaml, closing, body: text.slice(all.length) };
}

/** Without blank lines at the beginning; an indented first line is code. */
function withoutBlank(body: string): string {
  return body.replace(/^(?:[ \t]*\n)+/, '');
}
