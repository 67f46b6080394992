/** Makes blocks of code of whatever editors and highlighters wrote. */
import type { Element, Root } from 'hast';
import {
  attribute,
  classesOf,
  elementsOf,
  h,
  hasElement,
  isBlank,
  isBlock,
  isElement,
  replaceNodes,
  setChildren,
  text,
  textOf,
  type Node,
  type Parent,
} from './tree.ts';

const LANGUAGE =
  /^(?:language|lang|brush|highlight-source|highlight-text|sourceCode)[-:]([\w+#.-]+)$/i;
const HIGHLIGHTERS =
  /^(?:highlight|highlighter-rouge|code-block|syntaxhighlighter|crayon-syntax|codehilite|wp-block-code|prettyprint)$/i;
const NOT_LANGUAGES =
  /^(?:none|nohighlight|plain|plaintext|text|plain-text|txt|default|undefined)$/i;

/** Makes `pre` of all blocks of code, and gives each its language as `dataLanguage`. */
export function normalizeCode(root: Root): void {
  makeBlocks(root);
  replaceNodes(root, (element) => {
    makeBlocks(element);
    if (isNumbered(element)) return codeOfTable(element);
    return /^(?:listing|xmp|plaintext)$/.test(element.tagName)
      ? h('pre', element.children)
      : element;
  });
  for (const element of elementsOf(root)) if (element.tagName === 'pre') setLanguage(element);
  setOuterLanguages(root);
}

/** A table with numbers of lines beside the code: of SyntaxHighlighter, Rouge and gists. */
function isNumbered(element: Element): boolean {
  if (element.tagName !== 'table') return false;
  return elementsOf(element).some(
    (part) =>
      classesOf(part).some((name) =>
        /^(?:rouge-code|blob-code|js-file-line|crayon-code)$/.test(name),
      ) ||
      (part.tagName === 'td' && classesOf(part).includes('code')),
  );
}

function codeOfTable(table: Element): Element {
  const cells = elementsOf(table).filter(({ tagName }) => tagName === 'td');
  const code = cells.filter((cell) =>
    classesOf(cell).some((name) =>
      /^(?:code|rouge-code|blob-code|js-file-line|crayon-code)$/.test(name),
    ),
  );
  const lines = code.flatMap((cell) => {
    const inner = elementsOf(cell).find(({ tagName }) => tagName === 'pre') ?? cell;
    const rows = inner.children.filter(
      (child) => isElement(child, 'div') || (isElement(child) && classesOf(child).includes('line')),
    );
    return rows.length > 0 ? rows.map(textOf) : [textOf(inner).replace(/\n$/, '')];
  });
  return h('pre', [text(lines.join('\n'))], table.properties);
}

/** Makes blocks of `code` elements that hold lines and have lines of their own. */
function makeBlocks(parent: Parent): void {
  const isFlow = parent.type === 'root' || isBlock(parent) || isElement(parent, 'li', 'dd');
  if (!isFlow || !parent.children.some(hasLines)) return;
  const children: readonly Node[] = parent.children.filter((child) => !isBlank(child));
  const places = new Map(children.map((child, index) => [child, index]));
  setChildren(
    parent,
    parent.children.map((child) => {
      const index = places.get(child) ?? 0;
      const isAlone = endsLine(children[index - 1]) && endsLine(children[index + 1]);
      return hasLines(child) && isAlone ? h('pre', child.children, child.properties) : child;
    }),
  );
}

function hasLines(node: Node): node is Element {
  if (!isElement(node, 'code') || !hasElement(node, 'br')) return false;
  return textOf(node).trim().includes('\n') && !elementsOf(node).some(isBlock);
}

function endsLine(node: Node | undefined): boolean {
  return node === undefined || isBlock(node) || isElement(node, 'br', 'pre');
}

function setLanguage(pre: Element): void {
  const inner = elementsOf(pre).filter(({ tagName }) => tagName === 'code' || tagName === 'span');
  const language = [pre, ...inner.slice(0, 1)].map(languageOf).find((name) => name !== undefined);
  if (language !== undefined) pre.properties['dataLanguage'] = language;
}

/** Highlighters name the language at an element around the code. */
function setOuterLanguages(root: Root): void {
  for (const element of elementsOf(root)) {
    if (!/^(?:div|figure|table)$/.test(element.tagName)) continue;
    const language = languageOf(element);
    if (language === undefined) continue;
    for (const part of elementsOf(element))
      if (part.tagName === 'pre') part.properties['dataLanguage'] ??= language;
  }
}

function languageOf(element: Element): string | undefined {
  const classes = attribute(element, 'className');
  const [, brush] = /(?:^|[\s;])brush:\s*([\w+#.-]+)/i.exec(classes) ?? [];
  const names = classesOf(element).map((name) => LANGUAGE.exec(name)?.[1]);
  const isHighlighter = classesOf(element).some((name) => HIGHLIGHTERS.test(name));
  const data =
    attribute(element, 'dataLang') ||
    attribute(element, 'dataLanguage') ||
    attribute(element, 'dataEnlighterLanguage');
  const plain = isHighlighter || element.tagName === 'code' ? data : data;
  const found = [brush, ...names, plain].find((name) => name !== undefined && name !== '');
  return found === undefined || NOT_LANGUAGES.test(found) ? undefined : found.toLowerCase();
}
