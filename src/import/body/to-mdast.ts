/** From HTML to the tree of Markdown. */
import type { Element, Root } from 'hast';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type {
  Code,
  Html,
  InlineCode,
  PhrasingContent,
  Root as MarkdownRoot,
  RootContent,
} from 'mdast';
import { details, directed } from './containers.ts';
import { htmlOf, tagsOf } from './raw.ts';
import { table, useTagsForBreaks } from './table-handler.ts';
import { attribute, codeOf, elementsOf, hasElement, isElement, textOf } from './tree.ts';

/** Raw HTML within a line. The type `html` would count as a block. */
export interface RawTag {
  type: 'rawTag';
  value: string;
  data: { hName: 'span' };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    rawTag: RawTag;
  }
  interface RootContentMap {
    rawTag: RawTag;
  }
}

export function rawTag(value: string): RawTag {
  return { type: 'rawTag', value, data: { hName: 'span' } };
}

const rawBlock: Handle = (_state, element): Html => ({ type: 'html', value: htmlOf(element) });

const rawInline: Handle = (state, element) => {
  const [start, end] = tagsOf(element);
  return [rawTag(start), ...state.all(element), rawTag(end)];
};

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

const inlineCode: Handle = (state, element) => {
  // Markdown's code holds only text.
  if (hasElement(element, 'a', 'img', 'sub', 'sup')) return rawInline(state, element, undefined);
  const code: InlineCode = { type: 'inlineCode', value: textOf(element).replace(/\s+/g, ' ') };
  return code;
};

const preformatted: Handle = (_state, element) => {
  if (hasElement(element, 'a', 'img')) return { type: 'html', value: rawPre(element) };
  const lang = attribute(element, 'dataLanguage');
  const code: Code = {
    type: 'code',
    lang: lang || null,
    value: codeOf(element),
  };
  return code;
};

/** Perennial keeps blank lines in it. */
function rawPre(element: Element): string {
  return htmlOf(element).replaceAll('&#10;', '\n');
}

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
  ol: list,
  pre: preformatted,
  table,
  ul: list,
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
