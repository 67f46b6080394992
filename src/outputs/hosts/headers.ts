/** Response headers: security and caching, independent of the host. */
import { encodePath, HASHED_FOLDER } from '../../lib/paths.ts';
import type { Deployment } from './host.ts';

/** Headers for the site, a folder or a file. */
export interface HeaderRule {
  /** Percent-encoded, with the base path; for more than one file with a star at the end: `/css/*`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** All matching rules apply; where two set the same header, the later one wins. */
export function headerRules(site: Deployment): HeaderRule[] {
  const { basePath } = site;
  const editor = editorHeaders(site);
  return [
    { path: `${basePath}/*`, headers: { ...securityHeaders(site), 'Cache-Control': FRESH } },
    ...(editor === undefined
      ? []
      : EDITOR_PATHS.map((path) => ({ path: basePath + path, headers: editor }))),
    ...ASSET_FOLDERS.map((folder) => ({
      path: `${basePath}/${folder}/*`,
      headers: { 'Cache-Control': ONE_DAY },
    })),
    ...hashedFolders(site).map((folder) => ({
      path: `${folder}*`,
      headers: { 'Cache-Control': IMMUTABLE },
    })),
    ...site.downloads.flatMap(servedPaths).map((path) => ({
      path: basePath + encodePath(path),
      headers: DOWNLOAD,
    })),
  ];
}

/** Nothing of the file runs, even where a browser shows it. https://www.w3.org/TR/CSP3/#directive-sandbox */
const DOWNLOAD = {
  'Content-Disposition': 'attachment',
  'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
};

/** Where hosts serve a file: many leave out `.html` and `index.html`. */
function servedPaths(file: string): string[] {
  const bare = file.replace(/\.html?$/i, '');
  const folder = /^(.*)\/index$/i.exec(bare)?.[1];
  return [...new Set([file, bare, ...(folder === undefined ? [] : [folder, `${folder}/`])])];
}

/** Folders whose files are named by a hash of their content, with the base path. */
function hashedFolders({ basePath, searchFolder }: Deployment): string[] {
  const index =
    searchFolder === undefined ? [] : HASHED_INDEX_FOLDERS.map((part) => searchFolder.url + part);
  return [basePath + HASHED_FOLDER, ...index.map((folder) => `${folder}/`)];
}

/** Hashed folders of the search index. */
const HASHED_INDEX_FOLDERS = ['fragment', 'index', 'filter'];

/** Revalidated on every request, because any build may change the file. */
export const FRESH = 'public, max-age=0, must-revalidate';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const ONE_DAY = 'public, max-age=86400';

/** Folders of `public/` whose files may be a build older than the page. */
const ASSET_FOLDERS = ['css', 'fonts', 'js'];

/** Headers that forbid what no page of the site does. */
export function securityHeaders(site: Deployment): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(site),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/** The page and what runs in threads of its own. On Netlify, `/admin/*` also matches `/administration`. */
const EDITOR_PATHS = ['/admin/', '/admin/index.html', '/admin/assets/*'];

/** Headers of the editor, instead of those of pages with the same names. */
export function editorHeaders({ editorPolicy }: Deployment): Record<string, string> | undefined {
  if (editorPolicy === undefined) return undefined;
  return {
    'Content-Security-Policy': `${editorPolicy}; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    // The window in which people sign in returns here from the Git host.
    'Cross-Origin-Opener-Policy': 'unsafe-none',
    'X-Robots-Tag': 'noindex',
  };
}

/** https://www.w3.org/TR/CSP3/ */
function contentSecurityPolicy({ framed, allowed, searchFolder }: Deployment): string {
  const { scripts, styles, images, frames, forms, connect } = allowed;
  // For Pagefind's WebAssembly, on any page; does not allow `eval`.
  const wasm = searchFolder === undefined ? [] : ["'wasm-unsafe-eval'"];
  const embeds = new Set([...framed.map((host) => `https://${host}`), ...frames]);
  const sources: readonly (readonly [string, ...string[]])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...wasm, ...scripts],
    ['style-src', "'self'", ...styles],
    ['img-src', "'self'", 'https:', ...images],
    ['media-src', "'self'", 'https:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...connect],
    ['manifest-src', "'self'"],
    ...(embeds.size > 0 ? [['frame-src', ...embeds] as const] : []),
    ['base-uri', "'none'"],
    // Services may send a form back to a page of this site.
    ['form-action', ...(forms.length > 0 ? ["'self'", ...forms] : ["'none'"])],
    ['frame-ancestors', "'none'"],
  ];
  return sources.map((directive) => directive.join(' ')).join('; ');
}
