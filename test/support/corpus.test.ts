/** Reports whether the corpus is present, and checks that it is complete. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeWithCorpus } from './describe-with.ts';

describeWithCorpus('the corpus', (corpus) => {
  it('has an expectation for each of its posts', () => {
    const expected: unknown = JSON.parse(
      readFileSync(path.join(corpus, 'expect.psf.json'), 'utf8'),
    );
    const posts = readdirSync(path.join(corpus, 'psf/posts'));
    expect(posts.length).toBeGreaterThan(0);
    expect(new Set(posts)).toEqual(new Set(Object.keys(Object(expected))));
  });

  it('has authors, and its list of difficult posts is valid', () => {
    const difficult = readFileSync(path.join(corpus, 'golden40.txt'), 'utf8').trim().split(/\s+/);
    const missing = difficult.filter((slug) => !existsSync(path.join(corpus, 'psf/posts', slug)));
    expect(difficult).toHaveLength(40);
    expect(missing).toEqual([]);
    expect(readdirSync(path.join(corpus, 'psf/authors')).length).toBeGreaterThan(0);
  });
});
