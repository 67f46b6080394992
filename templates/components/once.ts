/** Parts that are the same on many pages: rendered for the first of them. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Site } from '../../src/site/model.ts';

const parts = new WeakMap<Site, Map<string, VNode>>();

/**
 * The part of the site that goes by `name`.
 * @param name tells apart whatever makes the part look different
 * @param part rendered when it is asked for the first time
 */
export function once(site: Site, name: string, part: VNode): VNode {
  const known = parts.get(site) ?? new Map<string, VNode>();
  parts.set(site, known);
  const rendered = known.get(name) ?? jsxTemplate([renderToString(part)]);
  known.set(name, rendered);
  return rendered;
}
