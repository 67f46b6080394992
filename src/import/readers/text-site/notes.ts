/** Boxes that themes put around a text, such as `{{< notice tip >}}` or `{% note warning %}`. */
import type { EmbedArguments } from './embeds.ts';
import type { Format } from './output.ts';

/** The alert of Perennial with the same meaning. */
const ALERTS = new Map([
  ['note', 'NOTE'],
  ['info', 'NOTE'],
  ['primary', 'NOTE'],
  ['default', 'NOTE'],
  ['abstract', 'NOTE'],
  ['tip', 'TIP'],
  ['hint', 'TIP'],
  ['success', 'TIP'],
  ['important', 'IMPORTANT'],
  ['warning', 'WARNING'],
  ['warn', 'WARNING'],
  ['caution', 'CAUTION'],
  ['danger', 'CAUTION'],
  ['error', 'CAUTION'],
]);
const BOXES = new Set(['notice', 'alert', 'admonition', 'callout', 'adm', 'message', 'note']);

/**
 * @param name in lower case
 * @returns `undefined` unless `name` is one of a box
 */
export function boxOf(
  name: string,
  { words, named }: EmbedArguments,
  text: string,
  format: Format,
): string | undefined {
  const isBox = BOXES.has(name);
  const kinds = [named.get('type'), named.get('kind'), named.get('style'), ...words];
  const kind = isBox ? kinds.find((word) => word !== undefined && ALERTS.has(word)) : name;
  const alert = ALERTS.get(kind ?? 'note') ?? (isBox ? 'NOTE' : undefined);
  if (alert === undefined || (!isBox && name === 'default')) return undefined;
  const title = named.get('title');
  if (format === 'html') return `<blockquote>${text.trim()}</blockquote>`;
  const heading = title === undefined ? '' : `**${title}**\n\n`;
  return `\n${`[!${alert}]\n${heading}${text.trim()}`.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n`;
}
