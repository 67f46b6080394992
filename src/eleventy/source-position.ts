/** Maps an error in compiled code to its source, with the source map beside the bundle. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Position } from '../lib/problem.ts';
import { inProgram } from '../lib/program.mjs';
import { CONFIG } from './project.ts';

type Frame = { readonly file: string } & Position;

const FRAME = /(?<![^\s(])((?:file:\/\/)?\/[^():]+|(?:file:\/\/\/)?[A-Z]:[^():]+):(\d+):(\d+)\)?$/;

/** The first stack frame in a template or in `.eleventy.ts`. */
export function sourceFrame({ stack = '' }: Error): Frame | undefined {
  // A map takes a fifth of a second to read, and most frames have the same one.
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (file: string): SourceMap | undefined => {
    if (!maps.has(file)) maps.set(file, readMap(file));
    return maps.get(file);
  };
  return stack
    .split('\n')
    .flatMap((line) => frameIn(line, mapOf) ?? [])
    .find(({ file }) => file === CONFIG || isTemplate(file));
}

/** The program's, or the owner's in a content folder. */
function isTemplate(file: string): boolean {
  return (
    file.startsWith(`${inProgram('templates').replaceAll('\\', '/')}/`) ||
    file.includes('/theme/templates/')
  );
}

type MapOf = (file: string) => SourceMap | undefined;

function frameIn(text: string, mapOf: MapOf): Frame | undefined {
  const [, written, line, column] = FRAME.exec(text.trim()) ?? [];
  if (written === undefined) return undefined;
  const path = written.startsWith('file:') ? fileURLToPath(written.replace(/\?.*/s, '')) : written;
  const compiled = { file: path, line: Number(line), column: Number(column) };
  const { file, ...at } = original(compiled, mapOf(path)) ?? compiled;
  return { file: relative('.', file).replaceAll('\\', '/'), ...at };
}

function original({ file, line, column }: Frame, map: SourceMap | undefined): Frame | undefined {
  const found = map?.findEntry(line - 1, column - 1);
  if (found === undefined || !('originalSource' in found)) return undefined;
  return {
    file: resolve(dirname(file), found.originalSource),
    line: found.originalLine + 1,
    column: found.originalColumn + 1,
  };
}

/** Source maps of code without a file, by its name. */
const addedMaps = new Map<string, string>();

/** @param file name of the compiled code, as in stack traces */
export function addSourceMap(file: string, map: string): void {
  addedMaps.set(file, map);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(
      JSON.parse(addedMaps.get(file) ?? gunzipSync(readFileSync(`${file}.map.gz`)).toString()),
    );
  } catch {
    // Code that was not compiled has no map.
    return undefined;
  }
}
