/** Removes what readers of the old blog could not see. */
import type { Element, Root } from 'hast';
import { pageAddress, webUrl } from '../../markdown/embeds/player-addresses.ts';
import type { Change } from './body.ts';
import {
  attribute,
  classesOf,
  elementsOf,
  h,
  isElement,
  replaceNodes,
  text,
  textOf,
  type Node,
} from './tree.ts';

const INVISIBLE = /^(?:style|title|noscript|template|meta|link|base|head)$/;
/** What a link cannot do here. */
const SCRIPT = /^(?:javascript|vbscript|data|blob):/i;
const MORE = /^\s*more(?:\s|$)/i;

/** Comments go too, but the end of the summary stays as the comment `more`. */
export function removeInvisible(root: Root, changes: Change[]): void {
  // What a script shows and hides again was there for readers.
  const hasToggle = elementsOf(root).some(
    (element) => 'onClick' in element.properties || SCRIPT.test(attribute(element, 'href')),
  );
  replaceNodes(root, (element) => {
    if (hasToggle || !isHidden(element)) return replacementOf(element, changes);
    changes.push({ text: textOf(element), reason: 'text that the old page hid' });
    return [];
  });
  dropComments(root);
}

function replacementOf(element: Element, changes: Change[]): Node | readonly Node[] {
  const { tagName } = element;
  if (tagName === 'script') return scriptLink(element, changes);
  if (INVISIBLE.test(tagName)) return [];
  if (tagName === 'a' && SCRIPT.test(attribute(element, 'href')))
    return scriptWords(element, changes);
  if (tagName === 'svg') {
    const words = textOf(element).trim();
    if (words !== '') changes.push({ text: words, reason: 'a drawing in SVG' });
    return [];
  }
  if (tagName === 'a' && /^\s*javascript:/i.test(attribute(element, 'href'))) {
    changes.push({ text: textOf(element).trim(), reason: 'a link that ran a script, as text' });
    delete element.properties['href'];
    return element;
  }
  if (tagName === 'math') return formula(element, changes);
  if (classesOf(element).includes('katex-html')) return [];
  // Of word processors.
  if (tagName.includes(':')) return element.children;
  if (isMore(element)) return [{ type: 'comment', value: 'more' }, ...element.children];
  return element;
}

/** What a link shows that runs a script. */
function scriptWords(link: Element, changes: Change[]): readonly Node[] {
  const label = textOf(link).replace(/\s+/g, ' ').trim();
  const code = attribute(link, 'href');
  changes.push({ text: `${label} ${code}`, reason: 'a link that runs a script, as text' });
  return link.children;
}

/** As it was written in TeX, if that is known. */
function formula(math: Element, changes: Change[]): Node {
  const tex = elementsOf(math).find((part) => /tex/i.test(attribute(part, 'encoding')));
  const written = textOf(tex ?? math).trim();
  changes.push({ text: textOf(math), reason: 'a formula, as text' });
  return tex === undefined ? text(written) : h('code', [text(written)]);
}

function isHidden(element: Element): boolean {
  const isNamed = 'hidden' in element.properties && element.tagName !== 'input';
  return isNamed || /(?:^|[;\s])display:\s*none/i.test(attribute(element, 'style'));
}

function isMore(element: Element): boolean {
  const id = attribute(element, 'id') || attribute(element, 'name');
  return (
    (element.tagName === 'a' && id === 'more') ||
    (element.tagName === 'span' && /^(?:more(?:-\d+)?|fullpost)$/.test(id)) ||
    classesOf(element).includes('fullpost')
  );
}

/** The page with what a script would show, or nothing. */
function scriptLink(script: Element, changes: Change[]): readonly Node[] {
  const src = attribute(script, 'src');
  const code = src || textOf(script).trim();
  const url = webUrl(src);
  const page = url && pageAddress(url);
  if (page === undefined) {
    if (code !== '' && !COMPANION.test(code))
      changes.push({ text: code.slice(0, 200), reason: 'a script' });
    return [];
  }
  changes.push({ text: page, reason: 'a script of another site, as a link' });
  return [h('p', [h('a', [text(page)], { href: page })])];
}

/** Dress up what stands beside them. */
const COMPANION =
  /\b(?:platform\.(?:twitter|x|instagram)\.com|instagram\.com\/embed|connect\.facebook\.net|tiktok\.com\/embed|embedr\.flickr\.com|s\.imgur\.com|adsbygoogle)\b/;

function dropComments(parent: Root | Element): void {
  const children: Node[] = [];
  for (const child of parent.children) {
    if (child.type === 'doctype') continue;
    if (child.type === 'comment') {
      if (MORE.test(child.value)) children.push({ type: 'comment', value: 'more' });
      continue;
    }
    if (isElement(child)) dropComments(child);
    children.push(child);
  }
  parent.children =
    parent.type === 'root' ? children : children.filter((node) => node.type !== 'doctype');
}
