/** What is wrong with a template or with `.eleventy.ts`, told as a problem of the owner's. */
import { readFileSync } from 'node:fs';
import { normalize } from 'node:path';
import type { Position, Problem } from '../lib/problem.ts';
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
  const named = chain.flatMap(placeIn).findLast(({ line }) => line !== undefined);
  const thrown = chain.flatMap((cause) => sourceFrame(cause) ?? []).at(-1);
  const place = named ?? thrown ?? chain.flatMap(placeIn).at(-1);
  if (place === undefined) return undefined;
  return {
    severity: 'error',
    code: place.file === CONFIG ? 'eleventy-config-failed' : 'template-failed',
    ...place,
    message: `${place.file === CONFIG ? 'The configuration' : 'The template'} fails: ${reasonOf(chain)}`,
    hint: hintFor(chain.at(-1)),
  };
}

const CONFIG = '.eleventy.ts';

type Place = { readonly file: string } & Partial<Position>;

/** The error and what caused it, innermost last; Eleventy has its own property for it. */
function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = 'originalError' in error ? error.originalError : error.cause;
  return [error, ...causesOf(inner)];
}

/** The message of Nunjucks begins with places, that of Liquid ends with one. */
const NUNJUCKS = /\((\.\/[^)]+)\)(?: \[Line (\d+), Column (\d+)\])?/;
const LIQUID = /, file:([^,]+)(?:, line:(\d+))?(?:, col:(\d+))?/;
const ELEVENTY = /(?:^|[\s'`"])((?:\.\/)?templates\/[^\s'`",;:()]*[a-z\d])/i;

function placeIn(error: Error): readonly Place[] {
  if (error instanceof TemplateError) return [{ file: error.file }];
  const [, name, line, column] =
    NUNJUCKS.exec(error.message) ??
    LIQUID.exec(error.message) ??
    ELEVENTY.exec(error.message) ??
    [];
  if (name === undefined) return [];
  const file = normalize(name);
  if (line === undefined || column === undefined) return [{ file }];
  return [{ file, line: Number(line) + linesAbove(file), column: Number(column) }];
}

/** Lines of front matter, which template languages do not see. */
function linesAbove(file: string): number {
  try {
    const [frontMatter = ''] =
      /^---[^\n]*\n(?:.*?\n)?---[^\n]*\n/s.exec(readFileSync(file, 'utf8')) ?? [];
    return frontMatter.split('\n').length - 1;
  } catch {
    return 0;
  }
}

/** A sentence: the last line of what the innermost error says, without its place. */
function reasonOf(chain: readonly Error[]): string {
  const { message = '' } = chain.at(-1) ?? {};
  const lines = message.replace(LIQUID, '').split('\n');
  const said = lines.map((line) => line.trim().replace(/^(?:\w*Error: )+/, ''));
  const reason = said.findLast((line) => line !== '' && !NUNJUCKS.test(line)) ?? 'no reason given';
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

function hintFor(error: Error | undefined): string {
  return error?.name === 'MissingProperty'
    ? 'Check the spelling; `src/site/model.ts` tells what templates see.'
    : 'Correct what the line says; if nobody has changed that file, report it to those who look after Perennial.';
}
