/** Properties of every post: no crash, no running code, no lost word. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { linkResolver } from '../../src/addresses/resolver.ts';
import { locateProblems } from '../../src/content/locate.ts';
import { postReader } from '../../src/content/read-markdown.ts';
import { DateReader } from '../../src/lib/dates.ts';
import { finishBody, parseBody } from '../../src/markdown/render-body.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { formatProblems } from '../../src/report/text.ts';
import { links, redirect } from '../support/redirects.ts';
import { elements, parsePage } from '../support/dom.ts';
import { FEED_FORMATS, type ReadItem } from '../support/feeds.ts';
import { htmlOf } from '../support/parts.ts';
import { feedsOf } from './feed.ts';
import { faultsOf, seenText } from './judge.ts';
import type { FuzzInput } from './mutations.ts';

/** Milliseconds of computing that one post may take, however busy the machine is. */
export const SLOWEST = 5000;

/** What came of one case. */
export interface Outcome {
  /** In a few words each, without what differs from case to case; empty when all is well. */
  readonly faults: readonly string[];
  /** Milliseconds of computing that reading and rendering took. */
  readonly milliseconds: number;
}

/** The fault of a case that takes longer than `SLOWEST`. */
export const TOO_LONG = 'it takes too long';

const BASE = 'https://garden.example';
const URL_OF_POST = '/blog/2024/03/hello/';
const FILES = ['x.png', 'photo.jpg', 'paper.pdf'];

const resolver = linkResolver(
  links({
    basePath: '/blog',
    legacyHosts: ['old.blogspot.com', 'pyfound.blogspot.com'],
    exact: [
      redirect('/2010/01/old.html', {
        path: '/2010/01/old/',
        url: '/blog/2010/01/old/',
        canonical: `${BASE}/blog/2010/01/old/`,
      }),
    ],
    posts: { other: '/blog/2010/01/other/' },
  }),
);

/** Tries everything on one body. */
export async function bodyOutcome(
  markdown: string,
  markers: readonly string[] = [],
): Promise<Outcome> {
  const start = process.cpuUsage();
  const faults: string[] = [];
  try {
    const parsed = parseBody({
      file: 'posts/hello/index.md',
      markdown,
      files: FILES,
      language: 'en',
      description: undefined,
    });
    const { parts, summary, problems } = await finishBody(parsed, URL_OF_POST, resolver);
    const html = htmlOf(parts);
    const feeds = feedsOf(parts, summary, BASE + URL_OF_POST);
    const milliseconds = spent(start);
    if (milliseconds > SLOWEST) faults.push(TOO_LONG);
    faults.push(...faultsOf(html), ...problemFaults(problems));
    if (summary.length > 241) faults.push('the summary is too long');
    if (markdown.isWellFormed() && !summary.isWellFormed())
      faults.push('the summary is cut within a character');
    faults.push(...feedFaults(feeds));
    if (!problems.some(({ code }) => code === 'body-too-nested' || code === 'html-dropped')) {
      faults.push(...wordFaults(parsed.html ?? '', html, markers));
    }
    return { faults: unique(faults), milliseconds };
  } catch (error) {
    faults.push(`it stops with ${nameOf(error)}`);
    return { faults: unique(faults), milliseconds: spent(start) };
  }
}

/** The words as the Markdown parser understood them must be on the page. */
function wordFaults(parsed: string, html: string, markers: readonly string[]): string[] {
  if (markers.length === 0) return [];
  const before = seenText(parsed);
  const after = seenText(html);
  return markers.flatMap((marker) => {
    if (!parsed.includes(marker)) return ['a word is lost by the Markdown parser'];
    return before.includes(marker) && !after.includes(marker) ? ['a word is lost'] : [];
  });
}

/** The strict reader of XML of the tests cannot hold more. */
const LONGEST_FEED = 1_000_000;

/** Each format must be what its specification says, all must say the same, and no address may be relative. */
function feedFaults(feeds: readonly string[]): string[] {
  if (feeds.some((feed) => feed.length > LONGEST_FEED)) return [];
  const items: ReadItem[] = [];
  for (const [index, { title, read }] of FEED_FORMATS.entries()) {
    try {
      items.push(...read(feeds[index] ?? '').items);
    } catch {
      return [`${title} is not well-formed`];
    }
  }
  const isSame = items.length === 3 && new Set(items.map(essenceOf)).size === 1;
  const content = parsePage(items[0]?.content ?? '');
  const isWhole = elements(content).every(({ attribs }) =>
    ADDRESSES.every((name) => !isRelative(attribs[name])),
  );
  return [
    ...(isSame ? [] : ['the feeds do not say the same']),
    ...(isWhole ? [] : ['an address in a feed is relative']),
  ];
}

const ADDRESSES = ['href', 'src', 'poster', 'cite'];

function essenceOf({ id, title, content }: ReadItem): string {
  // A parser of XML ends lines as Unix does.
  return JSON.stringify([id, title, content ?? ''])
    .replaceAll('\\r\\n', '\\n')
    .replaceAll('\\r', '\\n');
}

/** What is no address even when it is resolved is not meant. */
function isRelative(address: string | undefined): boolean {
  return address !== undefined && !URL.canParse(address) && URL.canParse(address, BASE);
}

const reader = postReader(new DateReader('Europe/Berlin', 'en'));

/** Tries front matter, the lines between the two `---`, on a file `index.md` in this folder. */
export function frontMatterOutcome(frontMatter: string, folder: string): Outcome {
  const text = `---\n${frontMatter}---\n\nWords.\n`;
  writeFileSync(path.join(folder, 'index.md'), text);
  const start = process.cpuUsage();
  const faults: string[] = [];
  try {
    const { entry, problems } = reader({ slug: 'hello', folder });
    const shown = formatProblems(locateProblems(problems), () => text);
    if (/\n +at \S+ \(/.test(shown)) faults.push('a message shows a stack');
    if (entry === undefined && !problems.some(({ severity }) => severity === 'error')) {
      faults.push('a post is left out without a word');
    }
    if (problems.some(({ line }) => line !== undefined && line < 1))
      faults.push('a line is below 1');
    faults.push(...problemFaults(problems));
  } catch (error) {
    faults.push(`the front matter stops it with ${nameOf(error)}`);
  }
  const milliseconds = spent(start);
  if (milliseconds > SLOWEST) faults.push('the front matter takes too long');
  return { faults: unique(faults), milliseconds };
}

const NOTHING: Outcome = { faults: [], milliseconds: 0 };

/**
 * Both parts of a case.
 * @param folder where a file may be written
 */
export async function outcomeOf(
  { markdown, markers, frontMatter }: FuzzInput,
  folder: string,
): Promise<Outcome> {
  const read = frontMatter === undefined ? NOTHING : frontMatterOutcome(frontMatter, folder);
  const rendered = await bodyOutcome(markdown, markers);
  return {
    faults: [...read.faults, ...rendered.faults],
    milliseconds: read.milliseconds + rendered.milliseconds,
  };
}

function problemFaults(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ code, message, hint }) => [
    ...(/\b(?:undefined|NaN|\[object)\b/.test(hint) ? [`${code} says undefined`] : []),
    ...(message.length > 1500 ? [`${code} has an endless message`] : []),
  ]);
}

/** Milliseconds of computing since then. */
export function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Kind and beginning of an error. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name}: ${error.message.slice(0, 80)}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
