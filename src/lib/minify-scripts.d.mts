/** @returns SHA-256 of each script of the pages, in hexadecimal, to its short form; without those that have mistakes */
export function minifyScripts(): Promise<Readonly<Record<string, string>>>;
