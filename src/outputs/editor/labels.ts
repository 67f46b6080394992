/** Labels and hints of fields, from their names and from what messages say of them. */

/** What a schema says of a field; `label` and `help` are for the editor alone. */
export interface Meta {
  readonly description?: string | undefined;
  readonly hint?: string | undefined;
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  readonly kind?: string | undefined;
}

/** `publishDate` becomes `Publish date`, `canonicalUrl` `Canonical URL`. */
export function labelOf(name: string, { label }: Meta = {}): string {
  if (label !== undefined) return label;
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  const written = words.replace(/\b(?:html|jpeg|url)\b/g, (word) => word.toUpperCase());
  return written.charAt(0).toUpperCase() + written.slice(1);
}

/** Says how a file is written, not what to fill in. */
const ABOUT_FILES = /\b(?:quote|remove|without quotes)\b/i;
const CODE = /`[^`]*`/g;
/** Says no more than the control that the editor shows. */
const PLAIN =
  /^(?:text|a number|a date such as .*|a list of (?:text|names)|`?true`? or `?false`?|a name, or a list of names)$/;

/** Without the signs of code, which the editor would show. */
export function hintOf({ description = '', hint = '', help }: Meta): string | undefined {
  if (help !== undefined) return help;
  const said = hint
    .split(/(?<=\.) /)
    .filter((words) => words !== '' && !isAboutFiles(words))
    .join(' ');
  const text = said === '' && !PLAIN.test(description) ? sentence(description) : said;
  return text === '' ? undefined : text.replaceAll('`', '');
}

function sentence(words: string): string {
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function isAboutFiles(words: string): boolean {
  const codes: readonly string[] = words.match(CODE) ?? [];
  // Part of code with a full stop in it.
  if (words.split('`').length % 2 === 0) return true;
  return ABOUT_FILES.test(words) || codes.some((code) => /[:"{[]/.test(code));
}
