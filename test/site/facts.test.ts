/** The navigation of a site. */
import { expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { planSite } from '../../src/addresses/plan.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { Problems } from '../../src/lib/problem.ts';
import { buildFacts } from '../../src/site/facts.ts';
import { postEntry } from '../support/entries.ts';
import { required } from '../support/required.ts';

it.each(['/tags/\u5ead/', '/tags/%E5%BA%AD/', '/tags/%E5%BA%AD/#top'])(
  'navigation finds a page however its path is encoded: %s',
  (url) => {
    const settings = siteSchema.parse({ navigation: [{ text: 'Garden', url }] });
    const posts = [postEntry({ tags: ['\u5ead'] })];
    const content = {
      settings,
      posts,
      pages: [],
      authors: [],
      tags: [],
      series: [],
      redirects: [],
      feedIds: [],
    };
    const problems = new Problems();
    const addresses = new Addresses('https://garden.example/');
    const options = { drafts: false, now: Date.UTC(2025, 0) };
    const plan = planSite(content, options, [], addresses, problems);
    const { navigation } = buildFacts(content, 'site.yaml', plan, addresses, undefined, problems);
    expect(problems.all).toEqual([]);
    const link = required(navigation.find(({ text }) => text === 'Garden'));
    expect('url' in link && link.url.replace('#top', '')).toBe('/tags/%E5%BA%AD/');
  },
);
