/** Accessibility and layout of the corpus in Chromium, at every width, light and dark. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { required } from '../support/required.ts';
import { axeFaults, layoutFaults } from './judges.ts';
import { pageKinds } from './page-kinds.ts';
import { Visitor } from './visitor.ts';

/** A phone, a tablet, a desk; in pixels. */
const WIDTHS = [360, 768, 1440];
type View = readonly [width: number, colorScheme: 'light' | 'dark'];
/** How axe looks at lists. */
const VIEWS: readonly View[] = [
  [360, 'dark'],
  [768, 'light'],
  [1440, 'dark'],
];
/** How axe looks at posts, of which there are many. A tablet shows the parts of a phone. */
const POST_VIEWS: readonly View[] = [
  [360, 'light'],
  [1440, 'dark'],
];
const HEIGHT = 900;

const KINDS = [...['home', 'archive', 'year', 'tags', 'tag', 'authors', 'author', 'subscribe']];

describeWithCorpus('a page of the corpus has no accessibility or layout fault', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const posts = readFileSync(path.join(corpus, 'golden40.txt'), 'utf8').trim().split('\n');
    const addresses = expectations(corpus);
    const visitor = new Visitor(program, () => corpusSite(corpus, [HEADERS_HOST]));

    const idle: Page[] = [];

    /**
     * All that is wrong with a page.
     * @param views how axe looks at it
     */
    async function faultsAt(
      address: string,
      views: readonly View[] = VIEWS,
      status?: number,
    ): Promise<string[]> {
      const visit = await visitor.open(address, status, idle.pop());
      const { page } = visit;
      const faults: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const layout = await layoutFaults(page);
        faults.push(...layout.map((fault) => `${width}: ${fault}`));
        for (const [, colorScheme] of views.filter(([viewed]) => viewed === width)) {
          await page.emulateMedia({ colorScheme });
          const found = await axeFaults(page);
          faults.push(...found.map((fault) => `${width}, ${colorScheme}: ${fault}`));
        }
      }
      await page.emulateMedia({ colorScheme: 'light' });
      faults.push(...(await visit.faults()));
      idle.push(page);
      return faults;
    }

    describe.concurrent('at any width, light or dark', () => {
      it.each(KINDS)('of the kind %s', async (kind) => {
        const address = required(pageKinds(visitor.output).get(kind));
        expect(await faultsAt(address)).toEqual([]);
      });

      it('for an unknown address', async () => {
        expect(await faultsAt('/2009/no-such-post/', VIEWS, 404)).toEqual([]);
      });

      it.each(posts)('of the post %s', async (slug) => {
        const { url } = required(addresses.get(slug));
        expect(await faultsAt(url, POST_VIEWS)).toEqual([]);
      });
    });
  });
});
