/** How the editor reads and writes files. */

export function registerFormat(_formats: unknown): void {}
