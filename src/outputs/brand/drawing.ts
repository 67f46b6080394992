/** Takes an SVG apart that can be part of a page, where it has the colour of the text. */
import type { Drawing } from '../../site/brand-model.ts';
import type { CleanedSvg } from '../images/svg.ts';

/** A larger one is better loaded once than with every page. */
const MAX_LENGTH = 6000;
/** What the security policy forbids in pages, or what could clash with the page. */
const NOT_IN_PAGES =
  /<(?:style|animate|set|image|use|text|a)\b|\s(?:style|id|href|xlink:href|class|tabindex)=|url\(/i;
const ROOT = /^<svg((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>/;
/** Attributes that the page sets itself, or that mean nothing there. */
const NOT_KEPT = /^(?:xmlns|width$|height$|role$|tabindex$|aria-|data-|version$|x$|y$|color$|xml:)/;

export function usesTextColour(svg: string): boolean {
  return /currentcolor/i.test(svg);
}

/**
 * `undefined` for a drawing that must stay a file.
 * @param size in its own units, of a drawing without `viewBox`
 */
export function drawingOf(
  { bytes, attributes }: CleanedSvg,
  size: { readonly width: number; readonly height: number },
): Drawing | undefined {
  const svg = bytes.toString().trim();
  const [root, written = '', isEmpty] = ROOT.exec(svg) ?? [];
  if (root === undefined || isEmpty === '/' || svg.length > MAX_LENGTH) return undefined;
  if (!usesTextColour(svg) || NOT_IN_PAGES.test(svg)) return undefined;
  const kept = Object.entries(attributes).filter(
    ([name]) => written.includes(` ${name}="`) && !NOT_KEPT.test(name),
  );
  const { width, height } = size;
  const viewBox = attributes['viewBox'] ?? `0 0 ${width} ${height}`;
  const markup = svg.slice(root.length).replace(/<\/svg>$/, '');
  return { attributes: { ...Object.fromEntries(kept), viewBox }, markup };
}

/** An SVG file whose `currentColor` follows the theme of the system. */
export function withColours(svg: string, light: string, dark: string): string {
  const style = `<style>@media (prefers-color-scheme:dark){:root{color:${dark}}}</style>`;
  return svg.replace(ROOT, (root, attributes: string, isEmpty: string) =>
    isEmpty === '/'
      ? root
      : `<svg${attributes.replace(/\scolor="[^"]*"/, '')} color="${light}">${style}`,
  );
}
