/** Parses the shortcodes of Hugo: `{{< name arguments >}}` and `{{% name arguments %}}`. */
import { splitCodeAndTags, type FoundTag } from '../text-site/markdown-code.ts';
import type { Format } from '../text-site/output.ts';
import { treeOf, type TextToken, type TextTree } from '../text-site/tag-tree.ts';

export function parseShortcodes(text: string, format: Format): readonly TextTree[] {
  return treeOf(splitCodeAndTags(text, String.raw`\{\{[<%]`, shortcodeReader(text), format));
}

/** Shortcodes whose content is code or HTML, in which nothing is a shortcode. */
const VERBATIM = new Set(['highlight', 'rawhtml', 'raw', 'html', 'mermaid', 'code', 'unsafe']);

function shortcodeReader(text: string): (offset: number) => FoundTag | undefined {
  /** Ends that do not occur any more, so that nobody looks again. */
  const missing = new Set<string>();
  return (offset) => {
    const mark = text[offset + 2] === '<' ? '>' : '%';
    const end = endOf(text, offset + 3, `${mark}}}`, missing);
    if (end === undefined) return undefined;
    const raw = text.slice(offset, end);
    const inner = raw.slice(3, -3).trim();
    // `{{</* name */>}}` shows the shortcode itself.
    if (inner.startsWith('/*') && inner.endsWith('*/'))
      return { tag: { type: 'text', text: shown(raw) }, end };
    const closes = /^\/\s*([\w./-]+)$/.exec(inner)?.[1];
    if (closes !== undefined) return { tag: { type: 'tag', raw, name: '', args: '', closes }, end };
    const name = /^[\w./-]+/.exec(inner)?.[0];
    if (name === undefined) return undefined;
    const args = inner.slice(name.length).replace(/\/$/, '').trim();
    const tag: TextToken = { type: 'tag', raw, name, args };
    const found = VERBATIM.has(name) ? verbatim(text, name, end, missing) : undefined;
    return found === undefined
      ? { tag, end }
      : { tag: { ...tag, body: found.body }, end: found.end };
  };
}

function endOf(text: string, from: number, mark: string, missing: Set<string>): number | undefined {
  if (missing.has(mark)) return undefined;
  const found = text.indexOf(mark, from);
  if (found === -1) missing.add(mark);
  // Shortcodes are short; anything longer is a brace in prose.
  return found === -1 || found - from > 5000 ? undefined : found + mark.length;
}

function verbatim(text: string, name: string, start: number, missing: Set<string>) {
  if (missing.has(name)) return undefined;
  const closing = new RegExp(String.raw`\{\{[<%]\s*/\s*${name}\s*[>%]\}\}`, 'g');
  closing.lastIndex = start;
  const close = closing.exec(text);
  if (close === null) {
    missing.add(name);
    return undefined;
  }
  const content = text.slice(start, close.index);
  const [endRaw] = close;
  const nodes = [{ type: 'text' as const, text: content }];
  return { body: { nodes, text: content, endRaw }, end: close.index + endRaw.length };
}

/** The shortcode that a text shows, without the marks that keep Hugo from running it. */
export function shown(text: string): string {
  return text.replace(/(\{\{[<%])\s*\/\*/g, '$1').replace(/\*\/\s*([>%]\}\})/g, '$1');
}
