/** Every page and redirect of whole sites is valid HTML. */
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE, buildSite, type OutputFolder } from '../support/build-site.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { folderWith } from '../support/scratch.ts';
import { htmlValidate, nuChecker } from './judges.ts';

describe('the example content with its drafts', () => {
  judge(async () => (await buildSite({ content: EXAMPLE, args: ['--drafts'] })).output);
});

describe('a site without posts', () => {
  judge(async () => {
    const content = folderWith({ 'site.yaml': 'title: Empty\nurl: https://blog.example.org/\n' });
    return (await buildSite({ content })).output;
  });
});

describeWithCorpus('the corpus', (corpus) => {
  judge(async () => (await corpusSite(corpus)).output, { every: 5, nu: WARNINGS_OF_POSTS });
});

/** What posts of the corpus do that is no error, and no build can mend without changing what they say. */
const WARNINGS_OF_POSTS = [
  // Letters and their accents written apart, in two names.
  {
    file: '2016/10/power-of-we-ana-balica/index.html',
    message: expect.stringMatching(/^warning: .*not in Unicode Normalization Form C/),
  },
  {
    file: '2020/05/the-path-forward-for-typing-python/index.html',
    message: expect.stringMatching(/^warning: .*not in Unicode Normalization Form C/),
  },
];

/** Milliseconds; two thousand pages take half a minute where nothing else runs. */
const LATEST = 400_000;

interface Judgement {
  /** Pages of a kind for each one that html-validate sees; the Nu checker sees all. */
  readonly every?: number;
  /** What the Nu checker finds, by file. */
  readonly nu?: readonly unknown[];
}

function judge(build: () => Promise<OutputFolder>, { every = 1, nu = [] }: Judgement = {}): void {
  let output: OutputFolder;
  beforeAll(async () => {
    output = await build();
    expect(output.has('index.html')).toBe(true);
  });

  it('passes html-validate', { timeout: LATEST }, async () => {
    expect(await htmlValidate(output, every)).toEqual([]);
  });

  describeWith(['java'], 'the Nu checker', (java) => {
    it('finds no error', { timeout: LATEST }, async () => {
      const faults = await nuChecker(java, output);
      expect(faults.toSorted((a, b) => (a.file < b.file ? -1 : 1))).toEqual(nu);
    });
  });
}
