/** From the tree of Markdown to text, as a person would write it. */
import type { Break, Image, InlineCode, Link, Parents, Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { LINE_BREAK, escapeText } from './escape.ts';
import { placeOf, type Info, type State } from './handlers.ts';
import { findLoneSigns } from './lone-signs.ts';
import { emphasis, strike, strong } from './marks.ts';
import { bareAddress, titled, urlOf } from './address.ts';
import type { RawTag } from './raw-tag.ts';

const text = (node: Text, _parent: unknown, state: State, info: Info): string =>
  escapeText(node.value, { ...placeOf(state, info), lone: node.data?.lone ?? '' });

const lineBreak = (_node: Break, parent: Parents | undefined, state: State): string => {
  const next = parent?.children[(state.indexStack.at(-1) ?? 0) + 1];
  // At the start of a line, a tag may be a block.
  return next?.type === 'rawTag' ? '<br>' : '\\\n';
};

const inlineCode = ({ value }: InlineCode, _: unknown, state: State, info: Info): string => {
  const place = placeOf(state, info);
  const isRead =
    !(place.isLabel && value.includes('`')) && !(place.isCell && value.includes('\\|'));
  if (!isRead) return `<code>${escapeText(value, { ...place, before: '>', after: '<' })}</code>`;
  const longest = Math.max(0, ...Array.from(value.matchAll(/`+/g), ([ticks]) => ticks.length));
  // The shortest fence that is not in it.
  let fence = '`';
  while (fence.length <= longest && value.split(/[^`]+/).includes(fence)) fence += '`';
  const isPadded = /^`|`$/.test(value) || (/^ .* $/s.test(value) && value.trim() !== '');
  const code = isPadded ? ` ${value} ` : value;
  return fence + (place.isCell ? code.replaceAll('|', '\\|') : code) + fence;
};

const rawTag = (node: RawTag): string => node.value;

const link = (node: Link, _: unknown, state: State, info: Info): string => {
  const [only] = node.children;
  if (
    node.children.length === 1 &&
    only?.type === 'text' &&
    only.value === node.url &&
    !node.title &&
    node.data?.isExplicit !== true
  ) {
    const { before, after } = info;
    const isApart = /^[\s(]?$/.test(before.slice(-1)) && /^[ \n]?$/.test(after);
    const bare = bareAddress(node.url, isApart);
    if (bare !== undefined) return bare;
  }
  const exitLink = state.enter('link');
  const exitLabel = state.enter('label');
  const label = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exitLabel();
  exitLink();
  return `[${label}]${targetOf(node, state)}`;
};

function targetOf({ url, title }: Link | Image, { stack }: State): string {
  const place = {
    isCell: stack.includes('tableCell'),
    isMarked: stack.includes('strong') || stack.includes('emphasis'),
  };
  return `(${urlOf(url, place)}${titled(title, place)})`;
}

const image = (node: Image, _: unknown, state: State, info: Info): string => {
  const alt = escapeText(node.alt ?? '', {
    ...placeOf(state, info),
    before: '[',
    after: ']',
    isLabel: true,
  });
  return `![${alt}]${targetOf(node, state)}`;
};

const peek = (first: string) => (): string => first;

const processor = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    fences: true,
    // A line with a tag alone is a block of HTML up to the next blank line.
    join: [
      (left) => (left.type === 'paragraph' && left.children[0]?.type === 'rawTag' ? 1 : undefined),
    ],
    handlers: {
      text,
      break: Object.assign(lineBreak, { peek: peek(LINE_BREAK) }),
      rawTag: Object.assign(rawTag, { peek: peek('<') }),
      strong: Object.assign(strong, { peek: peek('*') }),
      emphasis: Object.assign(emphasis, { peek: peek('*') }),
      delete: Object.assign(strike, { peek: peek('~') }),
      inlineCode: Object.assign(inlineCode, { peek: peek('`') }),
      link: Object.assign(link, { peek: peek('[') }),
      image: Object.assign(image, { peek: peek('!') }),
    },
  });

/** Ends with one line feed, or is empty. */
export function toMarkdown(tree: Root): string {
  findLoneSigns(tree);
  return processor.stringify(tree);
}
