/** Renders a body: a pure function of its source and the link table. */
import type { LinkResolver } from '../addresses/resolver.ts';
import { parseGeneratedHtml } from '../lib/generated-html.ts';
import { isTag, parseHtml, serializeHtml, type ParentNode } from '../lib/html.ts';
import { wordsIn } from '../lib/language/language.ts';
import type { Problem } from '../lib/problem.ts';
import { NO_BODY, type Body, type BodySource, type BodyTree, type ParsedBody } from './body.ts';
import { bodyText, readingTime } from './body-text.ts';
import { disableInputs } from './checkboxes.ts';
import { highlightCode } from './code-blocks.ts';
import { reportCodeInText } from './code-in-text.ts';
import { resolveEmbeds } from './embeds.ts';
import { normalizeHeadings, uniqueIds } from './headings.ts';
import { resolveImages } from './images.ts';
import { replaceLayoutTables } from './layout-tables.ts';
import { resolveLinks } from './links.ts';
import { hasRawHtml, markdownToHtml } from './marked.ts';
import { addNotes } from './notes.ts';
import { partsOf } from './parts.ts';
import { cleanRawHtml, reportUnclosed } from './raw-html.ts';
import { removeEmpty } from './remove-empty.ts';
import { sanitize } from './sanitize.ts';
import { summaryOf } from './summary.ts';
import { wrapTables } from './tables.ts';

/** Converts Markdown to HTML; needs no other page of the site. */
export function parseBody({ markdown, ...source }: BodySource): ParsedBody {
  try {
    const isRaw = hasRawHtml(markdown);
    const html = markdownToHtml(markdown.toWellFormed(), wordsIn(source.language).body);
    return { source, html, isRaw };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { source, isRaw: false };
  }
}

/** Result that a load needs: problems only, the content too, or notes for the report too. */
export type Wanted = 'problems' | 'page' | 'notes';

/**
 * Runs all passes, once every URL of the site is known.
 * @param url URL path of the page, with the base path
 */
export async function finishBody(
  { source, html, isRaw }: ParsedBody,
  url: string,
  resolver: LinkResolver,
  wanted: Wanted = 'page',
): Promise<Body> {
  if (html === undefined) return tooNested(source);
  const tree = isRaw ? parseHtml(html) : parseGeneratedHtml(html);
  if (isTooNested(tree)) return tooNested(source);
  const body: BodyTree = {
    tree,
    source,
    url,
    resolver,
    words: wordsIn(source.language).body,
    files: new Set(),
    references: new Map(),
    problems: [],
  };
  if (isRaw) {
    reportUnclosed(html, body);
    cleanRawHtml(body);
  }
  if (/\{|&lt;!--/.test(html)) reportCodeInText(body);
  if (wanted === 'notes') addNotes(body);
  if (/<table/i.test(html)) replaceLayoutTables(body);
  resolveLinks(body);
  resolveImages(body);
  // Before headings get anchors: a frame takes its title from the heading above it.
  resolveEmbeds(body);
  disableInputs(body);
  const ids = uniqueIds(body);
  removeEmpty(tree);
  const headings = normalizeHeadings(body, ids);
  wrapTables(body);
  await highlightCode(body);

  const found = { files: [...body.files].toSorted(), problems: body.problems };
  if (wanted === 'problems') return { ...NO_BODY, ...found };
  const finished = serializeHtml(tree);
  const text = bodyText(tree);
  return {
    parts: partsOf(isRaw ? sanitize(finished) : finished),
    summary: summaryOf(source.description, text.prose),
    minutes: readingTime(text),
    terms: text.terms,
    headings,
    references: [...body.references.values()],
    ...found,
    ids: wanted === 'notes' ? [...ids] : [],
  };
}

/** Far more levels than real posts have, and few enough for the stack of any thread. */
const MAX_DEPTH = 500;

function isTooNested(node: ParentNode, levels = MAX_DEPTH): boolean {
  if (levels === 0) return true;
  return node.children.some((child) => isTag(child) && isTooNested(child, levels - 1));
}

function tooNested({ file }: ParsedBody['source']): Body {
  const problem: Problem = {
    severity: 'error',
    code: 'body-too-nested',
    file,
    message: `The text is nested more than ${MAX_DEPTH} levels deep, which is too deep to render.`,
    hint: 'Look for HTML that is never closed, such as many `<div>`, or for very many `>` or list markers in a row.',
  };
  return { ...NO_BODY, problems: [problem] };
}
