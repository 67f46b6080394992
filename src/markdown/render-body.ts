/** Renders Markdown: a pure function of the body and the link table. */
import type { LinkResolver } from '../addresses/resolver.ts';
import { parseGeneratedHtml } from '../lib/generated-html.ts';
import { isTag, parseHtml, serializeHtml, type ParentNode } from '../lib/html.ts';
import { wordsIn, type Words } from '../lib/language/language.ts';
import type { Problem } from '../lib/problem.ts';
import { NO_BODY, type Body, type BodySource, type BodyTree, type ParsedBody } from './body.ts';
import { highlightCode } from './code.ts';
import { tameEmbeds } from './embeds.ts';
import { dropEmpties } from './empties.ts';
import { arrangeHeadings } from './headings.ts';
import { uniqueIds } from './ids.ts';
import { resolveImages } from './images.ts';
import { resolveLinks } from './links.ts';
import { replaceLayoutTables } from './layout-tables.ts';
import { reportLeakedCode } from './leaked-code.ts';
import { hasRawHtml, markdownToHtml } from './marked.ts';
import { takeNotes } from './notes.ts';
import { partsOf } from './parts.ts';
import { proseOf } from './prose.ts';
import { minutesOf, readBody } from './reading.ts';
import { sanitize } from './sanitize.ts';
import { summaryOf } from './summary.ts';
import { frameTables } from './tables.ts';
import { reportUnclosed, tidyWrittenHtml } from './written-html.ts';

/** The first half, which needs no other page of the site. */
export function parseBody({ markdown, ...source }: BodySource): ParsedBody {
  try {
    const isRaw = hasRawHtml(markdown);
    const html = markdownToHtml(markdown.toWellFormed(), wordsOf(source));
    return { source, html, isRaw, problems: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { source, html: '', isRaw: false, problems: [tooNested(source.file)] };
  }
}

/** What a load needs: only the problems of a body, also its content, or also notes for the report. */
export type Wanted = 'problems' | 'page' | 'notes';

/**
 * The second half, once every address is known.
 * @param url URL path of the page that shows the body, with the base path
 */
export async function finishBody(
  { source, html, isRaw, problems }: ParsedBody,
  url: string,
  resolver: LinkResolver,
  wanted: Wanted = 'page',
): Promise<Body> {
  const tree = isRaw ? parseHtml(html) : parseGeneratedHtml(html);
  if (isTooNested(tree)) return { ...NO_BODY, problems: [...problems, tooNested(source.file)] };
  const body: BodyTree = {
    tree,
    source,
    url,
    resolver,
    words: wordsOf(source),
    used: new Set(),
    references: new Map(),
    problems: [...problems],
  };
  if (isRaw) {
    reportUnclosed(html, body);
    tidyWrittenHtml(body);
  }
  if (/[{]|&lt;!--/.test(html)) reportLeakedCode(body);
  if (wanted === 'notes') takeNotes(body);
  if (/<table/i.test(html)) replaceLayoutTables(body);
  resolveLinks(body);
  resolveImages(body);
  // Before headings get anchors, since a frame is named after the heading above it.
  tameEmbeds(body);
  const ids = uniqueIds(body);
  dropEmpties(body);
  const headings = arrangeHeadings(body, ids);
  frameTables(body);
  await highlightCode(body);

  const found = { files: [...body.used].toSorted(), problems: body.problems };
  if (wanted === 'problems') return { ...NO_BODY, ...found };
  const finished = serializeHtml(tree);
  const reading = readBody(tree);
  return {
    parts: partsOf(isRaw ? sanitize(finished) : finished),
    summary: summaryOf(source.description, proseOf(tree)),
    minutes: minutesOf(reading),
    terms: reading.terms,
    headings,
    references: [...body.references.values()],
    ...found,
    ids: wanted === 'notes' ? [...ids] : [],
  };
}

function wordsOf({ language }: Pick<BodySource, 'language'>): Words['body'] {
  return wordsIn(language).body;
}

/** More levels than anyone writes, and few enough for the stack of any thread. */
const DEEPEST = 500;

function isTooNested(node: ParentNode, levels = DEEPEST): boolean {
  if (levels === 0) return true;
  return node.children.some((child) => isTag(child) && isTooNested(child, levels - 1));
}

/** For a body deeper than `DEEPEST`, or one that overflowed the stack of the parser. */
function tooNested(file: string): Problem {
  return {
    severity: 'error',
    code: 'body-too-nested',
    file,
    message: `The text nests more than ${DEEPEST} elements in one another, so deep that it cannot be read.`,
    hint: 'Look for HTML that is never closed, such as many `<div>`, or for very many `>` or list signs in a row.',
  };
}
