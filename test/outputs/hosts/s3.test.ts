/** Amazon S3; the upload script runs with a fake `aws` that records its arguments. */
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Addresses } from '../../../src/addresses/address.ts';
import type { PatternRedirect } from '../../../src/addresses/redirect.ts';
import { s3Host } from '../../../src/outputs/hosts/s3.ts';
import type { Deployment } from '../../../src/outputs/hosts/host.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built, run, type BuiltSite } from '../../support/build-site.ts';
import { RULE_HOSTS, corpusSite, expectations } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { FEED_TYPES, OLD_FEEDS, OLD_PAGES, oldBlog } from '../../support/old-blog.ts';
import { pattern } from '../../support/published-site.ts';
import { redirect } from '../../support/redirects.ts';
import { required } from '../../support/required.ts';
import { folderWith, temporaryFolder, writeFiles } from '../../support/scratch.ts';

const FRESH = 'public, max-age=0, must-revalidate';

describe.each(['', '/blog'])('a blog from Blogger with the base path "%s"', (base) => {
  const root = base === '' ? '' : `${base.slice(1)}/`;
  let site: BuiltSite;
  let bucket: Bucket;
  let website: z.output<typeof Website>;

  beforeAll(async () => {
    const content = oldBlog(`https://blog.example.org${base}/`);
    site = built(await buildSite({ content, args: ['--host', 's3'] }));
    bucket = await upload(site.output.path);
    website = Website.parse(JSON.parse(site.output.read('_hosts/s3/website.json')));
  });

  it('is uploaded first, without files that must not be served', () => {
    expect(bucket.calls[0]).toEqual([
      's3',
      'sync',
      '.',
      `s3://my-bucket/${root}`,
      '--exclude=_hosts/*',
      '--exclude=.perennial',
      `--cache-control=${FRESH}`,
    ]);
  });

  it.each([...OLD_PAGES, ...OLD_FEEDS])('redirects $from to $to', ({ from, to }) => {
    const key = root + from.slice(1).replace(/\/$/, '/index.html');
    const { RoutingRules = [] } = website;
    const rule = RoutingRules.find(({ Condition }) => key.startsWith(Condition.KeyPrefixEquals));
    const { KeyPrefixEquals = '' } = rule?.Condition ?? {};
    const { ReplaceKeyPrefixWith = '' } = rule?.Redirect ?? {};
    const byRule = `/${root}${from.slice(1)}`.replace(KeyPrefixEquals, ReplaceKeyPrefixWith);
    const location = bucket.objects.get(key)?.['website-redirect-location'] ?? byRule;
    expect(location).toBe(base + to);
  });

  it('sends redirects without caching', () => {
    expect(bucket.objects.get(`${root}plain/folder`)).toEqual({
      'cache-control': FRESH,
      'website-redirect-location': `${base}/2020/01/hello/`,
    });
  });

  it('sets the type of feeds in any folder', () => {
    const copies = bucket.calls.filter(([, verb]) => verb === 'cp');
    const types = FEED_TYPES.filter(([feed]) => !feed.slice(1).includes('/'));
    expect(copies).toEqual(
      types.map(([feed, type]) => [
        ...['s3', 'cp', '.', `s3://my-bucket/${root}`, '--recursive', '--exclude=*'],
        `--include=${feed.slice(1)}`,
        `--include=*${feed}`,
        `--content-type=${type}`,
        `--cache-control=${FRESH}`,
      ]),
    );
  });

  it('has an index, an error page, and pattern rules that apply after objects', () => {
    expect(website.IndexDocument.Suffix).toBe('index.html');
    expect(website.ErrorDocument.Key).toBe(`${root}404.html`);
    expect(website.RoutingRules).toEqual(
      ['blog/', 'journal/'].flatMap((from) =>
        ['404', '403'].map((code) => ({
          Condition: { KeyPrefixEquals: root + from, HttpErrorCodeReturnedEquals: code },
          Redirect: {
            ReplaceKeyPrefixWith: `${root}tags/`,
            HttpRedirectCode: from === 'blog/' ? '301' : '302',
          },
        })),
      ),
    );
  });

  it('writes no stubs and warns about what the host lacks', () => {
    expect(site.output.stubs()).toEqual([]);
    const said = [...site.stderr.matchAll(/Amazon S3 .*/g)].map(([line]) => line);
    expect(said).toMatchInlineSnapshot(`
      [
        "Amazon S3 cannot match the pattern /category/:name/, so only the 9 addresses of pages on this site will redirect.",
        "Amazon S3 cannot match the pattern /topic-:name.html, so only the 9 addresses of pages on this site will redirect.",
        "Amazon S3 cannot match the pattern /by-:year/:name_:rest.html, so none of its addresses redirect.",
        "Amazon S3 has no status 410, so it answers 404 for /gone/page, /gone/for/*.",
        "Amazon S3 redirects single URLs with status 301 only, including /moved/for-good-308, /moved/for-now, /moved/for-now-307.",
      ]
    `);
  });
});

it('quotes shell syntax', async () => {
  const about = new Addresses('https://example.org/').of("/it's $(about)/");
  const nasty = [
    `/it's.html`,
    '/$(touch x).html',
    '/`touch x`.html',
    '/"; exit 1; ".html',
    '/a b  c/',
    '/-x',
    '/${bucket}.html',
    '/!!.html',
    '/*.html',
    '/a\\b',
    '/\u5ead&|<>#~.html',
    "/'\\''.html",
  ];
  const { objects, calls } = await uploadOf(
    deployment({ exact: nasty.map((from) => redirect(from, about)) }),
  );
  expect(calls).toHaveLength(nasty.length + 5);
  for (const from of nasty)
    expect(objects.get(from.slice(1).replace(/\/$/, '/index.html')), from).toMatchObject({
      'website-redirect-location': "/it's%20$(about)/",
    });
});

it('is a POSIX shell script that requires a bucket', async () => {
  const folder = siteFolder(deployment({}));
  const script = path.join(folder, '_hosts/s3/upload.sh');
  expect(await run('sh', ['-n', script])).toMatchObject({ exitCode: 0, stderr: '' });
  const { exitCode, stderr } = await run('sh', [script]);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('Name the bucket: sh upload.sh BUCKET');
});

it('stops when an upload fails', async () => {
  const folder = siteFolder(deployment({}));
  const { exitCode, calls } = await upload(folder, 'exit 255');
  expect(exitCode).toBe(255);
  expect(calls).toHaveLength(1);
});

it('replaces the whole key if the pattern keeps nothing', () => {
  const { files } = s3Host.emit(
    deployment({ patterns: [pattern('/old/*', '/about/', 307), pattern('/a/*', '/:splat')] }),
    new Problems(),
  );
  const website = Website.parse(JSON.parse(required(files[0]).content));
  expect(website.RoutingRules?.map((rule) => rule.Redirect)).toEqual([
    { ReplaceKeyWith: 'about/', HttpRedirectCode: '307' },
    { ReplaceKeyWith: 'about/', HttpRedirectCode: '307' },
    { ReplaceKeyPrefixWith: '', HttpRedirectCode: '301' },
    { ReplaceKeyPrefixWith: '', HttpRedirectCode: '301' },
  ]);
});

it('reports the limits', () => {
  const about = new Addresses('https://example.org/').of('/about/');
  const problems = new Problems();
  s3Host.emit(
    deployment({ patterns: manyPatterns(25), exact: [redirect(`/${'x'.repeat(1024)}`, about)] }),
    problems,
  );
  expect(problems.all).toEqual([]);
  s3Host.emit(deployment({ patterns: manyPatterns(26) }), problems);
  s3Host.emit(deployment({ exact: [redirect(`/${'\u5ead'.repeat(342)}`, about)] }), problems);
  const shown = problems.all.map((problem) => ({
    ...problem,
    message: problem.message.replace(/\u5ead+/, '(a long name)'),
  }));
  expect(shown).toMatchInlineSnapshot(`
    [
      {
        "code": "host-limit",
        "field": "host",
        "file": "content/site.yaml",
        "hint": "Write fewer patterns in \`redirects.yaml\`, or list single addresses, whose number is not limited.",
        "message": "Amazon S3 takes at most 50 routing rules, two per pattern. This site has 26 patterns, so it would reject all of them.",
        "severity": "error",
      },
      {
        "code": "host-limit",
        "field": "host",
        "file": "content/site.yaml",
        "hint": "Remove them, or choose another host.",
        "message": "Amazon S3 takes object keys of at most 1,024 bytes. These old addresses are longer: /(a long name).",
        "severity": "error",
      },
    ]
  `);
});

describeWithCorpus('the corpus on S3', (corpus) => {
  it('has a redirecting object at every old address', async () => {
    const { output } = built(await corpusSite(corpus, RULE_HOSTS));
    const { objects } = await upload(output.path);
    const expected = [...expectations(corpus).values()];
    expect(expected).toHaveLength(733);
    for (const { legacyUrl, url } of expected) {
      expect(objects.get(legacyUrl.slice(1)), legacyUrl).toMatchObject({
        'website-redirect-location': url,
      });
      expect(output.has(`${url.slice(1)}index.html`)).toBe(true);
    }
    expect(output.stubs()).toEqual([]);
  });
});

function manyPatterns(count: number): PatternRedirect[] {
  return Array.from({ length: count }, (_, index) => pattern(`/old-${index}/*`, '/about/'));
}

const Website = z.strictObject({
  IndexDocument: z.strictObject({ Suffix: z.string() }),
  ErrorDocument: z.strictObject({ Key: z.string() }),
  RoutingRules: z
    .array(
      z.strictObject({
        Condition: z.strictObject({
          KeyPrefixEquals: z.string(),
          HttpErrorCodeReturnedEquals: z.string(),
        }),
        Redirect: z.strictObject({
          ReplaceKeyPrefixWith: z.string().optional(),
          ReplaceKeyWith: z.string().optional(),
          HttpRedirectCode: z.string(),
        }),
      }),
    )
    .optional(),
});

/** Uploaded objects. */
interface Bucket {
  readonly exitCode: number | null;
  /** Arguments of each call. */
  readonly calls: readonly (readonly string[])[];
  /** What is said of each object put on its own, by its key. */
  readonly objects: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** A site folder with the host's files. */
function siteFolder(site: Deployment): string {
  const { files } = s3Host.emit(site, new Problems());
  return folderWith({
    ...Object.fromEntries(files.map(({ path: file, content }) => [file.slice(1), content])),
  });
}

function uploadOf(site: Deployment): Promise<Bucket> {
  return upload(siteFolder(site));
}

/** @param end of the fake `aws` script */
async function upload(site: string, end = ''): Promise<Bucket> {
  const tools = temporaryFolder('tools');
  const record = path.join(tools, 'calls');
  writeFiles(tools, {
    aws: `#!/bin/sh\n{ printf '%s\\n' "$@"; echo; } >>'${record}'\n${end}\n`,
  });
  chmodSync(path.join(tools, 'aws'), 0o755);
  const script = path.join(site, '_hosts/s3/upload.sh');
  const { exitCode, stderr } = await run('sh', [script, 'my-bucket'], {
    env: { PATH: `${tools}:${process.env['PATH'] ?? ''}` },
    cwd: tools,
  });
  expect(stderr).toBe('');
  const calls = readFileSync(record, 'utf8')
    .split('\n\n')
    .slice(0, -1)
    .map((call) => call.split('\n'));
  const puts = calls.filter(([service]) => service !== 's3');
  const objects = puts.map(([service, verb, bucket, ...args]) => {
    expect([service, verb, bucket]).toEqual(['s3api', 'put-object', '--bucket=my-bucket']);
    const { key, ...said } = Object.fromEntries(
      args.map((arg) => /^--([a-z-]+)=(.*)$/.exec(arg)?.slice(1) ?? []),
    );
    return [key, said] as const;
  });
  return { exitCode, calls, objects: new Map(objects) };
}
