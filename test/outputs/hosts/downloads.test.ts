/** Files that must not run, on hosts whose servers no test runs here. */
import { parseAllHeaders } from '@netlify/headers-parser';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { HOSTS } from '../../../src/outputs/hosts/emit.ts';
import type { HostName } from '../../../src/content/site-schema.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { OutputFolder } from '../../support/build-site.ts';
import { Cloudflare } from '../../support/cloudflare.ts';
import { deployment } from '../../support/deployment.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';

const SITE = deployment({}, '/blog', { downloads: ['/a/my demo.html', '/a/sub/index.html'] });
const PATHS = [
  '/blog/a/my%20demo.html',
  '/blog/a/my%20demo',
  '/blog/a/sub/index.html',
  '/blog/a/sub/index',
  '/blog/a/sub/',
  '/blog/a/sub',
];
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

function emit(name: HostName) {
  const problems = new Problems();
  const { files } = HOSTS[name].emit(SITE, problems);
  const content = (file: string): string =>
    required(files.find((found) => found.path === file)).content;
  return { content, said: problems.all.map(({ message }) => message) };
}

it('are downloads on Netlify', async () => {
  const folder = folderWith({ _headers: emit('netlify').content('/_headers') });
  const { headers } = await parseAllHeaders({
    headersFiles: [path.join(folder, '_headers')],
    configHeaders: [],
    minimal: true,
  });
  const rules = z
    .array(z.object({ for: z.string(), values: z.record(z.string(), z.string()) }))
    .parse(headers);
  const byPath = new Map(rules.map((rule) => [rule.for, rule.values]));
  for (const address of PATHS)
    expect(byPath.get(address), address).toEqual({
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': POLICY,
    });
});

it('are downloads on Cloudflare, wherever it serves them', async () => {
  const folder = folderWith({
    _headers: emit('cloudflare').content('/_headers'),
    'blog/a/my demo.html': 'x',
    'blog/a/sub/index.html': 'x',
    'blog/a/index.html': 'A page',
  });
  const cloudflare = new Cloudflare(new OutputFolder(folder));
  try {
    const served = [];
    for (const address of PATHS) {
      const { status, headers } = await cloudflare.get(address);
      if (status !== 200) continue;
      served.push(address);
      expect(headers.get('content-disposition'), address).toBe('attachment');
      expect(headers.get('content-security-policy'), address).toBe(POLICY);
      expect(headers.get('x-content-type-options'), address).toBe('nosniff');
    }
    expect(served).toEqual(['/blog/a/my%20demo', '/blog/a/sub/']);
    expect((await cloudflare.get('/blog/a/')).headers.get('content-disposition')).toBeNull();
  } finally {
    await cloudflare.stop();
  }
});

it('are downloads on Azure', () => {
  const { routes } = z
    .object({ routes: z.array(z.looseObject({ route: z.string() })) })
    .parse(JSON.parse(emit('azure').content('/staticwebapp.config.json')));
  for (const address of PATHS)
    expect(routes).toContainEqual({
      route: address,
      headers: { 'Content-Disposition': 'attachment', 'Content-Security-Policy': POLICY },
    });
});

it.each(['vercel', 'firebase'] as const)('are downloads on %s', (name) => {
  const rule = z.object({
    source: z.string(),
    headers: z.array(z.object({ key: z.string(), value: z.string() })),
  });
  const config: unknown = JSON.parse(emit(name).content(`/${name}.json`));
  const { headers: rules } = z
    .looseObject({ headers: z.array(rule) })
    .parse(name === 'firebase' ? z.object({ hosting: z.unknown() }).parse(config).hosting : config);
  const downloads = rules.filter(({ headers }) => JSON.stringify(headers).includes('sandbox'));
  expect(downloads).toHaveLength(PATHS.length);
  for (const { source, headers } of downloads) {
    expect(source).not.toMatch(/\*$/);
    expect(headers).toContainEqual({ key: 'Content-Disposition', value: 'attachment' });
  }
});

it('are downloads on Amazon S3', () => {
  expect(emit('s3').content('/_hosts/s3/upload.sh')).toContain(
    "download 'a/my demo.html'\ndownload 'a/sub/index.html'\n",
  );
});

it.each(['static', 'github-pages', 'gitlab'] as const)('are named for %s', (name) => {
  expect(emit(name).said).toEqual([
    expect.stringContaining(
      'sends no headers of yours, so browsers run what you allow with `attachments` as part of the site: /a/my demo.html, /a/sub/index.html.',
    ),
  ]);
});
