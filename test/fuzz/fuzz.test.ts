/** A short fuzz run, and all earlier findings. */
import { describe, expect, it } from 'vitest';
import { campaign } from './campaign.ts';
import { FINDINGS } from './findings.ts';
import { faultsOf, seenText } from './judge.ts';
import { temporaryFolder } from '../support/scratch.ts';
import { ownPosts } from './posts.ts';
import { bodyOutcome, frontMatterOutcome, TOO_LONG } from './properties.ts';
import { TrialThread } from './trial-thread.ts';

const CASES = 600;
/** A slow machine tries fewer cases, but never so few. */
const FEWEST = 50;

describe('mutated posts', () => {
  it('never crash, never run code, and keep their words', async () => {
    const found: string[] = [];
    const report = await campaign({
      posts: ownPosts(),
      cases: CASES,
      seed: 20_240_310,
      milliseconds: 10_000,
      found: ({ fault, number, text }) =>
        found.push(`${fault}, case ${number}: ${JSON.stringify(text)}`),
    });
    expect(found).toEqual([]);
    expect(report.cases).toBeGreaterThan(FEWEST);
    expect(report.markers).toBeGreaterThan(0);
  });
});

describe('earlier findings', () => {
  it.each(Object.entries(FINDINGS.bodies))('stays fixed: %s', async (_name, markdown) => {
    expect(
      (
        await bodyOutcome(
          markdown,
          ['zq0kept'].filter((word) => markdown.includes(word)),
        )
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

  it('sees the same words as a reader', () => {
    expect(
      seenText('<p>one<br><b>two</b></p><script>three</script><!-- four --><svg>five</svg>'),
    ).toBe('one\ntwo');
  });
});
