/** Response headers of a site, for hosts to write in their own way. */
import { HASHED_FOLDER } from '../../lib/paths.ts';
import type { Deployment } from './host.ts';

/** Headers for all paths, or for those below a folder (`/css/*`). */
export interface HeaderRule {
  /** With the base path, percent-encoded, and a star at the end. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every rule that applies to a response adds to it; the later one wins. */
export function headerRules(site: Deployment): HeaderRule[] {
  const { basePath } = site;
  return [
    { path: `${basePath}/*`, headers: { ...securityHeaders(site), 'Cache-Control': FRESH } },
    ...ASSET_FOLDERS.map((folder) => ({
      path: `${basePath}/${folder}/*`,
      headers: { 'Cache-Control': A_DAY },
    })),
    ...lastingFolders(site).map((folder) => ({
      path: `${folder}*`,
      headers: { 'Cache-Control': FOR_EVER },
    })),
  ];
}

/** Folders in which another content has another name, with the base path. */
function lastingFolders({ basePath, searchFolder }: Deployment): string[] {
  const index =
    searchFolder === undefined ? [] : INDEX_PARTS.map((part) => searchFolder.url + part);
  return [basePath + HASHED_FOLDER, ...index.map((folder) => `${folder}/`)];
}

/** Parts of a search index that are named by their content. */
const INDEX_PARTS = ['fragment', 'index', 'filter'];

/** What changes with a build is asked for each time; an answer without a change is short. */
export const FRESH = 'public, max-age=0, must-revalidate';
const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** Folders of `public/` whose files pages of an earlier build may do with. */
const ASSET_FOLDERS = ['css', 'fonts', 'js'];

/** Headers that keep a page from doing what this site never does. */
export function securityHeaders(site: Deployment): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(site),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/** https://www.w3.org/TR/CSP3/ */
function contentSecurityPolicy({ framed, searchFolder }: Deployment): string {
  return [
    "default-src 'none'",
    // For the program of the search, which any page may open; it permits no `eval`.
    `script-src 'self'${searchFolder === undefined ? '' : " 'wasm-unsafe-eval'"}`,
    "style-src 'self'",
    "img-src 'self' https:",
    "media-src 'self' https:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(framed.length > 0
      ? [`frame-src ${framed.map((host) => `https://${host}`).join(' ')}`]
      : []),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
