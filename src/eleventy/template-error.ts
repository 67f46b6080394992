/** Turns errors in templates and `.eleventy.ts` into problems with file, line and hint. */
import { existsSync, readFileSync } from 'node:fs';
import { normalize } from 'node:path';
import { z } from 'zod';
import type { Position, Problem } from '../lib/problem.ts';
import { CONFIG } from './project.ts';
import { displayPath } from '../lib/user-folder.ts';
import { sourceFrame } from './source-position.ts';

/** An error thrown by a template or the configuration. */
export class TemplateError extends Error {
  /** Relative to the project: `templates/pages/post.11ty.tsx`. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'TemplateError';
    this.file = normalize(file);
  }
}

/** The problem behind an error from Eleventy; `undefined` if it names no template. */
export function templateProblem(error: unknown): Problem | undefined {
  const chain = causesOf(error);
  const named = chain.flatMap(placeIn);
  const thrown = chain.flatMap((cause) => sourceFrame(cause) ?? []);
  const place = named.findLast(({ line }) => line !== undefined) ?? thrown.at(-1) ?? named[0];
  if (place === undefined) return undefined;
  const isConfig = place.file === CONFIG;
  const reason = reasonOf(chain);
  const isMisspelt = chain.some(({ name }) => name === 'MissingProperty');
  return {
    severity: 'error',
    code: isConfig ? 'eleventy-config-failed' : 'template-failed',
    ...place,
    file: displayPath(place.file),
    // A source map can be off by some lines, so look for the misspelt name itself.
    ...((place.line === undefined || isMisspelt) && (yamlMark(chain) ?? mention(place, reason))),
    message: `The ${isConfig ? 'configuration of Eleventy' : 'template'} fails: ${reason}`,
    hint: isMisspelt
      ? 'Check the spelling; `src/site/model.ts` lists what templates see.'
      : 'Correct the file. If nobody has changed it, report this to those who look after Perennial.',
  };
}

type Place = { readonly file: string } & Partial<Position>;

/** The error and its causes, innermost last; Eleventy uses its own property for the cause. */
function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = 'originalError' in error ? error.originalError : error.cause;
  return [error, ...causesOf(inner)];
}

/** Positions in the messages of Nunjucks, Liquid and Eleventy. */
const NUNJUCKS = /\((\.\/[^()]+)\)(?: \[Line (\d+), Column (\d+)\])?/;
const LIQUID = /, file:([^,]+)(?:, line:(\d+))?(?:, col:(\d+))?/;
const ELEVENTY = /(?:^|[\s'`"])((?:\.\/)?templates\/[^\s'`",;:()]*[a-z\d])/i;

function placeIn(error: Error): readonly Place[] {
  if (error instanceof TemplateError) return [{ file: error.file }];
  const [, name, line, column] =
    [NUNJUCKS, LIQUID, ELEVENTY].flatMap((way) => way.exec(error.message) ?? []) ?? [];
  if (name === undefined) return [];
  const file = normalize(name);
  if (line === undefined || column === undefined) return [{ file }];
  return [{ file, line: Number(line) + linesAbove(file), column: Number(column) }];
}

/** Number of front-matter lines, which template engines do not count. */
function linesAbove(file: string): number {
  const [frontMatter = ''] = /^---[^\n]*\n(?:.*?\n)?---[^\n]*\n/s.exec(textOf(file)) ?? [];
  return frontMatter.split('\n').length - 1;
}

/** Position of a front-matter syntax error. */
function yamlMark(chain: readonly Error[]): Position | undefined {
  const { mark } = z.object({ mark: MARK }).safeParse(chain.at(-1)).data ?? {};
  // Counted from 0, after the opening `---`.
  return mark && { line: mark.line + 2, column: mark.column + 1 };
}

const MARK = z.object({ line: z.number(), column: z.number() });

/** The mention of the name in the reason that is nearest to the known line. */
function mention({ file, line = 0 }: Place, reason: string): Position | undefined {
  const name = /`([\w$]+)`|: ([\w$]+)\.$/.exec(reason)?.slice(1).find(Boolean);
  if (name === undefined) return undefined;
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  const [nearest] = textOf(file)
    .split('\n')
    .map((text, index) => ({ line: index + 1, column: text.search(word) + 1 }))
    .filter(({ column }) => column > 0)
    .toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
  return nearest;
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The message of the innermost error as a sentence, without its position. */
function reasonOf(chain: readonly Error[]): string {
  const { message = '' } = chain.at(-1) ?? {};
  // Nunjucks messages start with the position, others with the reason.
  const lines = message
    .replace(LIQUID, '')
    .split('\n')
    .map((line) => line.trim().replace(/^(?:\w*Error: )+/, ''))
    .filter((line) => line !== '' && !NUNJUCKS.test(line));
  // For two templates at one URL, the next lines list the templates.
  const isClash = chain.at(-1)?.name === 'DuplicatePermalinkOutputError';
  const reason = (isClash ? lines.join(' ') : lines[0]) ?? 'it gives no reason';
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
