/** Path patterns. */
import { describe, expect, it } from 'vitest';
import {
  fill,
  fillPattern,
  isPattern,
  match,
  namesOf,
  patternError,
  patternSource,
  targetPattern,
} from '../../src/lib/patterns.ts';

function values(pattern: string, path: string): Record<string, string> | undefined {
  const found = match(pattern, path);
  return found && Object.fromEntries(found);
}

describe('a pattern', () => {
  it.each([
    ['/category/:name/', true],
    ['/old/*', true],
    ['/:year_:month_archive.html', true],
    ['/2020/01/hello.html', false],
    ['/time/12:30.html', false],
    ['/a%3Ab/', false],
  ])('is recognized: %s', (written, expected) => {
    expect(isPattern(written)).toBe(expected);
  });

  it.each([
    ['/category/:name/', '/category/seeds/', { name: 'seeds' }],
    ['/category/:name/', '/category/a/b/', undefined],
    ['/category/:name/', '/category//', undefined],
    ['/category/:name/', '/x/category/seeds/', undefined],
    ['/old/*', '/old/a/b.html', { splat: 'a/b.html' }],
    ['/old/*', '/old/', { splat: '' }],
    ['/old/*', '/older', undefined],
    ['/:year_:month_:day_a.html', '/2015_06_07_a.html', { year: '2015', month: '06', day: '07' }],
    ['/:a-:b-c', '/x--y-c-c', { a: 'x', b: '-y-c' }],
    ['/:a:b/', '/xyz/', { a: 'x', b: 'yz' }],
    ['/:a1:b', '/x12', { a: 'x', b: '2' }],
    ['/:a-*', '/x-/y-z', { a: 'x', splat: '/y-z' }],
    ['/a.b+(c)/:x', '/a.b+(c)/1', { x: '1' }],
    ['/a.b+(c)/:x', '/aXb+(c)/1', undefined],
    ['/:x/', '/\u{1F331} seeds/', { x: '\u{1F331} seeds' }],
    ['/:x/', '/two\nlines/', { x: 'two\nlines' }],
  ])('%s matches %j', (pattern, path, expected) => {
    expect(values(pattern, path)).toEqual(expected);
  });

  it('fills in the target', () => {
    expect(namesOf('/:year/:month/*')).toEqual(['year', 'month', 'splat']);
    const found = match('/:year/:month/*', '/2020/01/a/b/');
    expect(found && fill('/:year-:month/:splat', found)).toBe('/2020-01/a/b/');
    expect(fill('/:unknown/', new Map())).toBe('/:unknown/');
  });

  it('can be filled in from a matched target', () => {
    const found = match(targetPattern('/notes/:splat'), '/notes/a/b/');
    expect(found && fillPattern('/old/*', found)).toBe('/old/a/b/');
    expect(fillPattern('/:a/:b/', new Map([['a', 'x']]))).toBeUndefined();
  });

  it('has a regular expression with one group per placeholder', () => {
    expect(patternSource('/a.b/:x/*')).toBe('^\\/a\\.b\\/([^/]+?)\\/(.*)$');
    expect(patternSource('/a b/:x', encodeURI)).toBe('^/a%20b/([^/]+?)$');
  });

  it('takes linear time with several names in a segment', () => {
    const started = performance.now();
    const signs = '_-'.repeat(200_000);
    expect(match('/:year_:month_:day_archive.html', `/${signs}`)).toBeUndefined();
    expect(match('/:a-:b-:c-:d-:e-:f/', `/${signs}/x`)).toBeUndefined();
    expect(match('/:a:b:c.html', `/${signs}`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    ['/old/*', '/new/:splat', undefined],
    ['/:a/:b/', undefined, undefined],
    ['/:a/:a/', '/:a/', 'it uses the same name twice'],
    ['/*/:a/', '/:a/', '`*` is allowed only at the end'],
    ['/:a/', '/:b/:splat', 'its target uses :b, :splat, which the pattern does not define'],
  ])('%s to %s: %s', (from, to, error) => {
    expect(patternError(from, to)).toBe(error);
  });
});
