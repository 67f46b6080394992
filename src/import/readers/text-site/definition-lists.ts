/** Lists of terms, which kramdown, Python-Markdown and Hugo read, as HTML with Markdown in it. */

const DEFINITION = /^ {0,3}:[ \t]+(?=\S)/;
const INDENTED = /^(?: {2,4}|\t)(?=\S)/;
/** Other blocks are no terms. */
const NO_TERM = /^(?: {4}|\t|[ \t]*(?:[>#|:<]|[-*+][ \t]|\d+[.)][ \t]|$))/;

interface Part {
  readonly lines: readonly string[];
  readonly end: number;
}

/** `Term`, and below it a line `: What it means`. */
export function definitionLists(prose: string): string {
  if (!/^ {0,3}:[ \t]/m.test(prose)) return prose;
  const lines = prose.split('\n');
  const output: string[] = [];
  for (let at = 0; at < lines.length;) {
    const isStart = at === 0 || isBlank(lines[at - 1]);
    const list = isStart ? listAt(lines, at) : undefined;
    if (list === undefined) output.push(lines[at++] ?? '');
    else {
      output.push('<dl>', ...list.lines, '</dl>');
      at = list.end;
      // The HTML ends at a blank line.
      if (at < lines.length && !isBlank(lines[at])) output.push('');
    }
  }
  return output.join('\n');
}

function listAt(lines: readonly string[], start: number): Part | undefined {
  const items: string[] = [];
  let end = start;
  for (let group = groupAt(lines, end); group !== undefined;) {
    items.push(...group.lines);
    end = group.end;
    group = groupAt(lines, isBlank(lines[end]) ? end + 1 : end);
  }
  return items.length === 0 ? undefined : { lines: items, end };
}

/** Terms, one a line, and their definitions. */
function groupAt(lines: readonly string[], start: number): Part | undefined {
  let at = start;
  while (at < lines.length && !NO_TERM.test(lines[at] ?? '')) at++;
  const terms = lines.slice(start, at);
  if (isBlank(lines[at])) at++;
  if (terms.length === 0 || !DEFINITION.test(lines[at] ?? '')) return undefined;
  const items = terms.flatMap((term) => element('dt', [term.trim()]));
  let end = at;
  while (DEFINITION.test(lines[at] ?? '')) {
    const definition = definitionAt(lines, at);
    items.push(...element('dd', definition.lines));
    end = definition.end;
    at = isBlank(lines[end]) ? end + 1 : end;
  }
  return { lines: items, end };
}

/** Further paragraphs are indented. */
function definitionAt(lines: readonly string[], start: number): Part {
  const words = [(lines[start] ?? '').replace(DEFINITION, '')];
  let end = start + 1;
  for (;;) {
    const line = lines[end];
    const next = lines[end + 1] ?? '';
    if (line === undefined || DEFINITION.test(line)) break;
    if (isBlank(line) && !INDENTED.test(next)) break;
    words.push(line.replace(INDENTED, ''));
    end++;
  }
  return { lines: words, end };
}

function element(name: string, lines: readonly string[]): string[] {
  return [`<${name}>`, '', ...lines, '', `</${name}>`];
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
