import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { canParseUrl } from '../../src/lib/can-parse-url.ts';
import { ROOT } from '../support/build-site.ts';

it('takes addresses with letters beyond ASCII, however often it is asked', () => {
  const url = 'https://m\u00FCller.example/';
  let denied = 0;
  for (let time = 0; time < 50_000; time++) if (!canParseUrl(url)) denied++;
  expect(denied).toBe(0);
});

it('denies what is no address', () => {
  expect(canParseUrl('https://')).toBe(false);
  expect(canParseUrl('roses.html')).toBe(false);
  expect(canParseUrl('roses.html', 'https://garden.example/')).toBe(true);
});

it('is asked by all modules', () => {
  const modules = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && path.basename(name) !== 'can-parse-url.ts')
    .filter((name) => readFileSync(path.join(ROOT, 'src', name), 'utf8').includes('URL.canParse('));
  expect(modules).toEqual([]);
});
