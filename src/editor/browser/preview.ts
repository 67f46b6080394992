/** The preview beside the text. */

export function registerPreview(): void {}
