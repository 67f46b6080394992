/** Links: to this site where it has the page, as written elsewhere, never to code. */
import { elementsOf, isTag, setText, textOf, unwrap, type Element } from '../lib/html.ts';
import { decodePath } from '../lib/paths.ts';
import { report, type BodyTree } from './body.ts';
import { isRelative, resolveFile } from './files.ts';
import { markReference } from './references.ts';

/** Schemes that open a page, a mail or a call, and run nothing. */
export const SAFE_SCHEMES: readonly string[] = [
  ...['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'ftps', 'sftp', 'git', 'irc', 'ircs'],
  ...['xmpp', 'matrix', 'news', 'nntp', 'geo', 'magnet', 'webcal', 'feed'],
];

/** Resolves every link of the body; one without text or image is none. */
export function resolveLinks(body: BodyTree): void {
  for (const link of elementsOf(body.tree)) {
    resolveSource(link, body);
    if (link.name !== 'a') continue;
    delete link.attribs['target'];
    const href = link.attribs['href'];
    if (href === undefined) continue;
    if (isEmpty(link)) {
      leaveOut(link);
      continue;
    }
    const address = resolve(href.trim(), body);
    if (address === undefined) delete link.attribs['href'];
    else {
      showNewAddress(link, address, body);
      link.attribs['href'] = address;
      markReference(link, address, body);
    }
    // What cannot be followed can still be read.
    if (address === undefined && !isCode(href)) link.attribs['title'] = href;
  }
}

/** Where a quotation or change is from: no browser leads there, but a reader's program may. */
function resolveSource({ attribs }: Element, { resolver }: BodyTree): void {
  const cite = attribs['cite']?.trim();
  if (cite === undefined) return;
  if (!isSafe(cite) || hasBackslash(cite)) delete attribs['cite'];
  else attribs['cite'] = resolver.link(cite) ?? resolver.sibling(cite) ?? secure(cite);
}

/** What it holds stays, and the place that it names. */
function leaveOut(link: Element): void {
  delete link.attribs['href'];
  if ((link.attribs['id'] ?? link.attribs['name']) === undefined) unwrap(link);
}

/** The address a link leads to, or `undefined` for one that must not be followed. */
function resolve(href: string, body: BodyTree): string | undefined {
  if (href === '' || href.startsWith('#')) return href;
  if (hasBackslash(href)) {
    report(body, 'warning', href, {
      code: 'link-backslash',
      message: `The link leads to "${href.slice(0, 60)}", whose backslash could lead to another site; its text is kept, the link is not.`,
      hint: 'Write `/` instead of the backslash.',
    });
    return undefined;
  }
  const scheme = schemeOf(href);
  if (!isSafe(href)) {
    report(body, 'warning', href, {
      code: 'link-scheme',
      message: `The link leads to "${href.slice(0, 60)}", which no browser should follow; its text is kept, the link is not.`,
      hint: 'Check the address for a slip of the pen; most begin with https://.',
    });
    return undefined;
  }
  if (scheme !== undefined || !isRelative(href)) return resolveElsewhere(href, body);
  const sibling = body.resolver.sibling(href);
  if (sibling !== undefined) return sibling;
  const file = resolveFile(href, body);
  if (file.kind === 'found') return file.url;
  if (looksLikeHost(href)) {
    report(body, 'warning', href, {
      code: 'link-scheme-missing',
      message: `The link "${href.slice(0, 80)}" has no scheme; https:// was put before it.`,
      hint: 'Write https:// before the address, or put a file of that name beside the post.',
    });
    return `https://${href}`;
  }
  report(body, 'warning', href, {
    code: 'link-file-missing',
    message: `The link leads to "${href.slice(0, 80)}", but there is no such file beside the post.`,
    hint: 'Put the file there, or write the whole address with https://.',
  });
  return href;
}

function resolveElsewhere(href: string, body: BodyTree): string {
  const address = body.resolver.link(href);
  if (address === undefined && body.resolver.isLegacy(href)) {
    report(body, 'warning', href, {
      code: 'link-legacy-unknown',
      message: `The link leads to the old blog, "${href.slice(0, 80)}", and no post says that it stood there.`,
      hint: 'Write the new address, or add the old one to `redirects.yaml`.',
    });
  }
  if (body.resolver.hasWrongMonth(href)) {
    report(body, 'warning', href, {
      code: 'link-legacy-month',
      message: `The link leads to the old blog, "${href.slice(0, 80)}", at which no post ever stood; the only post with this file name takes its place.`,
      hint: `Write the address of that post, ${address ?? 'if it is the one'}, or of the right one.`,
    });
  }
  return address ?? mailAddress(href, body) ?? secure(href);
}

/** Editors put a scheme before whatever is entered as a link; a name alone is no way to log in. */
function mailAddress(href: string, body: BodyTree): string | undefined {
  const mail = /^https?:\/\/([^\s/:@?#]+@[^\s/:@?#]+\.[a-z]{2,})\/?$/i.exec(href)?.[1];
  if (mail === undefined) return undefined;
  report(body, 'warning', href, {
    code: 'link-mail',
    message: `The link "${href.slice(0, 80)}" is a mail address with the scheme of a page; mailto: takes its place.`,
    hint: `Write mailto:${mail.slice(0, 80)}.`,
  });
  return `mailto:${mail}`;
}

/** A link whose text is its own old address shows the new one, in the same form. */
function showNewAddress(link: Element, address: string, { resolver }: BodyTree): void {
  const text = textOf(link).trim();
  const hasScheme = /^https?:\/\//i.test(text);
  const written = hasScheme ? text : `https://${text}`;
  if (/\s/.test(text) || !resolver.isLegacy(written)) return;
  if (resolver.link(written)?.replace(/#.*/s, '') !== address.replace(/#.*/s, '')) return;
  const whole = resolver.absolute(address);
  let shown = decodePath(whole) ?? whole;
  if (!hasScheme) shown = shown.replace(/^https?:\/\//, '');
  if (/^[^/]*(?:\/\/)?[^/]+$/.test(text)) shown = shown.replace(/\/$/, '');
  setText(link, shown);
}

/** `bit.ly/x` and `2012.pycon-au.org` name a host; `notes.md` and `paper.pdf` a file. */
function looksLikeHost(href: string): boolean {
  const host = /^((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#]|$)/i.exec(href)?.[1];
  return host !== undefined && (host !== href || !FILE_NAME.test(host));
}

const FILE_NAME =
  /\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp|avif|txt|zip|py|docx?|xlsx?|pptx?|mp[34])$/i;

function secure(href: string): string {
  return href.startsWith('//') ? `https:${href}` : href;
}

/** Whether an address begins with a slash of either kind and has a backslash, which browsers take for a slash. */
export function hasBackslash(address: string): boolean {
  return /^(?=[/\\])[^?#]*\\/.test(address);
}

/** The scheme a browser would see: it ignores control characters and spaces within. */
export function schemeOf(address: string): string | undefined {
  const plain = /^(https?|mailto):/.exec(address)?.[1];
  if (plain !== undefined) return plain;
  const compact = address.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
  return /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]?.toLowerCase();
}

function isSafe(address: string): boolean {
  const scheme = schemeOf(address);
  return scheme === undefined || SAFE_SCHEMES.includes(scheme);
}

function isCode(href: string): boolean {
  return ['javascript', 'vbscript', 'data', 'blob'].includes(schemeOf(href) ?? '');
}

/** Whether a link holds nothing that a reader could see and follow. */
export function isEmpty(link: Element): boolean {
  if (textOf(link).trim() !== '') return false;
  return !elementsOf(link).some(
    (child) => isTag(child) && ['img', 'video', 'audio', 'iframe', 'picture'].includes(child.name),
  );
}
