/** The folder of the editor's files, made if it is missing or not that of these sources. */
export function editorFolder(): Promise<string>;
/** Writes the editor's files into an empty folder. */
export function bundleEditor(folder: string): Promise<void>;
