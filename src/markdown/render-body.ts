/** Markdown to the HTML of a page: a pure function of the body and the table of links. */
import type { Reference } from '../addresses/references.ts';
import type { LinkResolver } from '../addresses/resolver.ts';
import {
  isTag,
  parseGeneratedHtml,
  parseHtml,
  serializeHtml,
  type ParentNode,
} from '../lib/html.ts';
import { wordsIn, type Words } from '../lib/language/language.ts';
import type { Problem } from '../lib/problem.ts';
import type { BodySource, BodyTree } from './body.ts';
import { highlightCode } from './code.ts';
import { tameEmbeds } from './embeds.ts';
import { dropEmpties } from './empties.ts';
import { arrangeHeadings, type Heading } from './headings.ts';
import { uniqueIds } from './ids.ts';
import { resolveImages } from './images.ts';
import { resolveLinks } from './links.ts';
import { replaceLayoutTables } from './layout-tables.ts';
import { reportLeakedCode } from './leaked-code.ts';
import { hasRawHtml, markdownToHtml } from './marked.ts';
import { takeNotes } from './notes.ts';
import { proseOf } from './prose.ts';
import { readBody, type Reading } from './reading.ts';
import { sanitize } from './sanitize.ts';
import { frameTables } from './tables.ts';
import { reportUnclosed, tidyWrittenHtml } from './written-html.ts';

/** A body as the site shows it: plain data, free to cross threads. */
export interface RenderedBody {
  readonly html: string;
  /** The beginning of its running text, for summaries. */
  readonly prose: string;
  readonly reading: Reading;
  /** In their order. */
  readonly headings: readonly Heading[];
  /** Files beside the body that it uses, to be published with it. */
  readonly files: readonly string[];
  /** What its links lead to, each once, in order of mention. */
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** A body whose Markdown is parsed; the addresses in it are as they were written. */
export interface ParsedBody {
  readonly source: Omit<BodySource, 'markdown'>;
  readonly html: string;
  /** Whether the writer may have put HTML of any kind into it. */
  readonly isRaw: boolean;
  readonly problems: readonly Problem[];
}

/** The first half, which needs to know nothing of the rest of the site. */
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

/**
 * What is to be known of a body: its problems, what its page shows besides, or
 * what deserves a note besides both.
 */
export type Wanted = 'problems' | 'page' | 'notes';

/**
 * The second half, when every address is known.
 * @param url address of the page it is shown on, with the base path
 */
export async function finishBody(
  { source, html, isRaw, problems }: ParsedBody,
  url: string,
  resolver: LinkResolver,
  wanted: Wanted = 'page',
): Promise<RenderedBody> {
  const tree = isRaw ? parseHtml(html) : parseGeneratedHtml(html);
  if (isTooNested(tree)) {
    return { ...NOTHING, problems: [...problems, tooNested(source.file)] };
  }
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
  // Before headings get their anchors: a frame takes its name from the one above it.
  tameEmbeds(body);
  const ids = uniqueIds(body);
  dropEmpties(body);
  const headings = arrangeHeadings(body, ids);
  frameTables(body);
  await highlightCode(body);

  const found = { files: [...body.used].toSorted(), problems: body.problems };
  if (wanted === 'problems') return { ...NOTHING, ...found };
  const finished = serializeHtml(body.tree);
  const safe = isRaw ? sanitize(finished) : finished;
  return {
    html: safe,
    prose: proseOf(body.tree),
    reading: readBody(body.tree),
    headings,
    references: [...body.references.values()],
    ...found,
  };
}

function wordsOf({ language }: Pick<BodySource, 'language'>): Words['body'] {
  return wordsIn(language).body;
}

const NOTHING: RenderedBody = {
  html: '',
  prose: '',
  reading: readBody(parseHtml('')),
  headings: [],
  files: [],
  references: [],
  problems: [],
};

/** More levels than a person writes, and fewer than the stack of any thread holds. */
const DEEPEST = 500;

function isTooNested(node: ParentNode, levels = DEEPEST): boolean {
  if (levels === 0) return true;
  return node.children.some((child) => isTag(child) && isTooNested(child, levels - 1));
}

/** Deeper than `DEEPEST`, or so deep that the parser's own stack did not hold it. */
function tooNested(file: string): Problem {
  return {
    severity: 'error',
    code: 'body-too-nested',
    file,
    message: `The text nests more than ${DEEPEST} elements in one another, so deep that it cannot be read.`,
    hint: 'Look for HTML that is never closed, such as many `<div>`, or for very many `>` or list signs in a row.',
  };
}
