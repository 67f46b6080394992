/** Caches markup that many pages share. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { jsxTemplate } from 'preact/jsx-runtime';
import { collectReads, noteReads, type Made } from '../../src/incremental/site-reads.ts';
import type { Site } from '../../src/site/model.ts';

const caches = new WeakMap<Site, Map<string, Made<VNode>>>();

/**
 * Renders `part` the first time and reuses its HTML afterwards.
 * @param name cache key: must differ whenever the markup differs
 */
export function once(site: Site, name: string, part: VNode): VNode {
  const cached = caches.get(site) ?? new Map<string, Made<VNode>>();
  caches.set(site, cached);
  const rendered = cached.get(name) ?? collectReads(() => jsxTemplate([renderToString(part)]));
  cached.set(name, rendered);
  // What a page shows from the cache depends on the same parts of the site.
  noteReads(rendered.reads);
  return rendered.result;
}
