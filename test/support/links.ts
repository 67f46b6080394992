/** Finds broken links: missing files and missing ids. */
import { isTag } from 'domhandler';
import { encodePath } from '../../src/lib/paths.ts';
import { fileOf, type OutputFolder, type OutputPage } from './build-site.ts';
import { elements, hasClass, type Element } from './dom.ts';

export interface DeadLink {
  /** File of the page that holds it. */
  readonly page: string;
  /** As it stands in the page. */
  readonly address: string;
  readonly why: 'no file' | 'no such place' | 'outside the base path' | 'not an address';
  /** Whether it stands in the text of a post or page, rather than in the site's own markup. */
  readonly inBody: boolean;
}

/** @param siteUrl absolute address of the home page, with a slash at the end */
export function deadLinks(output: OutputFolder, siteUrl: string): DeadLink[] {
  const site = new URL(siteUrl);
  const files = new Set(output.files());
  const places = new Map<string, Set<string>>();
  const documents = [...output.pages(), ...output.stubs()];
  for (const { file, document } of documents) places.set(file, placesIn(document));

  function judge(address: string, page: OutputPage): DeadLink['why'] | undefined {
    const base = new URL(encodePath(page.file.replace(/(?:^|(?<=\/))index\.html$/, '')), site);
    if (!URL.canParse(address, base.href)) return 'not an address';
    const url = new URL(address, base);
    if (url.origin !== site.origin) return undefined;
    if (!url.pathname.startsWith(site.pathname)) return 'outside the base path';
    const file = fileOf(decodeURIComponent(url.pathname.slice(site.pathname.length - 1)));
    if (!files.has(file)) return 'no file';
    const place = decodeURIComponent(url.hash.slice(1));
    const known = places.get(file);
    return place === '' || known === undefined || known.has(place) ? undefined : 'no such place';
  }

  return documents.flatMap((page) =>
    elements(page.document).flatMap((element) =>
      addressesOf(element).flatMap((address) => {
        const why = judge(address, page);
        return why === undefined
          ? []
          : [{ page: page.file, address, why, inBody: isInBody(element) }];
      }),
    ),
  );
}

/** How many addresses the pages hold, so that a check of nothing is noticed. */
export function countLinks(output: OutputFolder): number {
  return output
    .pages()
    .flatMap(({ document }) => elements(document))
    .flatMap(addressesOf).length;
}

function addressesOf(element: Element): string[] {
  const { attribs, name } = element;
  const found = ['href', 'src', 'poster', 'action', 'formaction', 'data', 'cite'].flatMap(
    (attribute) => attribs[attribute] ?? [],
  );
  for (const candidate of (attribs['srcset'] ?? '').split(/,\s+/)) {
    const [address = ''] = candidate.trim().split(/\s+/);
    if (address !== '') found.push(address);
  }
  if (name === 'meta') {
    const content = attribs['content'] ?? '';
    if (attribs['http-equiv'] === 'refresh') found.push(content.replace(/^\d+;\s*url=/i, ''));
    if (/^og:(?:url|image)$/.test(attribs['property'] ?? '')) found.push(content);
  }
  return found;
}

function placesIn(document: OutputPage['document']): Set<string> {
  return new Set(
    elements(document).flatMap(({ name, attribs }) => [
      ...(attribs['id'] === undefined ? [] : [attribs['id']]),
      ...(name === 'a' && attribs['name'] !== undefined ? [attribs['name']] : []),
    ]),
  );
}

function isInBody(element: Element): boolean {
  for (let node = element.parent; node !== null; node = node.parent) {
    if (isTag(node) && hasClass(node, 'prose')) return true;
  }
  return false;
}
