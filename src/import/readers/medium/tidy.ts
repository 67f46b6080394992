/** Turns what only Medium writes into plain HTML. */
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { attribute, byTag, h, hasClass, lineOf, replaceOutermost, text } from '../../body/tree.ts';
import { withoutDots } from './article.ts';

export interface MediumTidy {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Old addresses of the posts of this export, by their ids. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly removed: (text: string, reason: string) => void;
}

export function tidyMedium(body: Root, tidy: MediumTidy): void {
  mergeCode(body);
  let hasDivider = false;
  replaceOutermost(body, (node) => {
    if (hasClass(node, 'section-divider')) {
      // Each section opens with a divider; the first one has nothing above it.
      const isFirst = !hasDivider;
      hasDivider = true;
      return isFirst ? [] : [h('hr', [])];
    }
    if (repeatsFront(node, tidy)) return [];
    if (hasClass(node, 'graf--mixtapeEmbed')) return linkCard(node);
    if (hasClass(node, 'aspectRatioPlaceholder-fill', 'js-mixtapeImage')) return [];
    return undefined;
  });
  visit(body, 'element', (node) => {
    if (hasClass(node, 'graf--pullquote')) node.tagName = 'blockquote';
    if (/^h[3-6]$/.test(node.tagName)) node.tagName = `h${Number(node.tagName[1]) - 1}`;
    if (node.tagName === 'a') linkOwnPost(node, tidy);
    if (node.tagName === 'img') sizePicture(node);
  });
}

/** The page shows the title and the subtitle above the text. */
function repeatsFront(node: Element, { title, subtitle, removed }: MediumTidy): boolean {
  const own = hasClass(node, 'graf--title')
    ? title
    : hasClass(node, 'graf--subtitle')
      ? subtitle
      : undefined;
  if (own === undefined) return false;
  const line = lineOf(node);
  if (!isSame(line, own)) return false;
  removed(line, hasClass(node, 'graf--title') ? 'the title, again' : 'the subtitle, again');
  return true;
}

/** Medium cuts long titles and subtitles in the head of the file. */
function isSame(line: string, own: string): boolean {
  const start = withoutDots(own);
  return line === own || (start !== own && start !== '' && line.startsWith(start));
}

/** A card with title, description and host, all inside a link. */
function linkCard(card: Element): ElementContent[] {
  const link = byTag(card, 'a');
  const href = link === undefined ? '' : attribute(link, 'href');
  if (link === undefined || href === '') return [card];
  const title = byTag(link, 'strong');
  const name = (title && lineOf(title)) || href;
  const rest = link.children.filter((child) => child !== title);
  while (rest[0]?.type === 'element' && rest[0].tagName === 'br') rest.shift();
  const description = rest.length === 0 ? [] : [h('br', []), ...rest];
  return [h('p', [h('a', [text(name)], { href }), ...description])];
}

/** Medium's older editor writes each part of a block of code into a `pre` of its own. */
function mergeCode(body: Root): void {
  visit(body, 'element', (parent) => {
    const merged: ElementContent[] = [];
    for (const child of parent.children) {
      if (!isCode(child)) {
        merged.push(child);
        continue;
      }
      nameLanguage(child);
      const at = merged.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '');
      const previous = merged[at];
      if (previous !== undefined && isCode(previous) && isPart(previous) && isPart(child)) {
        previous.children.push(text('\n'), ...child.children);
        merged.length = at + 1;
      } else merged.push(child);
    }
    parent.children = merged;
  });
}

function isCode(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'pre' && hasClass(node, 'graf--pre');
}

/** The newer editor has whole blocks. */
function isPart(node: Element): boolean {
  return attribute(node, 'dataCodeBlockMode') === '';
}

function nameLanguage(node: Element): void {
  const language = attribute(node, 'dataCodeBlockLang');
  if (!/^[\w+#-]+$/.test(language)) return;
  node.children = [h('code', node.children, { className: [`language-${language}`] })];
}

const POST = /^https?:\/\/(?:[^/?#]+\/)(?:[^?#]*[-/])?([0-9a-f]{9,14})(?:\?[^#]*)?(#.*)?$/;

/** Links to a post by its id lead to it, whichever of its hosts they name. */
function linkOwnPost(node: Element, { addresses }: MediumTidy): void {
  const [, id, fragment = ''] = POST.exec(attribute(node, 'href')) ?? [];
  const address = id === undefined ? undefined : addresses.get(id);
  if (address !== undefined) node.properties['href'] = address + fragment;
}

function sizePicture(node: Element): void {
  const original = attribute(node, 'dataExternalSrc');
  if (original !== '') node.properties['dataOriginal'] = original;
  const width = attribute(node, 'dataWidth');
  const height = attribute(node, 'dataHeight');
  if (width !== '') node.properties['dataOriginalWidth'] = width;
  if (height !== '') node.properties['dataOriginalHeight'] = height;
}
