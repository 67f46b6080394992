/** Lines of a text. */

/** With their ends: `\n`, `\r\n` or `\r`. */
export function linesOf(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/).filter((line) => line !== '');
}

export function withoutEnd(line: string): string {
  return line.replace(/\r?\n$|\r$/, '');
}
