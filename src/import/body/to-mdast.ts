/** From HTML to the tree of Markdown. */
import type { Element, Root } from 'hast';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type { Html, PhrasingContent, Root as MarkdownRoot, RootContent } from 'mdast';
import { inlineCode, preformatted } from './code-handlers.ts';
import { details, directed } from './containers.ts';
import { htmlOf } from './raw.ts';
import { rawInline, rawTag } from './raw-tag.ts';
import { table, useTagsForBreaks } from './table-handler.ts';
import { attribute, elementsOf, isElement, textOf } from './tree.ts';

const rawBlock: Handle = (_state, element): Html => ({ type: 'html', value: htmlOf(element) });

const anchorOrLink: Handle = (state, element) => {
  if (attribute(element, 'href') === '') return rawInline(state, element, undefined);
  return {
    type: 'link',
    url: attribute(element, 'href'),
    title: attribute(element, 'title').replace(/\s+/g, ' ') || null,
    children: phrasing(state, element),
  };
};

const image: Handle = (_state, element) => {
  if (attribute(element, 'width') !== '') return rawTag(htmlOf(element));
  return {
    type: 'image',
    url: attribute(element, 'src'),
    title: attribute(element, 'title').replace(/\s+/g, ' ') || null,
    alt: attribute(element, 'alt').replace(/\s+/g, ' '),
  };
};

/** Lines of HTML around pictures, or around what Markdown can say. */
const figure: Handle = (state, element) => {
  const caption = element.children.filter((child) => isElement(child, 'figcaption'));
  const others = element.children.filter((child) => !isElement(child, 'figcaption'));
  const end = [...caption.map((line) => htmlOf(line)), '</figure>'].join('\n');
  if (others.every((child) => isElement(child, 'img', 'a')))
    return {
      type: 'html',
      value: ['<figure>', ...others.map((child) => htmlOf(child)), end].join('\n'),
    };
  const start: Html = { type: 'html', value: '<figure>' };
  const tail: Html = { type: 'html', value: end };
  return [start, ...state.toFlow(state.all({ ...element, children: others })), tail];
};

/** The library takes a nested list of two items for paragraphs. */
const listItem: Handle = (state, element) => {
  for (const part of elementsOf(element))
    if (part.tagName === 'pre') part.properties['dataInItem'] = 'true';
  const item = defaultHandlers.li(state, element);
  item.spread = element.children.some((child) => isElement(child, 'p'));
  return item;
};

/** Markdown has no letters as numbers, nor descending ones. */
const list: Handle = (state, element) => {
  const type = attribute(element, 'type');
  const isPlain = /^1?$/.test(type) && attribute(element, 'reversed') === '';
  const hasValues = element.children.some(
    (item) => isElement(item) && attribute(item, 'value') !== '',
  );
  if (element.tagName === 'ol' && (!isPlain || hasValues))
    return { type: 'html', value: htmlOf(element) };
  return defaultHandlers.ul(state, element);
};

function phrasing(state: State, element: Element): PhrasingContent[] {
  return state.all(element).filter(isPhrasing);
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return ![
    'paragraph',
    'html',
    'list',
    'table',
    'code',
    'heading',
    'blockquote',
    'thematicBreak',
  ].includes(node.type);
}

/** An address of `players.ts`. */
const player: Handle = (_state, element) => ({
  type: 'paragraph',
  children: [rawTag(textOf(element))],
});

/** A note of `footnotes.ts`. */
const footnoteMark: Handle = (_state, element) => ({
  type: 'footnoteReference',
  identifier: attribute(element, 'dataLabel'),
  label: attribute(element, 'dataLabel'),
});

const footnote: Handle = (state, element) => ({
  type: 'footnoteDefinition',
  identifier: attribute(element, 'dataLabel'),
  label: attribute(element, 'dataLabel'),
  children: state.toFlow(state.all(element)),
});

const RAW_BLOCKS = ['dl', 'iframe', 'object', 'embed', 'video', 'audio'];
const RAW_INLINE = [
  'input',
  'sub',
  'sup',
  'u',
  'ins',
  'kbd',
  'mark',
  'small',
  'abbr',
  'q',
  'ruby',
  'rt',
  'rp',
  'bdo',
];

const HANDLERS: Record<string, Handle> = {
  ...Object.fromEntries(RAW_BLOCKS.map((name) => [name, rawBlock])),
  ...Object.fromEntries(RAW_INLINE.map((name) => [name, rawInline])),
  a: anchorOrLink,
  code: inlineCode,
  details,
  div: directed,
  figure,
  'footnote-mark': footnoteMark,
  'footnote-note': footnote,
  img: image,
  li: listItem,
  ol: list,
  pre: preformatted,
  table,
  ul: list,
  'x-player': player,
  'x-break': () => rawTag('<br>'),
};

export function toMarkdownTree(root: Root): MarkdownRoot {
  for (const element of elementsOf(root))
    if (/^h[1-6]$/.test(element.tagName)) useTagsForBreaks(element);
  const tree = toMdast(root, {
    document: true,
    handlers: HANDLERS,
    nodeHandlers: {
      comment: (_state, { value }: { value: string }): Html => ({
        type: 'html',
        value: `<!--${value}-->`,
      }),
    },
  });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}
