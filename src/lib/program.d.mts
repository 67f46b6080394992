export const NAME: string;
export const PROGRAM: string;
export const IS_PACKAGE: boolean;
export const PROGRAM_CACHE: string;
export function inProgram(path: string): string;
export function findBlog(folder: string): string | undefined;
