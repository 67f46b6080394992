/** The content security policy of the editor. https://www.w3.org/TR/CSP3/ */
import type { CmsBackend } from './backend.ts';

/** What a `meta` element can say; hosts add `frame-ancestors`. */
export function editorPolicy({ api_root: api, base_url: base }: CmsBackend): string {
  const connect = [api, base].flatMap((url) => (url === undefined ? [] : new URL(url).origin));
  const sources: readonly (readonly [string, ...string[]])[] = [
    ['default-src', "'none'"],
    // WebAssembly converts pictures.
    ['script-src', "'self'", "'wasm-unsafe-eval'"],
    ['worker-src', "'self'"],
    // The editor writes its style into the page.
    ['style-src', "'self'", "'unsafe-inline'"],
    ['font-src', "'self'"],
    ['img-src', "'self'", 'blob:', 'data:', 'https:'],
    ['media-src', "'self'", 'blob:', 'https:'],
    // Pictures before they are saved, and the Git host.
    ['connect-src', "'self'", 'blob:', 'data:', ...new Set(connect)],
    ['frame-src', "'self'", 'blob:'],
    // For the frame of its preview.
    ['base-uri', "'self'"],
    ['form-action', "'none'"],
  ];
  return sources.map((directive) => directive.join(' ')).join('; ');
}
