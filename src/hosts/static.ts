/** Redirects for a host that only serves files: a small page at each old address. */
import { escapeHtml } from '../html.ts';
import type { OutputFile, Redirect, Site } from '../site/model.ts';

/** A file for every redirect of the site. */
export function staticRedirects({ redirects, facts }: Site): OutputFile[] {
  return redirects.map((redirect) => ({
    path: redirect.from,
    content: stub(redirect, facts.language),
  }));
}

/**
 * A page that leads on at once and can be read where it does not. It carries
 * no `noindex`: search engines then pass the old page's rank to the new one.
 */
function stub({ to, title }: Redirect, language: string): string {
  const name = escapeHtml(title);
  const url = escapeHtml(to.url);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<meta charset="utf-8">
<title>${name}</title>
<link rel="canonical" href="${escapeHtml(to.canonical)}">
<meta http-equiv="refresh" content="0; url=${url}">
<p><a href="${url}">${name}</a></p>
</html>
`;
}
