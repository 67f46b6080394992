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
import { axeFaults, COLOUR_RULES, layoutFaults } from './judges.ts';
import { pageKinds } from './page-kinds.ts';
import { Visitor } from './visitor.ts';

/** A phone, a tablet, a desk; in pixels. */
const WIDTHS = [360, 768, 1440];
/** Where axe looks at posts: a tablet shows the parts of a phone, which it judges in the other pages. */
const POST_WIDTHS = [360, 1440];
const HEIGHT = 900;

const KINDS = [
  ...['home', 'older-posts', 'archive', 'year', 'month', 'tags', 'tag', 'authors', 'author'],
  'subscribe',
];

describeWithCorpus('a page of the corpus has no accessibility or layout fault', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const posts = readFileSync(path.join(corpus, 'golden40.txt'), 'utf8').trim().split('\n');
    const addresses = expectations(corpus);
    const visitor = new Visitor(program, () => corpusSite(corpus, [HEADERS_HOST]));

    const idle: Page[] = [];

    /**
     * All that is wrong with a page.
     * @param judged widths at which axe looks at it
     */
    async function faultsAt(
      address: string,
      judged: readonly number[] = WIDTHS,
      status?: number,
    ): Promise<string[]> {
      const visit = await visitor.open(address, status, idle.pop());
      const { page } = visit;
      const faults: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const layout = await layoutFaults(page);
        faults.push(...layout.map((fault) => `${width}: ${fault}`));
        if (!judged.includes(width)) continue;
        const light = await axeFaults(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await axeFaults(page, COLOUR_RULES);
        await page.emulateMedia({ colorScheme: 'light' });
        faults.push(...light.map((fault) => `${width}, light: ${fault}`));
        faults.push(...dark.map((fault) => `${width}, dark: ${fault}`));
      }
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
        expect(await faultsAt('/2009/no-such-post/', WIDTHS, 404)).toEqual([]);
      });

      it.each(posts)('of the post %s', async (slug) => {
        const { url } = required(addresses.get(slug));
        expect(await faultsAt(url, POST_WIDTHS)).toEqual([]);
      });
    });
  });
});
