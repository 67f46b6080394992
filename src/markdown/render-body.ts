/** Renders a body: a pure function of its source and the link table. */
import type { LinkResolver } from '../addresses/resolver.ts';
import { parseGeneratedHtml } from '../lib/generated-html.ts';
import { parseHtml, serializeHtml } from '../lib/html.ts';
import { overLimit } from '../lib/limits.ts';
import { wordsIn } from '../lib/language/language.ts';
import type { Problem } from '../lib/problem.ts';
import { runSteps, type Steps } from '../lib/time-limit.ts';
import {
  NO_BODY,
  type BodySource,
  type BodyTree,
  type BodyWithTerms,
  type ParsedBody,
} from './body.ts';
import { checkBodyLimits, tooNested } from './body-limits.ts';
import { bodyText, readingTime } from './summary/body-text.ts';
import { failure, type Progress } from './failures.ts';
import { disableInputs } from './checkboxes.ts';
import { renderCode } from './code/code-blocks.ts';
import { handleCodeInText } from './code-in-text.ts';
import { resolveEmbeds } from './embeds/embeds.ts';
import { LONE_ADDRESS, embedAddresses } from './embeds/lone-addresses.ts';
import { moveMarksOutOfLinks } from './footnotes/footnote-marks.ts';
import { normalizeHeadings, outlineOf, uniqueIds } from './headings.ts';
import { separateHtml } from './html-or-text/html-or-text.ts';
import { resolveImages } from './images.ts';
import { replaceLayoutTables } from './tables/layout-tables.ts';
import { joinCjkLines } from './cjk/line-breaks.ts';
import { resolveLinks } from './links.ts';
import { hasRawHtml, markdownToHtml } from './marked.ts';
import { addNotes } from './notes.ts';
import { arrangePictures } from './pictures/arrange.ts';
import { partsOf } from './parts.ts';
import { cleanRawHtml } from './raw-html/raw-html.ts';
import { removeEmpty } from './remove-empty.ts';
import { sanitize } from './raw-html/sanitize.ts';
import { locate, nullCharacters } from './source-problems.ts';
import { freeMore } from './summary/more.ts';
import { summaryOf } from './summary/summary.ts';
import { wrapTables } from './tables/tables.ts';
import { typesetTree } from './typography.ts';
import { Uses } from './uses.ts';

interface Parsed {
  readonly html: string;
  readonly problems: readonly Problem[];
}

/** Converts Markdown to HTML; needs no other page of the site. */
export function parseBody({ markdown, ...source }: BodySource): ParsedBody {
  const { file } = source;
  const parse = (text: string): Parsed => {
    const { markdown: separated, restore, restoreText, problems } = separateHtml(text, file);
    const { html, findings } = markdownToHtml(
      separated,
      wordsIn(source.language).body,
      source.files,
    );
    const dropped = locate(file, separated, findings).map((problem) => ({
      ...problem,
      message: restoreText(problem.message),
      hint: restoreText(problem.hint),
    }));
    return { html: restore(html), problems: [...problems, ...dropped] };
  };
  const text = normalize(markdown);
  try {
    const { html, problems } = parse(text);
    const all = [...nullCharacters(file, markdown), ...problems];
    return { source, html, isRaw: hasRawHtml(text), problems: all };
  } catch (error) {
    // Too many levels overflow the stack.
    const bodyLine = failingLine(text, parse);
    const problem =
      error instanceof RangeError
        ? tooNested(file, { bodyLine }, source.limits)
        : failure(file, error, bodyLine);
    return { source, isRaw: false, problems: [problem] };
  }
}

function normalize(markdown: string): string {
  return markdown.toWellFormed().replaceAll('\0', '\ufffd').replace(/\r\n?/g, '\n');
}

/** The first line with which `parse` throws, 1-based. */
function failingLine(markdown: string, parse: (text: string) => unknown): number {
  const lines = markdown.split('\n');
  let passing = 0;
  for (let failing = lines.length; failing - passing > 1;) {
    const middle = Math.floor((passing + failing) / 2);
    try {
      parse(lines.slice(0, middle).join('\n'));
      passing = middle;
    } catch {
      failing = middle;
    }
  }
  return passing + 1;
}

/** Result that a load needs: problems only, the content too, or notes for the report too. */
export type Wanted = 'problems' | 'page' | 'notes';

/**
 * Runs all passes, once every URL of the site is known. A body that cannot be
 * rendered has an error instead.
 * @param url URL path of the page, with the base path
 */
export function finishBody(
  parsed: ParsedBody,
  url: string,
  resolver: LinkResolver,
  wanted: Wanted = 'page',
): Promise<BodyWithTerms> {
  return runSteps(finishSteps(parsed, url, resolver, wanted));
}

/** `finishBody` in steps, which wait for the grammars of code, and tell in `progress` where they are. */
export function* finishSteps(
  parsed: ParsedBody,
  url: string,
  resolver: LinkResolver,
  wanted: Wanted,
  progress: Progress = {},
): Steps<BodyWithTerms> {
  try {
    return yield* runPasses(parsed, url, resolver, wanted, progress);
  } catch (error) {
    const { source, problems } = parsed;
    return { ...NO_BODY, problems: [...problems, failure(source.file, error, 1)] };
  }
}

function* runPasses(
  { source, html, isRaw, problems }: ParsedBody,
  url: string,
  resolver: LinkResolver,
  wanted: Wanted,
  progress: Progress,
): Steps<BodyWithTerms> {
  if (html === undefined) return { ...NO_BODY, problems };
  const tree = isRaw ? parseHtml(html) : parseGeneratedHtml(html);
  const over = checkBodyLimits(tree, source.file, source.limits);
  if (over.length > 0) return { ...NO_BODY, problems: over };
  const body: BodyTree = {
    tree,
    source,
    url,
    resolver,
    words: wordsIn(source.language).body,
    files: new Set(),
    references: new Map(),
    problems: problems.filter(({ severity }) => wanted === 'notes' || severity !== 'note'),
    uses: new Uses(tree),
    links: [],
  };
  if (isRaw && /<!--\s*more/i.test(html)) freeMore(tree);
  if (isRaw) cleanRawHtml(body);
  if (html.includes(' data-footnote-ref')) moveMarksOutOfLinks(tree);
  if (/[\u2e80-\uffff]/.test(html)) joinCjkLines(body);
  if (/\{|&lt;!--/.test(html)) handleCodeInText(body);
  if (wanted === 'notes') addNotes(body);
  if (/<table/i.test(html)) replaceLayoutTables(body);
  if (html.includes(LONE_ADDRESS)) embedAddresses(body);
  resolveLinks(body);
  const hasImages = resolveImages(body);
  // Before headings get anchors: a frame takes its title from the heading above it.
  resolveEmbeds(body);
  disableInputs(body);
  const ids = uniqueIds(body);
  removeEmpty(tree);
  const headings = normalizeHeadings(body, ids);
  if (hasImages) arrangePictures(tree);
  wrapTables(body);
  yield* renderCode(body, progress);

  const { problems: reported, links } = body;
  const found = { files: [...body.files].toSorted(), problems: reported, ids: [...ids], links };
  if (wanted === 'problems') return { ...NO_BODY, ...found };
  // Not earlier: ids are made of the words as they are written.
  if (source.typography !== undefined) typesetTree(tree, source.typography);
  const finished = serializeHtml(tree);
  const long = overLimit('htmlSize', finished.length, 'The text', source.limits);
  if (long !== undefined) {
    const problem: Problem = { severity: 'error', file: source.file, bodyLine: 1, ...long };
    return { ...NO_BODY, problems: [...body.problems, problem] };
  }
  const text = bodyText(tree);
  return {
    parts: partsOf(isRaw ? sanitize(finished) : finished),
    summary: summaryOf(source.description, text),
    minutes: readingTime(text),
    terms: text.terms,
    headings: outlineOf(headings),
    references: [...body.references.values()],
    ...found,
  };
}
