/** Parses a text with tags of Liquid or Nunjucks: `{% name arguments %}`, `{{ expression }}`, `{# comment #}`. */
import { splitCodeAndTags, type FoundTag } from '../text-site/markdown-code.ts';
import type { Format } from '../text-site/output.ts';
import { treeOf, type TextToken, type TextTree } from '../text-site/tag-tree.ts';

/** Tags whose content is taken as it is. */
const VERBATIM = new Set(['raw', 'highlight', 'comment', 'codeblock', 'code', 'doc', 'javascript']);

export function parseLiquid(text: string, format: Format): readonly TextTree[] {
  return treeOf(splitCodeAndTags(text, String.raw`\{[{%#]`, tokenReader(text), format));
}

const NAME = /^[\w-]+/;

function tokenReader(text: string): (offset: number) => FoundTag | undefined {
  /** Ends that do not occur any more, so that nobody looks again. */
  const missing = new Set<string>();
  const find = (end: string, from: number): number | undefined => {
    if (missing.has(end)) return undefined;
    const found = text.indexOf(end, from);
    if (found === -1) missing.add(end);
    return found === -1 ? undefined : found + end.length;
  };
  return (offset) => {
    const second = text[offset + 1];
    const end = find(second === '{' ? '}}' : second === '%' ? '%}' : '#}', offset + 2);
    if (end === undefined) return undefined;
    const raw = text.slice(offset, end);
    // A tag is one paragraph at most; anything longer is a brace in prose.
    if (/\n[ \t]*\r?\n/.test(raw) || raw.length > 5000) return undefined;
    if (second === '#') return { tag: { type: 'text', text: '' }, end };
    if (second === '{') {
      const expression = raw.replace(/^\{\{-?|-?\}\}$/g, '').trim();
      return { tag: { type: 'output', raw, expression }, end };
    }
    const inner = raw.replace(/^\{%-?|-?%\}$/g, '').trim();
    const name = NAME.exec(inner)?.[0];
    if (name === undefined) return undefined;
    const closes = name.startsWith('end') ? name.slice('end'.length) : undefined;
    const args = inner.slice(name.length).trim();
    const tag: TextToken = { type: 'tag', raw, name, args, closes };
    if (!VERBATIM.has(name) || missing.has(name)) return { tag, end };
    const closing = new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`, 'g');
    closing.lastIndex = end;
    const close = closing.exec(text);
    if (close === null) {
      missing.add(name);
      return { tag, end };
    }
    const content = text.slice(end, close.index);
    const [endRaw] = close;
    const body = { nodes: [{ type: 'text' as const, text: content }], text: content, endRaw };
    return { tag: { ...tag, body }, end: close.index + endRaw.length };
  };
}
