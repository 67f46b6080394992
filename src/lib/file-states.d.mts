export class FileStates {
  constructor(paths: readonly string[]);
  hash(read: number): string | undefined;
}
export function isUntouched(path: string, since: number): boolean;
export function stateOfFile(path: string, now?: number): string | undefined;
