/** Reads the arguments of tags and shortcodes: `photo.jpg width=300 alt="A rose"`. */
import type { EmbedArguments } from './embeds.ts';

const ARGUMENT =
  /(?:(?<![\w.-])([\w.-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(?<!“)“([^“”]*)”|([^\s"'`=]\S*))/g;

/** Names are in lower case. Quotes are taken away, and `\"` is a quote. */
export function readArguments(source: string): EmbedArguments {
  const words: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, raw, curly, word] of source.matchAll(ARGUMENT)) {
    const quoted = double ?? single;
    const value = quoted?.replace(/\\(["'\\])/g, '$1') ?? raw ?? curly ?? word ?? '';
    if (name === undefined) words.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { words, named };
}
