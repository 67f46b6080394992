/** Azure Static Web Apps, tested against its documentation; it has no local server. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { azureHost } from '../../../src/outputs/hosts/azure.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built, type BuiltSite } from '../../support/build-site.ts';
import { corpusContent } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import {
  BY_STATUS,
  FEED_TYPES,
  OLD_FEEDS,
  OLD_PAGES,
  OTHER_SPELLINGS,
  asBlogger,
  asTyped,
  oldBlog,
} from '../../support/old-blog.ts';
import { manyRedirects, pattern } from '../../support/published-site.ts';
import { required } from '../../support/required.ts';
import { temporaryFolder } from '../../support/scratch.ts';

const FILE = 'staticwebapp.config.json';

const Config = z.strictObject({
  routes: z.array(
    z.union([
      z.strictObject({
        route: z.string().startsWith('/'),
        redirect: z.string().startsWith('/'),
        statusCode: z.literal([301, 302]),
      }),
      z.strictObject({
        route: z.string().startsWith('/'),
        headers: z.record(z.string(), z.string()),
      }),
    ]),
  ),
  responseOverrides: z.strictObject({ 404: z.strictObject({ rewrite: z.string() }) }),
  globalHeaders: z.record(z.string(), z.string()),
});

type Config = z.output<typeof Config>;

/** A trailing star would be a wildcard. */
function hasNoStar(path: string): boolean {
  return !path.includes('*');
}

/** The first route that matches a path. */
function get({ routes }: Config, path: string): Config['routes'][number] | undefined {
  return routes.find(({ route }) =>
    route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : path === route,
  );
}

describe.each(['', '/blog'])('a blog from Blogger with the base path "%s"', (base) => {
  let site: BuiltSite;
  let config: Config;

  beforeAll(async () => {
    const content = oldBlog(`https://blog.example.org${base}/`);
    site = built(await buildSite({ content, args: ['--host', 'azure'] }));
    config = Config.parse(JSON.parse(site.output.read(FILE)));
  });

  it.each([...OLD_PAGES, ...OLD_FEEDS])('redirects $from to $to', ({ from, to }) => {
    for (const path of [asTyped(from), asBlogger(from)].filter(hasNoStar))
      expect(get(config, base + path), path).toMatchObject({
        redirect: base + to,
        statusCode: 301,
      });
  });

  it.each(OTHER_SPELLINGS)('redirects %s', (path) => {
    expect(get(config, base + path)).toMatchObject({ redirect: `${base}/archive/` });
  });

  it('uses the closest status that Azure has', () => {
    for (const [from, status] of Object.entries(BY_STATUS))
      expect(get(config, base + from)).toMatchObject({
        redirect: `${base}/archive/`,
        statusCode: status === 308 ? 301 : 302,
      });
  });

  it('has the error page and the headers of the site', () => {
    expect(config.responseOverrides).toEqual({ 404: { rewrite: `${base}/404.html` } });
    expect(config.globalHeaders).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
    for (const [feed, type] of FEED_TYPES.filter(([path]) => !path.slice(1).includes('/')))
      expect(get(config, base + feed)).toMatchObject({ headers: { 'Content-Type': type } });
    expect(get(config, `${base}/2020/01/hello/`)).toBeUndefined();
  });

  it('writes no stubs and warns about what the host lacks', () => {
    expect(site.output.stubs()).toEqual([]);
    const said = [...site.stderr.matchAll(/Azure Static Web Apps .*/g)].map(([line]) => line);
    expect(said).toMatchInlineSnapshot(`
      [
        "Azure Static Web Apps cannot match the pattern /category/:name/, so only the 9 addresses of pages on this site will redirect.",
        "Azure Static Web Apps cannot match the pattern /topic-:name.html, so only the 9 addresses of pages on this site will redirect.",
        "Azure Static Web Apps cannot match the pattern /by-:year/:name_:rest.html, so none of its addresses redirect.",
        "Azure Static Web Apps cannot match the pattern /blog/*, so only the 37 addresses of pages on this site will redirect.",
        "Azure Static Web Apps cannot match the pattern /journal/*, so only the 37 addresses of pages on this site will redirect.",
        "Azure Static Web Apps has no status 410, so it answers 404 for /gone/page, /gone/for/*.",
        "Azure Static Web Apps has neither status 307 nor 308, so it answers 302 or 301 for /moved/for-good-308, /moved/for-now-307.",
      ]
    `);
  });
});

it('matches only a trailing star', () => {
  const patterns = [
    pattern('/old/*', '/archive/'),
    pattern('/news*', '/archive/'),
    pattern('/kept/*', '/new/:splat'),
    pattern('/:year/x', '/archive/'),
  ];
  const { files } = azureHost.emit(deployment({ patterns }), new Problems());
  const config = Config.parse(JSON.parse(required(files[0]).content));
  expect(get(config, '/old/a/b')).toMatchObject({ redirect: '/archive/', statusCode: 301 });
  expect(get(config, '/newsletter')).toMatchObject({ redirect: '/archive/' });
  expect(get(config, '/kept/a')).toBeUndefined();
  expect(get(config, '/2020/x')).toBeUndefined();
});

it.each([
  [2, 4],
  [120, 120],
])('redirects %i folders by %i routes, without their slash if there is room', (folders, count) => {
  const exact = manyRedirects(folders).map((old) => ({ ...old, from: `${old.from}/` }));
  const problems = new Problems();
  const { files } = azureHost.emit(deployment({ exact }), problems);
  expect(problems.all).toEqual([]);
  const { routes } = Config.parse(JSON.parse(required(files[0]).content));
  expect(routes.filter((route) => 'redirect' in route)).toHaveLength(count);
});

it('reports the size limit', () => {
  const problems = new Problems();
  const { files } = azureHost.emit(deployment({ exact: manyRedirects(130) }), problems);
  expect(problems.all).toEqual([]);
  expect(Buffer.byteLength(required(files[0]).content)).toBeGreaterThan(19_000);
  azureHost.emit(deployment({ exact: manyRedirects(140) }), problems);
  expect(problems.all).toMatchInlineSnapshot(`
    [
      {
        "code": "host-limit",
        "field": "host",
        "file": "content/site.yaml",
        "hint": "Set \`host: static\`, which also works on Azure: each old address becomes a small page that redirects.",
        "message": "Azure Static Web Apps reads at most 20 KB of staticwebapp.config.json. The 148 routes of this site take 21 KB, so deployment would fail.",
        "severity": "error",
      },
    ]
  `);
});

describeWithCorpus('the corpus on Azure', (corpus) => {
  it('exceeds the limit, with a helpful message', async () => {
    const content = corpusContent(corpus, temporaryFolder('corpus'));
    appendFileSync(join(content, 'site.yaml'), 'host: azure\n');
    const { exitCode, stderr } = await buildSite({ content });
    expect(exitCode).toBe(1);
    const error = /^error host-limit\n[^]*?To do: .*/m.exec(stderr)?.[0];
    expect(error?.replace(content, 'content')).toMatchInlineSnapshot(`
      "error host-limit
        content/site.yaml:6:1
        Azure Static Web Apps reads at most 20 KB of staticwebapp.config.json. The 1,440 routes of this site take 163 KB, so deployment would fail.

          5 | feeds: { tags: [rss, atom, json] }
        > 6 | host: azure
            | ^
          7 |

        To do: Set \`host: static\`, which also works on Azure: each old address becomes a small page that redirects."
    `);
  });
});
