/** `npm run verify`: output and exit codes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT, buildSite, built, run, type Outcome } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';
import { deserted, moved, serve } from './server.ts';

const OLD = '/2024/03/old.html';

let content: string;
let folder: string;

beforeAll(async () => {
  content = folderWith({
    'site.yaml': 'title: Garden\nurl: https://example.org/\n',
    'posts/one/index.md': `---\ntitle: One\npublishDate: '2024-03-10'\nlegacyUrl: ${OLD}\n---\n\nWords.\n`,
  });
  folder = built(await buildSite({ content })).output.path;
});

function verify(address: string, ...args: readonly string[]): Promise<Outcome> {
  const flags = ['--content', content, '--rate', '1000', ...args];
  return run(process.execPath, ['src/start.mjs', 'verify', address, ...flags], { cwd: ROOT });
}

describe('verify', () => {
  it('summarizes a correct site', async () => {
    const { url } = await serve(folder);
    const { exitCode, stdout, stderr } = await verify(url);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Verified http:\S+ in \d+\.\d s: 9 of 9 pages, 1 of 1 old addresses, (\d+) of \1 other URLs are correct\.\nResponse time: \d+ ms \(median\), \d+ ms \(99th percentile\)\.\n$/,
    );
  });

  it('waits no longer than a timer can', async () => {
    const { stderr } = await verify('http://127.0.0.1:1/', '--timeout', '99999999999');
    expect(stderr).toContain('http://127.0.0.1:1/ cannot be reached: bad port.');
  });

  it('prints findings with hints and exits with 1', async () => {
    const { url } = await serve(folder, { [OLD]: () => ({ status: 404 }) });
    const { exitCode, stdout, stderr } = await verify(url);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^error: 1 address\n {2}http:\S+\/2024\/03\/old\.html\n {4}expected: to arrive at http:\S+\/2024\/03\/one\/\n {4}got: {6}status 404\n {2}To do: .+\.\n\n$/,
    );
    expect(stdout).toContain('0 of 1 old addresses');
    expect(stdout).toContain('\n1 error and 0 warnings, listed above.\n');
  });

  it('exits with 0 for warnings, and prints no summary with --quiet', async () => {
    const { url } = await serve(folder, { [OLD]: () => moved('/2024/03/one/', 302) });
    const { exitCode, stdout, stderr } = await verify(url, '--quiet');
    expect(exitCode).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^warning: 1 address\n/);
  });

  it('accepts hosts that are case-sensitive, unless --case is given', async () => {
    const { url } = await serve(folder);
    const { exitCode, stdout } = await verify(url, '--variants');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('\n1 old address did not work in upper case; ');
    expect((await verify(url, '--variants', '--case')).exitCode).toBe(1);
  });

  it('explains that the site is unreachable', async () => {
    const url = await deserted();
    const { exitCode, stdout, stderr } = await verify(url);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `${url} cannot be reached: no server is listening there. Check that the site opens in a browser, then verify again.\n`,
    );
  });

  it('explains that the host name does not exist', async () => {
    // RFC 6761, section 6.4
    const { exitCode, stderr } = await verify('http://blog.invalid/');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/cannot be reached: (?:there is no server with that|the) name/);
  });

  it.each([
    [[], 'The URL of the site is missing'],
    [['example.org'], '"example.org" is not a URL that begins with https:// or http://.'],
    [['https://example.org/?a'], 'it has a query or a fragment'],
    [['https://example.org/', 'https://example.com/'], 'Name one URL, not 2.'],
    [['https://example.org/', '--rate', '0'], '--rate "0" is not a positive number.'],
    [['https://example.org/', '--case'], '--variants'],
  ])('exits with 2 for %j', async (args, message) => {
    const outcome = await run(process.execPath, ['src/start.mjs', 'verify', ...args], {
      cwd: ROOT,
    });
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).toContain('Usage: npm run verify');
  });
});

describe('--format json', () => {
  const Document = z.strictObject({
    version: z.literal(1),
    command: z.literal('verify'),
    exitCode: z.number(),
    errors: z.number(),
    warnings: z.number(),
    failure: z.null(),
    problems: z.array(z.never()),
    home: z.string(),
    milliseconds: z.strictObject({ median: z.number(), p99: z.number() }),
    addresses: z.array(
      z.strictObject({
        address: z.string(),
        kind: z.enum(['page', 'feed', 'file', 'gone', 'absent']),
        isLegacy: z.boolean(),
        status: z.number().nullable(),
        hops: z.array(
          z.strictObject({
            kind: z.enum(['redirect', 'refresh']),
            status: z.number(),
            to: z.string(),
          }),
        ),
        final: z.string(),
        canonical: z.string().nullable(),
        severity: z.enum(['error', 'warning']).nullable(),
        expected: z.string().nullable(),
        came: z.string().nullable(),
        todo: z.string().nullable(),
      }),
    ),
  });

  it('prints one document with every URL', async () => {
    const { url } = await serve(folder, { [OLD]: () => moved('/') });
    const { exitCode, stdout, stderr } = await verify(url, '--format', 'json');
    expect(exitCode).toBe(1);
    expect(stderr).toBe('');
    const { addresses, ...head } = Document.parse(JSON.parse(stdout));
    expect(head).toMatchObject({ exitCode: 1, errors: 1, warnings: 0, home: url });
    expect(addresses.filter(({ kind }) => kind === 'page')).toHaveLength(10);
    expect(addresses.filter(({ severity }) => severity !== null)).toMatchObject([
      {
        address: `${url}${OLD.slice(1)}`,
        isLegacy: true,
        hops: [{ kind: 'redirect', status: 301, to: url }],
        final: url,
        severity: 'error',
      },
    ]);
  });

  it('reports an unreachable site as a failure', async () => {
    const { stdout } = await verify(await deserted(), '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'verify',
      exitCode: 1,
      failure: expect.stringContaining('cannot be reached'),
    });
  });
});
