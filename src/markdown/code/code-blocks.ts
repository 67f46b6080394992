/** Highlights code blocks, gives them a frame and marks their lines. */
import { Element, Text, elementsOf, setChildren, textOf, type ChildNode } from '../../lib/html.ts';
import type { Steps } from '../../lib/time-limit.ts';
import { report, type BodyTree } from '../body.ts';
import type { Progress } from '../failures.ts';
import { OPTIONS_ATTRIBUTE } from './code-fences.ts';
import { isPatch, marksBySign, readDiff, signsOf } from './diff.ts';
import { frame } from './frame.ts';
import type * as Highlighter from './highlighter.ts';
import { isStyled, plainLines, styledLines, type LineStyle } from './lines.ts';
import { readOptions, type CodeOptions } from './options.ts';

const PLAIN = new Set(['text', 'txt', 'plain', 'plaintext', 'console', 'output', 'none']);

/** Characters of code that tell it from other code. */
const MAX_NEAR = 500;

/** Not loaded until a block names a language, because Shiki is large. */
let highlighter: typeof Highlighter | undefined;

async function loadHighlighter(): Promise<void> {
  highlighter = await import('./highlighter.ts');
}

/** Every `pre` scrolls, also by keyboard; that of a language is highlighted. */
export function* renderCode(body: BodyTree, progress: Progress): Steps<void> {
  for (const pre of elementsOf(body.tree)) {
    if (pre.name !== 'pre') continue;
    pre.attribs['tabindex'] = '0';
    const code = pre.children.find((child) => child instanceof Element && child.name === 'code');
    const facts = code instanceof Element ? yield* renderLines(code, body, progress) : {};
    frame(pre, { ...facts, text: textOf(pre) });
  }
}

/** What the frame shows. */
interface Facts {
  readonly title?: string | undefined;
  /** Name of the language for readers. */
  readonly language?: string | undefined;
  readonly isNumbered?: boolean;
}

function* renderLines(code: Element, body: BodyTree, progress: Progress): Steps<Facts> {
  const { attribs } = code;
  const [name = ''] = (attribs['class'] ?? '').split(/\s/);
  // Drops further classes, which an encoded line break in the name of a language would add.
  if (name !== '') attribs['class'] = name;
  const language = /^language-(.+)$/.exec(name)?.[1]?.toLowerCase();
  const written = attribs[OPTIONS_ATTRIBUTE] ?? '';
  delete attribs[OPTIONS_ATTRIBUTE];
  const source = textOf(code).replace(/\n$/, '').split('\n');
  const options = readOptions(written, source.length);
  if (options.missingLine !== undefined)
    report(body, 'warning', written.slice(0, MAX_NEAR), {
      code: 'code-line-missing',
      message: `The code block marks line ${options.missingLine}, but its code has only ${source.length} lines.`,
      hint: 'Count the lines from 1, without the fences.',
    });
  const { lines, style, grammar } = readLines(source, language, options);
  progress.near = textOf(code).trim().slice(0, MAX_NEAR);
  const nodes = yield* nodesOf(lines, grammar, body);
  progress.near = undefined;
  // Code that is not highlighted may have elements, such as links in raw HTML.
  if (isStyled(style)) setChildren(code, styledLines(nodes ?? textLines(lines), style));
  else if (nodes !== undefined) setChildren(code, plainLines(nodes));
  return {
    title: options.title,
    language: grammar === undefined ? undefined : highlighter?.languageTitle(grammar),
    isNumbered: options.firstNumber !== undefined,
  };
}

interface Lines {
  readonly lines: readonly string[];
  readonly style: LineStyle;
  /** Language to highlight. */
  readonly grammar: string | undefined;
}

function readLines(
  source: readonly string[],
  language: string | undefined,
  { marks, firstNumber, language: ofDiff }: CodeOptions,
): Lines {
  if (language === 'diff') {
    if (isPatch(source)) {
      const style = { firstNumber, marks: marksBySign(source), signs: [] };
      return { lines: source, style, grammar: undefined };
    }
    const { lines, signs, marks: bySign } = readDiff(source);
    const style = { firstNumber, marks: new Map([...marks, ...bySign]), signs };
    return { lines, style, grammar: ofDiff };
  }
  const changes = [...marks.values()].some((mark) => mark !== 'mark');
  const signs = changes ? signsOf(marks, source.length) : [];
  const isPlain = language === undefined || PLAIN.has(language);
  return {
    lines: source,
    style: { firstNumber, marks, signs },
    grammar: isPlain ? undefined : language,
  };
}

function* nodesOf(
  lines: readonly string[],
  language: string | undefined,
  body: BodyTree,
): Steps<ChildNode[][] | undefined> {
  if (language === undefined) return undefined;
  yield loadHighlighter();
  const nodes = yield* highlighter?.highlight(lines.join('\n'), language) ?? [];
  if (nodes === undefined)
    report(body, 'warning', language, {
      code: 'code-language-unknown',
      message: `The language "${language.slice(0, 40)}" of a code block is unknown, so the code is not highlighted.`,
      hint: 'Write a name such as `python`, `js` or `bash`, or none.',
    });
  return nodes;
}

function textLines(lines: readonly string[]): ChildNode[][] {
  return lines.map((line) => [new Text(line)]);
}
