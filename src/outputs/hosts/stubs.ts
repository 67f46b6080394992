/** Old addresses on a host that only serves files: something small at each that leads on. */
import { escapeHtml } from '../../lib/html.ts';
import { outputFile } from '../../lib/paths.ts';
import type { LangAttributes, OutputFile, Redirect, SiteFacts, Stub } from '../../site/model.ts';

/**
 * The files of stubs.
 * @param feeds the feeds of the site; whoever asks for a feed cannot read HTML, so an old feed is a copy of one
 */
export function stubFiles(
  stubs: readonly Stub[],
  feeds: readonly OutputFile[],
  { siteLang }: SiteFacts,
): OutputFile[] {
  const contents = new Map(feeds.map(({ path, content }) => [path, content]));
  return stubs.map((stub) => {
    const feed = stub.kind === 'feed' ? contents.get(stub.to.path) : undefined;
    return { path: `/${outputFile(stub.path)}`, content: feed ?? page(stub, siteLang) };
  });
}

/** A redirect with the path of its file, which tells a host that serves files what it holds. */
export function stubOf(redirect: Redirect): Stub {
  return { ...redirect, path: stubPath(redirect) };
}

/** GitHub Pages takes `index.xml` for the index of a folder. https://github.com/jekyll/jekyll/issues/2040 */
function stubPath({ from, kind }: Redirect): string {
  if (kind === 'feed') return /\.xml$/i.test(from) ? from : `${withSlash(from)}index.xml`;
  return /\.html?$/i.test(from) ? from : withSlash(from);
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * A page that leads on at once and can be read where it does not. It carries
 * no `noindex`: search engines then pass the old page's rank to the new one.
 */
function page({ to, title }: Redirect, mark: LangAttributes): string {
  const name = escapeHtml(title);
  const url = escapeHtml(to.url);
  const attributes = Object.entries(mark).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
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
