/** A short fuzz run, and all earlier findings. */
import { describe, expect, it } from 'vitest';
import { campaign } from './campaign.ts';
import { FINDINGS } from './findings.ts';
import { faultsOf } from './judge.ts';
import { seenText } from './seen.ts';
import { knownTextFaults } from './words.ts';
import { temporaryFolder } from '../support/scratch.ts';
import { ownPosts } from './posts.ts';
import { frontMatterOutcome } from './front-matter.ts';
import { TOO_LONG } from './outcome.ts';
import { bodyOutcome } from './properties.ts';
import type { KnownText } from './known-text.ts';
import { TrialThread } from './trial-thread.ts';

const CASES = 600;
/** A slow machine tries fewer cases, but no fewer than these. */
const FEWEST = 20;

describe('mutated posts and texts of known words', () => {
  it('never crash, never run code, and keep their words', async () => {
    const found: string[] = [];
    const report = await campaign({
      posts: ownPosts(),
      cases: CASES,
      seed: 20_240_310,
      milliseconds: 5000,
      fewest: FEWEST,
      found: ({ fault, number, text }) =>
        found.push(`${fault}, case ${number}: ${JSON.stringify(text)}`),
    });
    expect(found).toEqual([]);
    expect(report.cases).toBeGreaterThanOrEqual(FEWEST);
    expect(report.markers).toBeGreaterThan(0);
  });
});

describe('earlier findings', () => {
  it.each(Object.entries(FINDINGS.bodies))('stays fixed: %s', async (_name, markdown) => {
    expect(
      (
        await bodyOutcome({
          markdown,
          markers: ['zq0kept'].filter((word) => markdown.includes(word)),
        })
      ).faults,
    ).toEqual([]);
  });

  it.each(Object.entries(FINDINGS.frontMatter))(
    'stays fixed in front matter: %s',
    (_name, text) => {
      expect(frontMatterOutcome(text, temporaryFolder()).faults).toEqual([]);
    },
  );
});

/** Threads that do this with a case. */
function trialsOf(code: string): TrialThread {
  const script = `import { parentPort } from 'node:worker_threads';
    parentPort.once('message', () => { ${code} });`;
  return new TrialThread(new URL(`data:text/javascript,${encodeURIComponent(script)}`), 500);
}

describe('a case on a worker thread', () => {
  const input = { markdown: 'Words.', frontMatter: undefined, markers: [] };

  it.each([
    ['never ends', 'for (;;);', TOO_LONG],
    [
      'breaks it',
      "throw new TypeError('Unexpected.')",
      'it ends the thread with TypeError: Unexpected.',
    ],
  ])('is reported when it %s, and the next case runs', async (_what, code, fault) => {
    const trials = trialsOf(code);
    try {
      expect((await trials.outcome(input)).faults.join(' ')).toContain(fault);
      expect((await trials.outcome(input)).faults.join(' ')).toContain(fault);
    } finally {
      await trials.end();
    }
  });
});

describe('the judge', () => {
  it.each([
    ['<p onclick="x">a</p>', '<p onclick> stays'],
    ['<p style="x">a</p>', '<p style> stays'],
    ['<script>x</script>', '<script> stays'],
    ['<svg></svg>', '<svg> is no HTML'],
    ['<a href="java&#10;script&colon;x">a</a>', '<a href> leads to code'],
    ['<iframe src="https://evil.example/"></iframe>', 'a frame shows a foreign host'],
    ['<div class="site-header">a</div>', '<div> has a class of the site'],
    ['<p id="a">a</p><p id="a">b</p>', 'an id is there twice'],
    ['<p id="">a</p>', 'an id is empty or holds white space'],
    ['</article><p>a</p>', 'the body reaches out of its place on the page'],
    ['<!-- a', 'the body reaches out of its place on the page'],
  ])('rejects %s', (html, fault) => {
    expect(faultsOf(html)).toContain(fault);
  });

  it('accepts a plain body', () => {
    expect(faultsOf('<h2 id="a">A <a class="anchor" href="#a">#</a></h2><p>a</p>')).toEqual([]);
  });

  const known: KnownText = {
    markdown: 'wordaa *wordab* wordac',
    frontMatter: undefined,
    words: [
      { word: 'wordaa', kind: 'x', inside: '', isAside: false },
      { word: 'wordab', kind: 'y', inside: 'em', isAside: false },
      { word: 'wordac', kind: 'z', inside: '', isAside: true },
    ],
    lines: [{ kind: 'x', text: 'wordaa wordab' }],
    addresses: [{ kind: 'y', address: 'example.org' }],
  };
  const good = '<p>wordaa <em>wordab</em> wordac</p><img src="https://example.org/">';

  it.each([
    ['a lost word', { html: good.replace(' wordac', '') }, 'a word is lost: z'],
    ['words without a space', { html: good.replace(' wordac', 'wordac') }, 'a word is lost: y'],
    ['a word twice', { html: `${good}wordac` }, 'a word is there twice: z'],
    [
      'another element',
      { html: good.replace(/em>/g, 'del>') },
      'a word is in the wrong element: y',
    ],
    [
      'another order',
      { html: `<p>wordac</p>${good.replace(' wordac', '')}` },
      'a word is out of order: z',
    ],
    ['another text', { html: good.replace('aa ', 'aa, ') }, 'a text is not shown as it is: x'],
    ['no address', { html: good.replace('.org', '') }, 'nothing tells the address example.org: y'],
    ['another feed', { feed: '<p>wordaa</p>' }, 'the words of the feed are not those of the page'],
    ['a gap in the summary', { summary: 'wordab' }, 'a word is missing in the summary: x'],
    ['a summary without spaces', { summary: 'wordaawordab' }, 'words run together in the summary'],
    ['a summary in another order', { summary: 'wordab wordaa' }, 'the summary has another order'],
  ])('of words rejects %s', (_what, changed, fault) => {
    const rendering = { html: good, summary: 'wordaa wordab', problems: [], ...changed };
    expect(knownTextFaults(known, { feed: rendering.html, ...rendering })).toEqual([fault]);
  });

  it('of words accepts a page with all of them, and a problem that names one', () => {
    const problem = {
      severity: 'warning',
      code: 'x-dropped',
      file: 'x',
      message: '',
      hint: '',
    } as const;
    const rendering = { html: good, feed: good, summary: 'wordaa wordab', problems: [] };
    expect(knownTextFaults(known, rendering)).toEqual([]);
    const shorter = good.replace(' wordac', '');
    const problems = [{ ...problem, message: 'wordac is not shown.' }];
    expect(
      knownTextFaults(known, { ...rendering, html: shorter, feed: shorter, problems }),
    ).toEqual([]);
  });

  it('sees the same words as a reader', () => {
    expect(
      seenText('<p>one<br><b>two</b></p><script>three</script><!-- four --><svg>five</svg>'),
    ).toMatch(/^\s*one\n+two\s*$/);
  });
});
