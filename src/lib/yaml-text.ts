/** Text of a user as a value of a YAML file. */

/** Joins lines, and leaves out control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** As a single-quoted YAML string, which has no other escapes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
