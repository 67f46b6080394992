/** Answers of the preview server. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { escapeHtml } from '../lib/html.ts';
import { decodePath, encodePath } from '../lib/paths.ts';
import type { SiteFiles } from './site-files.ts';

export interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type?: string;
  /** Target of a redirect. */
  readonly location?: string;
  readonly content: string | Buffer;
  /** Seconds after which a browser is to ask again. */
  readonly refresh?: number;
  /** Whether it is from an earlier run of the preview. */
  readonly isEarlier?: boolean;
  /** Instead of those of the site. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** For answers of the preview itself; those of a site have the headers of a host. */
const OWN_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

export const HTML = 'text/html; charset=utf-8';

/** The file at a path, a redirect, or the 404 page. */
export function answerFrom(files: SiteFiles, pathname: string): Answer {
  const { basePath } = files;
  if (pathname === '/' && basePath !== '') return redirectTo(`${basePath}/`);
  const path = decodePath(pathname);
  const isInside = path?.startsWith(`${basePath}/`) === true;
  const found = isInside ? files.at(path.slice(basePath.length)) : undefined;
  if (found?.kind === 'moved') return redirectTo(basePath + encodePath(found.to));
  if (found !== undefined) return { status: 200, type: found.type, content: found.content };
  const missing = files.at('/404.html');
  return missing?.kind === 'file'
    ? { status: 404, type: HTML, content: missing.content }
    : messagePage(404, 'Not found', '');
}

const MESSAGE_STYLE = `
  :root { color-scheme: light dark }
  body { max-width: 60rem; margin: 12vh auto; padding: 0 1.25rem; font: 1rem/1.5 system-ui, sans-serif }
  h1 { font-size: 1.75rem; line-height: 1.2; text-wrap: balance }
  p { overflow-wrap: anywhere }
  pre { overflow-x: auto; font-size: 0.875rem }
`;
const MESSAGE_HEADERS = {
  ...OWN_HEADERS,
  'Content-Security-Policy': `${OWN_HEADERS['Content-Security-Policy']}; style-src 'sha256-${hash('sha256', MESSAGE_STYLE, 'base64')}'`,
};

/** Page with a message of the preview itself. */
export function messagePage(status: number, title: string, text: string): Answer {
  // Lines of a source have signs below them.
  const element = text.includes('\n') ? 'pre' : 'p';
  const content = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${MESSAGE_STYLE}</style>
</head>
<body><h1>${title}</h1><${element}>${escapeHtml(text)}</${element}></body>
</html>
`;
  return { status, type: HTML, content, headers: MESSAGE_HEADERS };
}

/** Adds an element at the end of a page. */
export function inBody(answer: Answer, element: string): Answer {
  if (element === '') return answer;
  const html = String(answer.content);
  const end = html.lastIndexOf('</body>');
  const at = end === -1 ? html.length : end;
  return { ...answer, content: html.slice(0, at) + element + html.slice(at) };
}

/** A script of the preview itself. */
export function scriptAnswer(name: string): Answer {
  const content = readFileSync(new URL(name, import.meta.url));
  return { status: 200, type: 'text/javascript; charset=utf-8', content };
}

/** @param headers of the site */
export function send(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>> = OWN_HEADERS,
): void {
  const { status, type, location, content, refresh } = answer;
  response.writeHead(status, {
    ...(answer.headers ?? headers),
    // No page of another site shows a draft, not even as an image.
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store, no-transform',
    ...(type !== undefined && { 'Content-Type': type }),
    ...(location !== undefined && { Location: location }),
    ...(refresh !== undefined && { Refresh: String(refresh) }),
  });
  response.end(content);
}

function redirectTo(location: string): Answer {
  return { status: 302, location, content: '' };
}
