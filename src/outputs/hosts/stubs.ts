/** Files at old addresses, for hosts without redirect rules: a page that redirects, or a copy of a feed. */
import { escapeHtml } from '../../lib/html.ts';
import { outputFile, portablePath } from '../../lib/paths.ts';
import type {
  LangAttributes,
  OutputFile,
  PageAddress,
  Redirect,
  SiteFacts,
  Stub,
} from '../../site/model.ts';

/** @param feeds the feeds of the site; feed readers cannot follow a page, so an old feed gets a copy */
export function stubFiles(
  stubs: readonly Stub[],
  feeds: readonly OutputFile[],
  { siteLang }: Pick<SiteFacts, 'siteLang'>,
): OutputFile[] {
  const contents = new Map(feeds.map(({ path, content }) => [path, content]));
  return stubs.flatMap((stub) => {
    // Written with the other feeds.
    if (stub.keeps !== undefined) return [];
    const feed = stub.kind === 'feed' ? contents.get(stub.to.path) : undefined;
    return { path: `/${outputFile(stub.path)}`, content: feed ?? page(stub, siteLang) };
  });
}

/** Adds the path of the file, whose extension tells the host its type. */
export function stubOf(redirect: Redirect): Stub {
  return { ...redirect, path: portablePath(stubPath(redirect)) };
}

/** GitHub Pages serves `index.xml` as the index of a folder. https://github.com/jekyll/jekyll/issues/2040 */
function stubPath({ from, to, kind, keeps }: Redirect): string {
  if (keeps !== undefined) return from;
  if (kind === 'feed') return hasTypeOf(from, to) ? from : `${withSlash(from)}index.xml`;
  return /\.html?$/i.test(from) ? from : withSlash(from);
}

/** Whether hosts serve a copy of a feed with a fitting type. */
function hasTypeOf(from: string, feed: PageAddress): boolean {
  return /\.xml$/i.test(from) || (/\.json$/i.test(from) && feed.path.endsWith('.json'));
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * A page that redirects by meta refresh, with a link for browsers that do not.
 * Without `noindex`, so that search engines pass the rank of the old page on.
 */
function page({ to, title }: Redirect, lang: LangAttributes): string {
  const name = escapeHtml(title);
  const url = escapeHtml(to.url);
  const attributes = Object.entries(lang).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<!DOCTYPE html>
<html${attributes.join('')}>
<meta charset="utf-8">
<title>${name}</title>
<link rel="canonical" href="${escapeHtml(to.canonical)}">
<meta http-equiv="refresh" content="0; url=${url}">
<p><a href="${url}">${name}</a></p>
</html>
`;
}
