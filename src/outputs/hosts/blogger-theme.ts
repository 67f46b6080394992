/**
 * Blogger theme for a blog that stays online at its old address: each page
 * redirects to its new URL. Blogger evaluates the conditions on its server, so
 * this works without JavaScript and for search engines.
 *
 * Tags: https://support.google.com/blogger/answer/46995, data:
 * https://support.google.com/blogger/answer/47270. Canonical URLs have no
 * `?m=1` and begin with the URL of the home page, http or https.
 */
import { encodePath } from '../../lib/paths.ts';
import { escapeHtml } from '../../lib/html.ts';
import type { PageAddress, Site } from '../../site/model.ts';
import { allStubs } from './host.ts';

/** Identifies a theme made by this command. */
const MARK = 'Made by Perennial for a blog that has moved';

/** A page of the old blog and its new URL. */
export interface ThemeEntry {
  /** Expression of Blogger's template language that is true on the old page. */
  readonly condition: string;
  readonly title: string;
  /** Absolute. */
  readonly target: string;
}

/** Whether the file is such a theme, which may be replaced. */
export function isBloggerTheme(text: string): boolean {
  return text.includes(MARK);
}

/** Every page of the old blog whose new address is known. */
export function themeEntries(site: Site): ThemeEntry[] {
  const { redirects, posts, pages, years, months, fixed, words } = site;
  // Posts and pages on Blogger end in `.html`; archives always keep their paths.
  const kept = [...posts, ...pages].filter(({ path }) => path.endsWith('.html'));
  return [
    ...allStubs(redirects)
      .filter(({ kind }) => kind === 'page')
      .flatMap(({ from, to, title }) => entry(conditionOf(from), title, to)),
    ...[...kept, ...years, ...months].flatMap((list) =>
      entry(conditionOf(list.path), list.title, list),
    ),
    ...entry(conditionOf('/search'), words.search.title, fixed.search),
  ];
}

function entry(
  condition: string | undefined,
  title: string,
  { canonical }: PageAddress,
): ThemeEntry[] {
  return condition === undefined ? [] : [{ condition, title: printable(title), target: canonical }];
}

function conditionOf(path: string): string | undefined {
  const label = /^\/search\/label\/(.+)$/su.exec(path)?.[1];
  if (label === undefined)
    return `data:blog.canonicalUrl == data:blog.canonicalHomepageUrl + "${encodePath(path).slice(1)}"`;
  const text = printable(label);
  // A string cannot hold both kinds of quotes.
  if (text.includes('"') && text.includes("'")) return undefined;
  const quote = text.includes('"') ? "'" : '"';
  return `data:blog.searchLabel == ${quote}${text}${quote}`;
}

/** Replaces characters that XML forbids, and line breaks. XML 1.0, section 2.2 */
function printable(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ');
}

/** The theme as XML, to paste into Blogger. */
export function bloggerTheme(site: Site, entries: readonly ThemeEntry[]): string {
  const { facts, words, fixed } = site;
  const { moved } = words;
  const linkTo = (url: string) => (text: string) => link(url, text);
  const home: ThemeEntry = {
    condition: 'data:blog.canonicalUrl == data:blog.canonicalHomepageUrl',
    title: printable(facts.title),
    target: fixed.home.canonical,
  };
  const all = [home, ...entries];
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE html>
<html b:version='2' lang='${escapeHtml(facts.language)}' xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b' xmlns:data='http://www.google.com/2005/gml/data' xmlns:expr='http://www.google.com/2005/gml/expr'>
<head>
<!-- ${MARK} -->
<meta charset='utf-8'/>
<meta content='width=device-width, initial-scale=1' name='viewport'/>
<title><data:blog.pageTitle/></title>
${choose(all, redirect, `<meta content='${DELAY}; url=${escapeHtml(fixed.archive.canonical)}' http-equiv='refresh'/>`)}
<b:skin><![CDATA[body { font: 1.2em/1.5 sans-serif; margin: 3em auto; max-width: 35em; padding: 0 1em; }]]></b:skin>
</head>
<body>
<h1>${escapeHtml(moved.title)}</h1>
<p>${moved.address(link(fixed.home.canonical, fixed.home.canonical)).join('')}</p>
<p>${choose(
    all,
    ({ title, target }) => moved.page(link(target, title)).join(''),
    moved.noPage(linkTo(fixed.archive.canonical)).join(''),
  )}</p>
<b:section class='main' id='main' showaddelement='no'/>
</body>
</html>
`;
}

/** Seconds to read that the page has no new URL, before the redirect to the archive. */
const DELAY = 8;

function redirect({ target }: ThemeEntry): string {
  const url = escapeHtml(target);
  return `<link href='${url}' rel='canonical'/><meta content='0; url=${url}' http-equiv='refresh'/>`;
}

function link(url: string, text: string): string {
  return `<a href='${escapeHtml(url)}'>${escapeHtml(text)}</a>`;
}

/** An if-else chain: Blogger writes the first entry whose condition is true. */
function choose(
  entries: readonly ThemeEntry[],
  write: (entry: ThemeEntry) => string,
  otherwise: string,
): string {
  const cases = entries.map((item, index) => {
    const condition = escapeHtml(item.condition);
    const tag = index === 0 ? `<b:if cond='${condition}'>` : `<b:elseif cond='${condition}'/>`;
    return `${tag}${write(item)}\n`;
  });
  return `${cases.join('')}<b:else/>${otherwise}\n</b:if>`;
}
