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
  text,
  textOf,
  type Node,
} from './tree.ts';

const LANGUAGE =
  /^(?:language|lang|brush|highlight-source|highlight-text|sourceCode)[-:]([\w+#.-]+)$/i;
const HIGHLIGHTERS =
  /^(?:highlight|highlighter-rouge|code-block|syntaxhighlighter|crayon-syntax|codehilite|wp-block-code|prettyprint)$/i;
const NOT_LANGUAGES =
  /^(?:none|nohighlight|plain|plaintext|text|plain-text|txt|default|undefined)$/i;

/** Gives each `pre` its text alone, and its language as `dataLanguage`. */
export function normalizeCode(root: Root): void {
  replaceNodes(root, (element) => {
    if (isNumbered(element)) return codeOfTable(element);
    if (/^(?:listing|xmp|plaintext)$/.test(element.tagName)) return h('pre', element.children);
    return element.children.some(isCodeBlock) && standsAlone(element)
      ? h(
          element.tagName,
          element.children.map((child) =>
            isElement(child, 'code') ? h('pre', child.children, child.properties) : child,
          ),
          element.properties,
        )
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

/** `code` that holds lines of text. */
function isCodeBlock(node: Node): boolean {
  if (!isElement(node, 'code') || !hasElement(node, 'br')) return false;
  return textOf(node).trim().includes('\n') && !elementsOf(node).some(isBlock);
}

/** Whether the only child that is not blank is `code`. */
function standsAlone(parent: Element): boolean {
  return (
    /^(?:p|div|li|blockquote|td)$/.test(parent.tagName) &&
    parent.children.filter((child) => !isBlank(child) && !isElement(child, 'br')).length === 1
  );
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
