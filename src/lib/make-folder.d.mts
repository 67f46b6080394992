/** @throws file-system errors */
export function makeFolder(folder: string): void;
