/** What is wrong with a template or with `.eleventy.ts`, told as a problem of the owner's. */
import { existsSync, readFileSync } from 'node:fs';
import { normalize } from 'node:path';
import { z } from 'zod';
import type { Position, Problem } from '../lib/problem.ts';
import { CONFIG } from './project.ts';
import { sourceFrame } from './source-position.ts';

/** A template or the configuration has thrown. */
export class TemplateError extends Error {
  /** As the owner knows it: `templates/pages/post.11ty.tsx`. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'TemplateError';
    this.file = normalize(file);
  }
}

/** The problem that an error of Eleventy's is about; `undefined` when it names no template. */
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
    // Compiled code may have moved what it reads; a name that is wrong stands where it is written.
    ...((place.line === undefined || isMisspelt) && (yamlMark(chain) ?? mention(place, reason))),
    message: `The ${isConfig ? 'configuration of Eleventy' : 'template'} fails: ${reason}`,
    hint: isMisspelt
      ? 'Check the spelling; `src/site/model.ts` lists what templates see.'
      : 'Correct the file. If nobody has changed it, report this to those who look after Perennial.',
  };
}

type Place = { readonly file: string } & Partial<Position>;

/** The error and what caused it, innermost last; Eleventy has its own property for it. */
function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = 'originalError' in error ? error.originalError : error.cause;
  return [error, ...causesOf(inner)];
}

/** How Nunjucks, Liquid and Eleventy name a place. */
const NUNJUCKS = /\((\.\/[^)]+)\)(?: \[Line (\d+), Column (\d+)\])?/;
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

/** Lines of front matter, which template languages do not see. */
function linesAbove(file: string): number {
  const [frontMatter = ''] = /^---[^\n]*\n(?:.*?\n)?---[^\n]*\n/s.exec(textOf(file)) ?? [];
  return frontMatter.split('\n').length - 1;
}

/** Where the parser of front matter stopped. */
function yamlMark(chain: readonly Error[]): Position | undefined {
  const { mark } = z.object({ mark: MARK }).safeParse(chain.at(-1)).data ?? {};
  // Counted from 0, below the line that opens the front matter.
  return mark && { line: mark.line + 2, column: mark.column + 1 };
}

const MARK = z.object({ line: z.number(), column: z.number() });

/** Where a template mentions the name that a reason is about, nearest to the line that is known. */
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

/** A sentence: what the innermost error says, without its place. */
function reasonOf(chain: readonly Error[]): string {
  const { message = '' } = chain.at(-1) ?? {};
  // Nunjucks puts the places first; other messages begin with the reason.
  const lines = message
    .replace(LIQUID, '')
    .split('\n')
    .map((line) => line.trim().replace(/^(?:\w*Error: )+/, ''))
    .filter((line) => line !== '' && !NUNJUCKS.test(line));
  // Of two templates at one address, the lines that follow are the templates.
  const isClash = chain.at(-1)?.name === 'DuplicatePermalinkOutputError';
  const reason = (isClash ? lines.join(' ') : lines[0]) ?? 'it gives no reason';
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
