/** A build after an edit takes the files that it does not reach from the last output. */
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/scratch.ts';

const SITE = 'title: The garden\nurl: https://garden.example/\n';
const LEAF = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
const DAYS = Array.from({ length: 12 }, (_, day) => day + 10);

function post(day: number, text = 'Rain.'): string {
  return `---\ntitle: Day ${day}\npublishDate: 2024-03-${day}\ntags: [T${day}]\n---\n\n${text}\n`;
}

let content: string;
let output: string;
let cache: string;

beforeEach(() => {
  content = folderWith({
    'site.yaml': SITE,
    'pages/about.md': '---\ntitle: About\n---\n\nA garden.\n',
    'public/leaf.svg': LEAF,
    ...Object.fromEntries(DAYS.map((day) => [`posts/day-${day}/index.md`, post(day)])),
  });
  // What was changed a moment ago may change again without another time.
  utimesSync(path.join(content, 'public/leaf.svg'), 1, 1);
  output = path.join(temporaryFolder('site'), 'out');
  cache = temporaryFolder('cache');
});

async function build(...args: readonly string[]): Promise<BuiltSite> {
  const quick = ['--no-images', '--no-cards', '--no-search'];
  return built(await buildSite({ content, output, args: ['--cache', cache, ...quick, ...args] }));
}

/** Files of the second build that are those of the first. */
async function keptAfter(edit: () => void, ...args: readonly string[]): Promise<string[]> {
  const first = await build();
  const before = new Map(first.output.files().map((file) => [file, inode(file)]));
  edit();
  const second = await build(...args);
  return second.output.files().filter((file) => before.get(file) === inode(file));
}

function inode(file: string): number {
  return statSync(path.join(output, file)).ino;
}

function editFirst(text: string): void {
  writeFileSync(path.join(content, 'posts/day-10/index.md'), post(10, text));
}

it('writes the page of an edited post, and takes those that do not show its text', async () => {
  const kept = await keptAfter(() => editFirst('Dry.'));
  const first = built(await build('--full')).output;
  expect(first.read('2024/03/day-10/index.html')).toContain('Dry.');
  expect(kept).toEqual(
    expect.arrayContaining([
      '2024/03/day-20/index.html',
      'about/index.html',
      'tags/t20/index.html',
    ]),
  );
  expect(kept).not.toContain('2024/03/day-10/index.html');
});

it('writes every page if its header changes', async () => {
  const kept = await keptAfter(() =>
    writeFileSync(path.join(content, 'site.yaml'), SITE.replace('The garden', 'A garden')),
  );
  expect(kept.filter((file) => file.endsWith('.html'))).toEqual([]);
});

it('writes again what was edited or removed in the output', async () => {
  const damaged = '2024/03/day-20/index.html';
  const removed = '2024/03/day-19/index.html';
  const whole = (await build()).output.fingerprint();
  const kept = await keptAfter(() => {
    writeFileSync(path.join(output, damaged), 'Damaged');
    rmSync(path.join(output, removed));
  });
  expect(kept).not.toContain(damaged);
  expect(kept).not.toContain(removed);
  expect(built(await build()).output.fingerprint()).toEqual(whole);
});

it('tells how much it took, which is nothing with --full', async () => {
  const line = /^\d+ files are as in the last output\.$/m;
  await build();
  editFirst('Dry.');
  expect((await build()).stdout).toMatch(line);
  editFirst('Wet.');
  expect((await build('--full')).stdout).not.toMatch(line);
});

it('shows a component that the owner has changed', async () => {
  const component = 'export function PostCount() { return <b>many</b>; }\n';
  await build();
  writeFiles(content, { 'theme/templates/components/post-count.tsx': component });
  expect((await build()).output.read('tags/t10/index.html')).toContain('<b>many</b>');
});
