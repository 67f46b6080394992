/** The posts of the corpus as pages of an old blog, from which exports can be made. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isTag, isText, Text, type ChildNode } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { z } from 'zod';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { escapeAttribute } from '../../src/lib/html.ts';
import type { OutputFolder } from './build-site.ts';
import { CORPUS_ORIGIN, expectations } from './corpus-site.ts';
import { elements, hasClass, onlyWithClass, withClass, type Element } from './dom.ts';
import { required } from './required.ts';

export const OLD_HOST = 'pyfound.blogspot.com';

export interface OldPost {
  readonly slug: string;
  readonly title: string;
  readonly author: string;
  readonly tags: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly legacyUrl: string;
  readonly html: string;
}

export interface OldPicture {
  /** Different for all pictures of the blog. */
  readonly name: string;
  /** Beside its post, or on another site. */
  readonly src: string;
  /** In the corpus, if it is beside its post. */
  readonly file: string | undefined;
}

export interface OldBlog {
  readonly posts: readonly OldPost[];
  readonly pictures: readonly OldPicture[];
}

const FrontMatter = z.object({
  title: z.string(),
  publishDate: z.string(),
  author: z.string().default(''),
  tags: z.array(z.string()),
  legacyUrl: z.string(),
});

/**
 * @param output of a build of the corpus
 * @param addressOf what the old blog writes for a picture
 */
export function oldPosts(
  corpus: string,
  output: OutputFolder,
  addressOf: (picture: OldPicture) => string,
): OldBlog {
  const expected = expectations(corpus);
  const oldAddresses = new Map([...expected.values()].map((post) => [post.url, post.legacyUrl]));
  const pictures = new Map<string, OldPicture>();
  const posts = [...expected].map(([slug, { url }]): OldPost => {
    const folder = path.join(corpus, 'psf/posts', slug);
    const { title, author, tags, publishDate, legacyUrl } = frontMatterOf(folder);
    const body = onlyWithClass(output.page(url), 'e-content');
    // The old blog had no label there.
    for (const folded of withClass(body, 'leaked-code')) folded.children.shift();
    const html = oldHtml(body, {
      link: (href) => oldAddress(href, oldAddresses),
      picture(src) {
        const beside = src.startsWith(url) ? decodeURI(src.slice(url.length)) : undefined;
        const picture = {
          name: `${slug}-${beside ?? `${pictures.size}.png`}`,
          src,
          file: beside && path.join(folder, beside),
        };
        pictures.set(picture.name, picture);
        return addressOf(picture);
      },
    });
    return { slug, title, author, tags, date: publishDate, legacyUrl, html };
  });
  return { posts, pictures: [...pictures.values()] };
}

function frontMatterOf(folder: string): z.output<typeof FrontMatter> {
  const split = splitFrontMatter(readFileSync(path.join(folder, 'index.md'), 'utf8'));
  if (!split.ok) throw new Error(`${folder} has no front matter`);
  return FrontMatter.parse(split.frontMatter);
}

function oldAddress(href: string, oldAddresses: ReadonlyMap<string, string>): string {
  const local = href.replace(`${CORPUS_ORIGIN}/`, '/');
  if (!local.startsWith('/')) return href;
  const [, address = '', fragment = ''] = required(/^([^#]*)(.*)$/.exec(local) ?? undefined);
  return `http://${OLD_HOST}${encodeURI(oldAddresses.get(address) ?? address)}${fragment}`;
}

interface Addresses {
  readonly link: (href: string) => string;
  readonly picture: (src: string) => string;
}

/** What the pages of an old blog have, too. */
const ATTRIBUTES = new Set([
  'href',
  'src',
  'alt',
  'title',
  'width',
  'height',
  'id',
  'colspan',
  'rowspan',
  'scope',
  'dir',
]);

/** The body without what Perennial adds. */
function oldHtml(body: Element, addresses: Addresses): string {
  for (const element of elements(body)) {
    if (hasClass(element, 'anchor')) DomUtils.replaceElement(element, new Text(''));
    else if (hasClass(element, 'embed')) DomUtils.replaceElement(element, frameOf(element));
  }
  for (const element of elements(body)) {
    const { href, src } = element.attribs;
    if (element.name === 'a' && href !== undefined) {
      element.attribs['href'] = addresses.link(href);
      // Texts that are addresses of the blog show the new ones.
      for (const text of element.children) if (isText(text)) text.data = addresses.link(text.data);
    }
    if (element.name === 'img' && src !== undefined)
      element.attribs['src'] = addresses.picture(src);
    if (element.name !== 'input' && element.name !== 'iframe')
      element.attribs = Object.fromEntries(
        Object.entries(element.attribs).filter(([name]) => ATTRIBUTES.has(name)),
      );
  }
  unwrapLines(body.children);
  return DomUtils.getInnerHTML(body, { encodeEntities: 'utf8' });
}

function frameOf(embed: Element): ChildNode {
  const [poster] = elements(embed, 'a');
  const src = required(poster?.attribs['data-frame']).replace('&autoplay=1', '');
  const html = `<iframe src="${escapeAttribute(src)}"></iframe>`;
  return required(parseDocument(html).children[0]);
}

/** Old platforms show line ends as breaks. */
function unwrapLines(nodes: readonly ChildNode[]): void {
  for (const node of nodes) {
    if (isText(node)) node.data = node.data.replace(/\s*\n\s*/g, ' ');
    else if (isTag(node) && node.name !== 'pre') unwrapLines(node.children);
  }
}
