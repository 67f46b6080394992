/** Imports a source as the command does, and judges what it leaves. */
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importWords } from '../../../src/commands/import-words.ts';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { importBlog } from '../../../src/import/import.ts';
import type { ImportResult } from '../../../src/import/result.ts';
import { Pictures } from '../../../src/import/pictures/pictures.ts';
import { ContentInTheWay } from '../../../src/import/present-content.ts';
import { findBlogs } from '../../../src/import/readers/detect.ts';
import type { ReaderOptions } from '../../../src/import/readers/reader.ts';
import { SourceError, type Source } from '../../../src/import/source/source.ts';
import { visibleLines } from '../../../src/report/visible.ts';
import { render } from '../../support/render.ts';
import { faultsOf } from '../judge.ts';
import { nameOf, SLOWEST, spent, TOO_LONG, unique, type Outcome } from '../outcome.ts';

export interface Trial extends Outcome {
  /** What the user reads if the import fails. */
  readonly message?: string | undefined;
  readonly result?: ImportResult | undefined;
}

/**
 * @param open called once
 * @param folder empty; `folder/a/content` is the only thing that may be there afterwards
 * @param pages of the web, by address
 */
export async function tryImport(
  open: () => Promise<Source>,
  folder: string,
  pages: Readonly<Record<string, Uint8Array>> = {},
): Promise<Trial> {
  const start = process.cpuUsage();
  const contentDir = path.join(folder, 'a', 'content');
  mkdirSync(path.dirname(contentDir));
  let result: ImportResult | undefined;
  let message: string | undefined;
  const faults: string[] = [];
  try {
    result = await importFrom(open, contentDir, path.join(folder, 'a', 'cache'), pages);
    faults.push(...messageFaults(wordsOf(result, contentDir), Infinity));
  } catch (error) {
    if (error instanceof SourceError || error instanceof ContentInTheWay) {
      ({ message } = error);
      faults.push(...messageFaults(message, 1));
    } else faults.push(`crash: ${nameOf(error)} ${placeOf(error)}`);
  }
  const milliseconds = spent(start);
  if (milliseconds > SLOWEST) faults.push(TOO_LONG);
  for (const file of await filesIn(folder)) faults.push(...(await fileFaults(folder, file)));
  return { faults: unique(faults), milliseconds, message, result };
}

async function importFrom(
  open: () => Promise<Source>,
  contentDir: string,
  cacheDir: string,
  pages: Readonly<Record<string, Uint8Array>>,
): Promise<ImportResult> {
  const source = await open();
  try {
    const { blogs } = await findBlogs(source, { fetch: fetchFrom(pages) });
    const [found] = blogs;
    if (found === undefined) throw new Error('no blog');
    return await importBlog(await found.open(), {
      ...{ contentDir, dryRun: false, force: false, onlyImages: false },
      pictures: new Pictures({ cacheDir, download: false, allowPrivate: false }),
    });
  } finally {
    await source.close();
  }
}

function fetchFrom(pages: Readonly<Record<string, Uint8Array>>): ReaderOptions['fetch'] {
  return async (url) => {
    const bytes = Object.hasOwn(pages, url) ? pages[url] : undefined;
    if (bytes === undefined) throw new SourceError(`${url} cannot be reached.`);
    return { url, text: new TextDecoder().decode(bytes) };
  };
}

function wordsOf(result: ImportResult, contentDir: string): string {
  const flags = { dryRun: false, onlyImages: false, report: undefined };
  return visibleLines(
    importWords(result, { label: 'an export', title: 'Garden', contentDir, ...flags }),
  );
}

/** Line of the program in which it was thrown, or the lines below. */
function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /src\/import\/\S+|src\/\S+/.exec(stack)?.[0] ?? '';
}

function messageFaults(message: string, lines: number): string[] {
  const faults: string[] = [];
  if (message.trim() === '') faults.push('the message is empty');
  if (message.split('\n').length > lines) faults.push('the message has several lines');
  if (/\n\s+at |\bundefined\b|\[object|\bNaN\b/.test(message))
    faults.push('the message is for programmers');
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x09\x0B-\x1F\x7F]/.test(message)) faults.push('the message has control characters');
  if (message.split('\n').some((line) => line.length > 1000)) faults.push('a line has no end');
  return faults;
}

async function filesIn(folder: string): Promise<string[]> {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.split(path.sep).join('/'),
  );
}

/** Names that Windows cannot have. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

async function fileFaults(folder: string, file: string): Promise<string[]> {
  const name = path.posix.basename(file);
  const faults: string[] = [];
  if (!/^a(?:\/content(?:\/|$)|$)/.test(file)) faults.push('a file is outside of the content');
  // eslint-disable-next-line no-control-regex
  if (RESERVED.test(name) || /[\0-\x1F<>:"|?*\\]|[. ]$/.test(name) || Buffer.byteLength(name) > 230)
    faults.push(`the name of a file is not safe: ${name.slice(0, 40)}`);
  const full = path.join(folder, file);
  const kind = lstatSync(full);
  if (!kind.isFile() && !kind.isDirectory()) faults.push('there is a link');
  if (kind.isFile() && name.endsWith('.md')) faults.push(...(await textFaults(full)));
  return faults;
}

async function textFaults(file: string): Promise<string[]> {
  const split = splitFrontMatter(readFileSync(file, 'utf8'));
  if (!split.ok) return [`the front matter is broken: ${split.error.message}`];
  const files = readdirSync(path.dirname(file));
  const { html } = await render(split.body, { files });
  return faultsOf(html);
}
