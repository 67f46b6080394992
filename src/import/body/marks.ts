/** Emphasis: marks around text, or tags where Perennial's parser would not read the marks. */
import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';
import type { Info, State } from './handlers.ts';

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
  // Perennial's parser sees half of a long character.
  const before = info.before.slice(-1);
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

export const strong = (node: Strong, _: unknown, state: State, info: Info): string =>
  marked(node, '**', 'strong', state, info);

export const emphasis = (node: Emphasis, _: unknown, state: State, info: Info): string => {
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

export const strike = (node: Delete, _: unknown, state: State, info: Info): string => {
  const isPlain = !hasStars(node.children) && !/[*_]/.test(info.before.slice(-1) + info.after);
  return marked(node, isPlain ? '~~' : '', 'del', state, info);
};
