export const RELEASE: string;
export function programFiles(root: string): string[];
export function writeRelease(root: string, file: string): void;
export function hashOf(file: string): string;
