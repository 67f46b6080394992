export function readSigned(path: string): Buffer | undefined;
export function writeSigned(path: string, content: string | Uint8Array): void;
export function writeAtomically(path: string, chunks: readonly Uint8Array[], mode: number): void;
