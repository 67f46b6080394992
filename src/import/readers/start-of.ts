/** The beginnings of files, by which readers recognize them. */
import type { SourceFile } from '../source/source.ts';
import { StreamDecoder } from '../source/text-decoder.ts';

/** Bytes that hold the head of a feed. */
const START = 8192;

/** Several readers look at the same files. */
const known = new WeakMap<SourceFile, Promise<string>>();

/** @returns about 8,000 characters */
export function startOf(file: SourceFile): Promise<string> {
  if (file.size === 0) return Promise.resolve('');
  const start = known.get(file) ?? readStart(file);
  known.set(file, start);
  return start;
}

async function readStart(file: SourceFile): Promise<string> {
  const decoder = new StreamDecoder();
  let text = '';
  let size = 0;
  for await (const bytes of file.stream()) {
    text += decoder.write(bytes.subarray(0, START - size));
    size += bytes.length;
    if (size >= START) return text;
  }
  return text + decoder.end();
}
