/** Properties of every post: no crash, no running code, no lost word. */
import { linkResolver } from '../../src/addresses/resolver.ts';
import { finishBody, parseBody } from '../../src/markdown/render-body.ts';
import { FEED_FORMATS } from '../support/feeds.ts';
import { htmlOf } from '../support/parts.ts';
import { links, redirect } from '../support/redirects.ts';
import { feedFaults, feedsOf } from './feed.ts';
import { frontMatterOutcome } from './front-matter.ts';
import { githubFaults } from './github.ts';
import type { FuzzInput } from './input.ts';
import { faultsOf } from './judge.ts';
import {
  nameOf,
  problemFaults,
  SLOWEST,
  spent,
  TOO_LONG,
  unique,
  type Outcome,
} from './outcome.ts';
import { knownTextFaults, markerFaults } from './words.ts';

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

/** Codes of problems that name words of the text which are not on the page. */
const SAID = /^(?:body-too-nested|definition-.*|table-cell-extra)$/;

/** Tries everything on one body. */
export async function bodyOutcome({
  markdown,
  markers,
  known,
}: Pick<FuzzInput, 'markdown' | 'markers' | 'known'>): Promise<Outcome> {
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
    const { parts, summary, problems } = await finishBody(parsed, URL_OF_POST, resolver, 'notes');
    const html = htmlOf(parts);
    const feeds = feedsOf(parts, summary, BASE + URL_OF_POST);
    const milliseconds = spent(start);
    if (milliseconds > SLOWEST) faults.push(TOO_LONG);
    faults.push(...faultsOf(html), ...problemFaults(problems));
    if (summary.length > 241) faults.push('the summary is too long');
    if (markdown.isWellFormed() && !summary.isWellFormed())
      faults.push('the summary is cut within a character');
    faults.push(...feedFaults(feeds));
    for (const { code, near, bodyLine } of problems) {
      if ((near ?? bodyLine) === undefined && code !== 'body-too-nested')
        faults.push(`${code} has no line`);
    }
    faults.push(...markerFaults(markers, markdown, { html, problems }));
    if (!problems.some(({ code }) => SAID.test(code)))
      faults.push(...githubFaults(markdown, html, known !== undefined));
    if (known !== undefined) {
      const feed = FEED_FORMATS[0]?.read(feeds[0] ?? '').items[0]?.content ?? '';
      faults.push(...knownTextFaults(known, { html, feed, summary, problems }));
    }
    return { faults: unique(faults), milliseconds };
  } catch (error) {
    faults.push(`it stops with ${nameOf(error)}`);
    return { faults: unique(faults), milliseconds: spent(start) };
  }
}

const NOTHING: Outcome = { faults: [], milliseconds: 0 };

/**
 * Both parts of a case.
 * @param folder where a file may be written
 */
export async function outcomeOf(
  { frontMatter, ...body }: FuzzInput,
  folder: string,
): Promise<Outcome> {
  const read = frontMatter === undefined ? NOTHING : frontMatterOutcome(frontMatter, folder);
  const rendered = await bodyOutcome(body);
  return {
    faults: [...read.faults, ...rendered.faults],
    milliseconds: read.milliseconds + rendered.milliseconds,
  };
}
