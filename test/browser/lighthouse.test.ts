/** Lighthouse scores of the corpus, except those that depend on time. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildSite, built } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { HEADERS_HOST, hostSite, type HostedSite } from '../support/hosted-site.ts';
import { noise } from '../support/pictures.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';
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

    it('scores 100 with a logo, an accent, a font, services and all around the posts', async () => {
      const content = folderWith({
        'site.yaml': EVERYTHING,
        'logo.png': await noise(900, 300).png().toBuffer(),
        'theme/a.woff2': readFileSync('public/fonts/literata-latin.woff2'),
        'posts/roses/index.md': `---\ntitle: Roses\npublishDate: 2024-03-10\nseries: Beds\n---\n\n${'Red and [white](https://roses.test/) ones. '.repeat(40)}\n`,
      });
      const { output } = built(await buildSite({ content, args: ['--host', HEADERS_HOST] }));
      const branded = await hostSite(output.path);
      onTestFinished(() => branded.stop());
      const { scores, layoutShift, faults } = await judge.judge(`${branded.origin}/2024/03/roses/`);
      expect(faults.filter((fault) => !TIMED.test(fault))).toEqual([]);
      expect(scores).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
      expect(layoutShift).toBe(0);
    });
  });
});

/** Without analytics, whose script the machine of a test cannot load. */
const EVERYTHING = `title: Garden
description: What grows.
url: https://garden.test/
logo: logo.png
accent: gold
fonts: { serif: a.woff2, sans: a.woff2 }
announcement: Closed in [August](/archive/).
footer: Written beside *water*.
licence: CC BY 4.0
comments: { service: giscus, repo: garden/blog, repoId: R_1, category: Talk, categoryId: DIC_1 }
newsletter: { service: buttondown, id: garden }
`;

/** What a busy machine makes worse. */
const TIMED =
  /^(?:first-contentful-paint|largest-contentful-paint|speed-index|total-blocking-time):/;
