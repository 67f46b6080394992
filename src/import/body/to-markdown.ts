/** From the tree of Markdown to text, as a person would write it. */
import type {
  Break,
  Delete,
  Emphasis,
  Image,
  InlineCode,
  Link,
  Parents,
  PhrasingContent,
  Root,
  Strong,
  Text,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { LINE_BREAK, escapeText, type TextPlace } from './escape.ts';
import { titled, urlOf } from './address.ts';
import type { RawTag } from './to-mdast.ts';

type Handlers = NonNullable<Parameters<typeof remarkStringify>[0]>['handlers'];
type Handler = NonNullable<NonNullable<Handlers>['text']>;
type State = Parameters<Handler>[2];
type Info = Parameters<Handler>[3];

function placeOf(state: State, { before, after }: Info): TextPlace {
  return {
    before: before.slice(-1),
    after,
    isLabel: state.stack.includes('label'),
    isCell: state.stack.includes('tableCell'),
    isHeading: state.stack.includes('headingAtx'),
  };
}

const text = (node: Text, _parent: unknown, state: State, info: Info): string =>
  escapeText(node.value, placeOf(state, info));

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

const WORD = /[\p{L}\p{N}_]/u;
const SPACE = /^\s*$/u;
/** For Perennial's parser, `~` is none. */
const PUNCTUATION = /(?!~)[\p{P}\p{S}]/u;
/** Perennial reads emphasis beside these whatever is on its other side. */
const CJK =
  /[\u1100-\u11ff\u2e80-\u2fff\u3001-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffee]/;

/** Marks around text, or tags where Markdown would not read the marks. */
function marked(
  node: Strong | Emphasis | Delete,
  mark: string,
  tag: string,
  state: State,
  info: Info,
): string {
  const exit = state.enter(node.type === 'delete' ? 'emphasis' : node.type);
  const content = state.containerPhrasing(node, {
    ...info,
    before: mark.slice(-1) || '>',
    after: mark.slice(0, 1) || '<',
  });
  exit();
  if (content === '') return '';
  const before = lastOf(info.before);
  const isRead =
    mark !== '' &&
    opens(before, firstOf(content), mark) &&
    opens(info.after, lastOf(content), mark);
  if (isRead) return mark + content + mark;
  return `<${tag}>${content}</${tag}>`;
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 10);
}

/** Its last character, which may be two units long. */
function lastOf(text: string): string {
  return /[\ud800-\udbff][\udc00-\udfff]$/.exec(text)?.[0] ?? text.slice(-1);
}

/** Whether a mark between these characters starts emphasis, or ends it read backwards. */
function opens(outside: string, inside: string, mark: string): boolean {
  if (SPACE.test(inside) || inside === mark[0] || outside === mark[0]) return false;
  // What it escapes may be the same mark.
  if ((outside === '\\' || inside === '\\') && mark !== '_') return false;
  if (mark === '_' && WORD.test(outside)) return false;
  if (SPACE.test(outside) || PUNCTUATION.test(outside)) return true;
  return !PUNCTUATION.test(inside) || (mark !== '_' && (CJK.test(inside) || CJK.test(outside)));
}

const strong = (node: Strong, _: unknown, state: State, info: Info): string =>
  marked(node, '**', 'strong', state, info);

const emphasis = (node: Emphasis, _: unknown, state: State, info: Info): string => {
  const isBesideStars = info.before.endsWith('*') || /^[*\\]/.test(info.after);
  const isAmongStars = isBesideStars || state.stack.includes('strong') || hasStars(node.children);
  return marked(node, isAmongStars ? '_' : '*', 'em', state, info);
};

function hasStars(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'strong' ||
      node.type === 'emphasis' ||
      ('children' in node && hasStars(node.children)),
  );
}

const strike = (node: Delete, _: unknown, state: State, info: Info): string => {
  const isPlain = !hasStars(node.children) && !/[*_]/.test(info.before.slice(-1) + info.after);
  return marked(node, isPlain ? '~~' : '', 'del', state, info);
};

const link = (node: Link, _: unknown, state: State, info: Info): string => {
  const [only] = node.children;
  if (
    node.children.length === 1 &&
    only?.type === 'text' &&
    only.value === node.url &&
    !node.title
  ) {
    const bare = bareAddress(node.url, info);
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

/** An address that Perennial makes a link of as it is. */
function bareAddress(url: string, { before, after }: Info): string | undefined {
  if (!/^https?:\/\/[^\s<>]+$/i.test(url)) return undefined;
  const isPlain =
    /^https?:\/\/[\w.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#][\w/.?=&#%+@:,;~-]*)?$/i.test(url) &&
    /[\w/]$/.test(url) &&
    !/_(?!\w)|&\w+;|~/.test(url);
  const isApart = /^[\s(]?$/.test(before.slice(-1)) && /^[ \n]?$/.test(after);
  if (isPlain && isApart) return url;
  return /[&\\|`]/.test(url) ? undefined : `<${url}>`;
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
  return processor.stringify(tree);
}
