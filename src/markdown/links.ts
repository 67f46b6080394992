/** Resolves links: to pages of this site where they exist, never to code. */
import { elementsOf, setText, textOf, unwrap, type Element } from '../lib/html.ts';
import { decodePath, isRelative } from '../lib/paths.ts';
import { markBareLink } from './bare-links.ts';
import { report, type BodyTree } from './body.ts';
import type { Written } from './uses.ts';
import { hasBackslash, isSafe, resolveFile, schemeOf, withScheme } from './urls.ts';
import { isWithheld } from './withheld.ts';

/** Resolves every link of the body; unwraps those without text and image. */
export function resolveLinks(body: BodyTree): void {
  for (const element of elementsOf(body.tree)) {
    const { name, attribs } = element;
    resolveCite(element, body);
    if (name !== 'a') continue;
    delete attribs['target'];
    const { href } = attribs;
    if (href === undefined) continue;
    if (isEmptyLink(element)) {
      delete attribs['href'];
      if ((attribs['id'] ?? attribs['name']) === undefined) unwrap(element);
      continue;
    }
    const url = resolve(body.uses.of(element, href), body);
    if (url !== undefined) {
      updateText(element, url, body);
      attribs['href'] = url;
      markReference(element, url, body);
      markBareLink(element, url);
      continue;
    }
    delete attribs['href'];
    // Readers can at least see where it led, unless that is code.
    if (!/^(?:javascript|vbscript|data|blob)$/.test(schemeOf(href) ?? '')) attribs['title'] = href;
  }
}

/** The source of a quotation or change. */
function resolveCite({ attribs }: Element, { resolver }: BodyTree): void {
  const cite = attribs['cite']?.trim();
  if (cite === undefined) return;
  if (!isSafe(cite) || hasBackslash(cite)) delete attribs['cite'];
  else attribs['cite'] = resolver.link(cite) ?? resolver.sibling(cite) ?? withScheme(cite);
}

const NO_LINK = 'only the text of the link is kept';

/** The URL that a link leads to, or `undefined` for one that must not be followed. */
function resolve(link: Written, body: BodyTree): string | undefined {
  const href = link.written;
  if (href === '') return href;
  if (hasBackslash(href)) {
    report(body, 'warning', link, {
      code: 'link-backslash',
      message: `The link "${href.slice(0, 60)}" has a backslash, which could lead to another site, so only its text is kept.`,
      hint: 'Replace the backslash with `/`.',
    });
    return undefined;
  }
  if (!isSafe(href)) {
    const file = resolveFile(href, body);
    if (file.isFound) return file.url;
    if (isWithheld(link, NO_LINK, body)) return undefined;
    report(body, 'warning', link, {
      code: 'link-scheme',
      message: `The link "${href.slice(0, 60)}" has a scheme that browsers should not follow, so only its text is kept.`,
      hint: 'Check the address for a typo; most start with https://.',
    });
    return undefined;
  }
  if (/^[#?]/.test(href)) return checked(link, href, body);
  if (schemeOf(href) !== undefined || !isRelative(href)) return resolveAbsolute(link, body);
  const sibling = body.resolver.sibling(href);
  if (sibling !== undefined) return checked(link, sibling, body);
  const file = resolveFile(href, body);
  if (file.isFound) return file.url;
  if (isWithheld(link, NO_LINK, body)) return undefined;
  if (looksLikeHost(href)) {
    report(body, 'warning', link, {
      code: 'link-scheme-missing',
      message: `The link "${href.slice(0, 80)}" has no scheme, so it now starts with https://.`,
      hint: 'Write https:// before the address, or put a file of that name beside the post.',
    });
    return `https://${href}`;
  }
  return checked(link, href, body);
}

/** Has the link checked once every address of the site is known. */
function checked(link: Written, url: string, { links }: BodyTree): string {
  links.push({ ...link, url, kind: 'link' });
  return url;
}

function resolveAbsolute(link: Written, body: BodyTree): string {
  const { resolver } = body;
  const href = link.written;
  const url = resolver.link(href);
  const own = url ?? resolver.own(href);
  if (own === undefined && resolver.isLegacy(href))
    body.links.push({ ...link, url: withScheme(href), kind: 'legacy' });
  if (resolver.hasWrongMonth(href)) {
    report(body, 'warning', link, {
      code: 'link-legacy-month',
      message: `The link leads to the old blog at "${href.slice(0, 80)}", where no post ever was, so it now leads to the only post with this file name.`,
      hint: `Write the address of the right post, such as ${url ?? 'that of this one'}.`,
    });
  }
  if (own !== undefined) checked(link, own, body);
  return url ?? mailUrl(link, body) ?? withScheme(href);
}

/** A `mailto:` URL for `http://rosa@example.org`, which editors make of an email address. */
function mailUrl(link: Written, body: BodyTree): string | undefined {
  const href = link.written;
  const mail = /^https?:\/\/([^\s/:@?#]+@[^\s/:@?#]+\.[a-z]{2,})\/?$/i.exec(href)?.[1];
  if (mail === undefined) return undefined;
  report(body, 'warning', link, {
    code: 'link-mail',
    message: `The link "${href.slice(0, 80)}" is an email address with the scheme of a web page, so it now starts with mailto:.`,
    hint: `Write mailto:${mail.slice(0, 80)}.`,
  });
  return `mailto:${mail}`;
}

/** Replaces link text that is the old address with the new one, in the same form. */
function updateText(link: Element, url: string, { resolver }: BodyTree): void {
  const text = textOf(link).trim();
  const hasScheme = /^https?:\/\//i.test(text);
  const oldUrl = hasScheme ? text : `https://${text}`;
  if (/\s/.test(text) || !resolver.isLegacy(oldUrl)) return;
  if (resolver.link(oldUrl)?.replace(/#.*/s, '') !== url.replace(/#.*/s, '')) return;
  const absolute = resolver.absolute(url);
  let shown = decodePath(absolute) ?? absolute;
  if (!hasScheme) shown = shown.replace(/^https?:\/\//, '');
  if (/^(?:[^/]*\/\/)?[^/]+$/.test(text)) shown = shown.replace(/\/$/, '');
  setText(link, shown);
}

/** Collects a link to a reference, such as a PEP or a package, and marks it with an icon. */
function markReference(link: Element, url: string, body: BodyTree): void {
  const reference = body.resolver.reference(url);
  if (reference === undefined) return;
  const { group, label, icon } = reference;
  const key = `${group}\n${label}`.toLowerCase();
  if (!body.references.has(key)) body.references.set(key, reference);
  const text = textOf(link);
  // The icon needs a line of text.
  if (text.trim() === '') return;
  link.attribs['class'] = `reference icon-${icon}`;
  if (!text.toLowerCase().includes(label.toLowerCase())) link.attribs['title'] ??= label;
}

export const FILE_EXTENSION =
  /\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp|avif|txt|zip|py|docx?|xlsx?|pptx?|mp[34]|m4[av]|wav|og[agv]|webm|mov|avi|wm[av]|swf|flv|class)$/i;

/** `bit.ly/x` and `2012.pycon-au.org` name a host; `notes.md` and `paper.pdf` a file. */
function looksLikeHost(href: string): boolean {
  const host = /^((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#]|$)/i.exec(href)?.[1];
  return host !== undefined && (host !== href || !FILE_EXTENSION.test(host));
}

/** Whether a link has nothing to see or click. */
export function isEmptyLink(link: Element): boolean {
  if (textOf(link).trim() !== '') return false;
  return elementsOf(link).every(({ name }) => !/^(?:img|video|audio|iframe|picture)$/.test(name));
}
