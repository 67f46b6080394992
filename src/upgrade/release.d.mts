export const RELEASE: string;
export const CLONE_FILES: string;
export function programFiles(root: string): string[];
export function forClones(path: string): boolean;
export function writeRelease(root: string, file: string): void;
export function hashOf(file: string): string;
