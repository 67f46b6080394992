/** Checks a page with parse5, which parses like browsers and which the product does not use. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

const ELEMENTS = new Set(
  (
    'a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div ' +
    'dl dt em figcaption figure footer h2 h3 h4 h5 h6 header hr i iframe img input ins kbd li mark ol p picture pre q rp rt ruby ' +
    's samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'
  ).split(' '),
);
const ATTRIBUTES =
  /^(?:id|class|href|hreflang|src|poster|cite|alt|title|width|height|loading|fetchpriority|decoding|tabindex|role|lang|dir|open|start|reversed|value|type|media|checked|disabled|controls|loop|muted|preload|datetime|span|kind|srclang|label|default|abbr|headers|scope|colspan|rowspan|aria-label|aria-describedby|data-(?:footnote(?:s|-ref|-backref)|page|medium|language|line))$/;
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'poster', 'cite'];
const FORBIDDEN_SCHEME = /^(?:javascript|vbscript|data|blob|file|view-source):/i;
/** Classes that a body may carry, each on its element. */
const CLASSES =
  /^(?:(?:\w+)\.align-(?:left|center|right)|a\.(?:anchor|bare|reference|icon-[a-z]+)|code\.language-\S+|(?:del|ins|mark|span)\.line|details\.leaked-code|(?:div|figure)\.(?:code-frame|wide)|div\.(?:pictures|row|wide|full|table-scroll|first-column|markdown-alert(?:-[a-z]+)?)|h2\.sr-only|img\.picture|p\.markdown-alert-title|section\.footnotes|span\.(?:sign|tok-[a-z-]+))$/;
const FRAMED_HOST =
  /^(?:(?:www\.)?youtube\.com|www\.youtube-nocookie\.com|player\.vimeo\.com|(?:www|geo)\.dailymotion\.com|(?:docs|drive|calendar|www)\.google\.com|archive\.org|www\.slideshare\.net|speakerdeck\.com|w\.soundcloud\.com|open\.spotify\.com|codepen\.io|giphy\.com|peertube\.tv|player\.twitch\.tv)$/;
/** What is wrong with a body on its page, in a few words each; empty for a good one. */
export function faultsOf(html: string): string[] {
  const document = parsePage(`<article>${html}</article><hr title="end">`);
  const [article, end, ...others] = children(document);
  const faults: string[] = [];
  if (article === undefined || end === undefined || others.length > 0 || !isEnd(end)) {
    faults.push('the body reaches out of its place on the page');
  }
  const ids = new Set<string>(['main']);
  for (const element of elementsBelow(document)) {
    if (element === article || isEnd(element)) continue;
    faults.push(...elementFaults(element));
    for (const { name, value } of element.attrs) {
      if (name !== 'id') continue;
      if (value === '' || /\s/.test(value)) faults.push('an id is empty or holds white space');
      else if (ids.has(value)) faults.push('an id is there twice');
      ids.add(value);
    }
  }
  return faults;
}

function elementFaults({ tagName, namespaceURI, attrs }: Element): string[] {
  const faults: string[] = [];
  if (!ELEMENTS.has(tagName)) faults.push(`<${tagName}> stays`);
  if (!namespaceURI.endsWith('/xhtml')) faults.push(`<${tagName}> is no HTML`);
  for (const { name, value } of attrs) {
    if (!ATTRIBUTES.test(name)) faults.push(`<${tagName} ${name}> stays`);
    if (ADDRESSES.includes(name) && isForbidden(value))
      faults.push(`<${tagName} ${name}> leads to code`);
    if (name !== 'class') continue;
    for (const word of value.split(/\s+/)) {
      if (!CLASSES.test(`${tagName}.${word}`)) faults.push(`<${tagName}> has a class of the site`);
    }
  }
  const src = attrs.find(({ name }) => name === 'src')?.value ?? '';
  if (tagName === 'iframe' && !isFramed(src)) faults.push('a frame shows a foreign host');
  return faults;
}

function isForbidden(address: string): boolean {
  return FORBIDDEN_SCHEME.test(address.replace(/[\p{Cc}\p{Cf}\p{Z}\s]/gu, ''));
}

function isFramed(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && FRAMED_HOST.test(hostname);
}

/** The `body` of a page with this in it. */
export function parsePage(body: string): Element {
  const document = parse(`<!DOCTYPE html><html><head><title>x</title></head><body>${body}`, {
    scriptingEnabled: false,
  });
  const root = document.childNodes.find((node) => node.nodeName === 'html');
  if (root === undefined || !('childNodes' in root)) throw new Error('parse5 gave no page.');
  const page = root.childNodes.find((node) => node.nodeName === 'body');
  if (page === undefined || !('tagName' in page)) throw new Error('parse5 gave no body.');
  return page;
}

function children(node: Parent): Element[] {
  return node.childNodes.filter((child) => 'tagName' in child);
}

function isEnd(element: Element): boolean {
  return element.tagName === 'hr' && element.attrs.some(({ value }) => value === 'end');
}

function elementsBelow(page: Element): Element[] {
  const found: Element[] = [];
  const open = children(page);
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element);
    open.push(...children(element));
  }
  return found;
}
