/** A build that would write what is there already says so, and ends. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const SITE = 'title: The garden\nurl: https://garden.example/\n';
const POST = '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n';
const NOTHING = 'Nothing has changed since ';

let content: string;
let output: string;
let cache: string;

beforeEach(() => {
  content = folderWith({ 'site.yaml': SITE, 'posts/roses/index.md': POST });
  output = path.join(temporaryFolder('site'), 'out');
  cache = temporaryFolder('cache');
});

function post(): string {
  return path.join(content, 'posts/roses/index.md');
}

async function build(...args: readonly string[]): Promise<BuiltSite> {
  const quick = ['--no-images', '--no-cards', '--no-search'];
  return built(await buildSite({ content, output, args: ['--cache', cache, ...quick, ...args] }));
}

it('says that nothing has changed, with the warnings of the last build', async () => {
  writeFileSync(path.join(content, 'posts/roses/index.md'), `${POST}\n[gone](/gone/)\n`);
  const first = await build();
  const before = first.output.fingerprint();
  const second = await build();
  expect(second.stdout).toMatch(/^Nothing has changed since .*\/out was built: 1 post, 0 pages, /);
  expect(first.stderr).toContain('/gone/');
  expect(second.stderr).toContain('/gone/');
  expect(second.output.fingerprint()).toEqual(before);
  expect((await build('--full')).stdout).toMatch(/^Built /);
  expect((await build('--quiet')).stdout).toBe('');
  expect((await build('--format', 'json')).stdout).toContain('/gone/');
});

it('builds again after each change', async () => {
  const changes: readonly (() => void)[] = [
    () => writeFileSync(post(), POST.replace('Red', 'Dry')),
    () => writeFileSync(path.join(output, 'index.html'), 'Broken'),
    () => rmSync(path.join(output, 'archive/index.html')),
    () => rmSync(cache, { recursive: true }),
  ];
  await build();
  for (const change of changes) {
    change();
    expect((await build()).stdout, String(change)).toMatch(/^Built /);
  }
  expect((await build()).stdout).toContain(NOTHING);
  expect((await build('--drafts')).stdout).toMatch(/^Built /);
  const then = ['--now', '2024-03-11', '--host', 'netlify'];
  expect((await build(...then)).stdout).toMatch(/^Built /);
  expect((await build(...then)).stdout).toContain(NOTHING);
  expect((await build('--now', '2024-03-09', '--host', 'netlify')).stdout).toMatch(/^Built /);
});

it('builds after a build that was killed, and removes what that left', async () => {
  await build();
  const left = path.join(output, '../.out.building');
  mkdirSync(left);
  expect((await build()).stdout).toMatch(/^Built /);
  expect(existsSync(left)).toBe(false);
  expect((await build()).stdout).toContain(NOTHING);
});

it('stops warning about a lost address when a build without a record would', async () => {
  await build();
  rmSync(path.join(content, 'posts/roses'), { recursive: true });
  expect((await build()).stderr).toContain('address-lost');
  const again = await build();
  expect(again.stdout).toMatch(/^Built /);
  expect(again.stderr).not.toContain('address-lost');
});
