/** Lighthouse scores of the corpus, except those that depend on time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { HEADERS_HOST, hostSite, type HostedSite } from '../support/hosted-site.ts';
import { required } from '../support/required.ts';
import { Lighthouse } from './lighthouse.ts';
import { pageKinds } from './page-kinds.ts';

describeWithCorpus('Lighthouse', (corpus) => {
  describeWith(CHROMIUM, 'on a phone', (program) => {
    let site: HostedSite;
    let judge: Lighthouse;
    let kinds: ReadonlyMap<string, string>;

    beforeAll(async () => {
      const { output } = await corpusSite(corpus, [HEADERS_HOST]);
      kinds = pageKinds(output);
      site = await hostSite(output.path);
      judge = await Lighthouse.start(program);
    });

    afterAll(async () => {
      await judge?.stop();
      site?.stop();
    });

    it.each(['home', 'long-post', 'pictures', 'archive'])(
      'scores 100 for the page %s',
      async (kind) => {
        const url = site.origin + required(kinds.get(kind));
        const { scores, layoutShift, faults } = await judge.judge(url);
        console.log(`${kind}: ${JSON.stringify(scores)}`);
        expect(faults.filter((fault) => !TIMED.test(fault))).toEqual([]);
        expect(scores).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
        expect(layoutShift).toBe(0);
      },
    );
  });
});

/** What a busy machine makes worse. */
const TIMED =
  /^(?:first-contentful-paint|largest-contentful-paint|speed-index|total-blocking-time):/;
