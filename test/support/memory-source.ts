/** Export whose files are in memory. */
import type { Source, SourceFile } from '../../src/import/source/source.ts';

/** @param files text or bytes by path */
export function memorySource(files: Readonly<Record<string, string | Uint8Array>>): Source {
  return {
    name: 'export',
    files: Object.keys(files)
      .toSorted()
      .map((path) => memoryFile(path, files[path] ?? '')),
    close: async () => {},
  };
}

/** @param chunk bytes that a stream gives at a time */
export function memoryFile(path: string, content: string | Uint8Array, chunk = 4096): SourceFile {
  const bytes = Buffer.from(content);
  return {
    path,
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}
