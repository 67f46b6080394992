/** Related posts. */
import { describe, expect, it } from 'vitest';
import { relatedPosts, type RelatedInput } from '../../src/site/related.ts';
import { wordStats } from '../../src/lib/word-stats.ts';

function post(title: string, text = '', more: Partial<RelatedInput> = {}): RelatedInput {
  return { title, tags: [], terms: wordStats(text).terms, draft: false, ...more };
}

/** So many posts, each about something else. */
function others(count: number): RelatedInput[] {
  return Array.from({ length: count }, (_, n) =>
    post(`Matter${n} of${n}`, `We wrote of thing${n}, with words${n} about matter${n}.`),
  );
}

/** So many posts, of which the first and the last are about roses. */
function blogOf(count: number): RelatedInput[] {
  return [post('Roses', ROSES), ...others(count - 2), post('More roses', ROSES)];
}

/** Titles of what is suggested at a place. */
function suggested(posts: readonly RelatedInput[], place: number): (string | undefined)[] {
  return relatedPosts(posts)[place]?.map((other) => posts[other]?.title) ?? [];
}

const ROSES = 'How to prune the roses in winter, with sharp secateurs.';

describe('suggests', () => {
  it('posts with the same rare words', () => {
    const posts = [post('Roses', ROSES), ...others(30), post('Climbing roses', `Again: ${ROSES}`)];
    expect(suggested(posts, 0)).toEqual(['Climbing roses']);
    expect(suggested(posts, 31)).toEqual(['Roses']);
    expect(suggested(posts, 5)).toEqual([]);
  });

  it('posts with the same rare tag, in any letter case', () => {
    const posts = [
      post('One', '', { tags: ['Tulips'] }),
      ...others(30),
      post('Another', '', { tags: ['tulips'] }),
    ];
    expect(suggested(posts, 0)).toEqual(['Another']);
  });

  it('posts in a script without spaces', () => {
    const posts = [
      post('薔薇の剪定', '冬に薔薇を剪定する方法。'),
      ...others(30),
      post('薔薇の手入れ', '冬の薔薇と剪定の道具。'),
    ];
    expect(suggested(posts, 0)).toEqual(['薔薇の手入れ']);
  });

  it('at most three, most similar first, then nearest in time', () => {
    const same = Array.from({ length: 5 }, (_, n) => post(`Roses`, `${ROSES} ${'x'.repeat(n)}`));
    const posts = [post('Roses', ROSES), ...others(30), ...same];
    expect(relatedPosts(posts)[0]).toEqual([31, 32, 33]);
  });
});

describe('does not suggest', () => {
  it('the previous and next posts', () => {
    const posts = [post('Roses', ROSES), post('More roses', ROSES), ...others(30)];
    expect(relatedPosts(posts)[0]).toEqual([]);
  });

  it('drafts, although a draft has suggestions', () => {
    const posts = [
      post('Roses', ROSES),
      ...others(30),
      post('A draft on roses', ROSES, { draft: true }),
      ...others(1),
      post('More roses', ROSES),
    ];
    expect(suggested(posts, 0)).toEqual(['More roses']);
    expect(suggested(posts, 31)).toContain('Roses');
  });

  it('posts that share only common words', () => {
    const posts = others(30).map((one) => ({ ...one, tags: ['news'] }));
    expect(relatedPosts(posts).flat()).toEqual([]);
  });

  it('anything in a blog of fewer than twenty posts', () => {
    expect(relatedPosts(blogOf(19)).flat()).toEqual([]);
    expect(suggested(blogOf(20), 0)).toEqual(['More roses']);
  });
});

it('does not depend on earlier calls', () => {
  const posts = [...others(20), ...others(20), post('Roses', ROSES), ...others(20)];
  expect(relatedPosts(posts)).toEqual(relatedPosts([...posts]));
  expect(relatedPosts(posts)[3]).toEqual([23, 44]);
});
