/** Files that a second build does not change, as hosts and uploads see them. */
import { chmodSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { describeWith } from '../support/describe-with.ts';
import { png } from '../support/pictures.ts';
import { folderWith } from '../support/scratch.ts';
import { startServer } from '../support/web-servers.ts';

const LONG_AGO = new Date('2020-03-10T12:00:00Z');

function post(title: string, text: string): string {
  return `---\ntitle: ${title}\npublishDate: 2024-03-10\n---\n\n${text}\n`;
}

async function content(): Promise<string> {
  return folderWith({
    'site.yaml': 'title: Garden\nurl: https://garden.example/\nhost: nginx\n',
    'posts/roses/index.md': post('Roses', 'Red. ![A rose](rose.png) [The list](list.zip)'),
    'posts/roses/rose.png': await png(20, 10),
    'posts/roses/list.zip': 'PK',
    'posts/tulips/index.md': post('Tulips', 'Yellow.'),
  });
}

/** Builds twice, with a changed post in between. */
async function buildTwice(
  afterFirst: (output: OutputFolder) => Promise<void> | void,
): Promise<{ output: OutputFolder; changed: ReadonlySet<string> }> {
  const folder = await content();
  const { output } = built(await buildSite({ content: folder }));
  for (const file of output.files()) utimesSync(path.join(output.path, file), LONG_AGO, LONG_AGO);
  const before = output.fingerprint();
  await afterFirst(output);
  writeFileSync(path.join(folder, 'posts/tulips/index.md'), post('Tulips', 'Orange.'));
  built(await buildSite({ content: folder, output: output.path }));
  const changed = [...output.fingerprint()].filter(([file, hash]) => before.get(file) !== hash);
  return { output, changed: new Set(changed.map(([file]) => file)) };
}

describe('a second build', () => {
  it('changes the modification time of changed files only', async () => {
    const { output, changed } = await buildTwice(() => undefined);
    expect(changed).toContain('2024/03/tulips/index.html');
    expect(changed).not.toContain('2024/03/roses/index.html');
    const isOld = (file: string): boolean =>
      statSync(path.join(output.path, file)).mtimeMs === LONG_AGO.getTime();
    expect(output.files().filter((file) => !isOld(file))).toEqual([...changed].toSorted());
  });

  describeWith(['nginx'], 'behind a server', (program) => {
    async function ask(
      output: OutputFolder,
      use: (origin: string) => Promise<void>,
    ): Promise<void> {
      const server = await startServer({ name: 'nginx', program, root: output.path });
      await use(server.origin);
      await server.stop();
    }

    it('lets browsers keep every unchanged file', async () => {
      const tags = new Map<string, string>();
      const { output, changed } = await buildTwice((first) =>
        ask(first, async (origin) => {
          for (const file of first.files()) {
            const { ok, headers } = await fetch(`${origin}/${file}`, { redirect: 'manual' });
            const tag = headers.get('etag');
            if (ok && tag !== null) tags.set(file, tag);
          }
        }),
      );
      expect(tags.size).toBeGreaterThan(20);
      await ask(output, async (origin) => {
        for (const [file, tag] of tags) {
          if (!output.has(file)) continue;
          const headers = { 'if-none-match': tag };
          const { status } = await fetch(`${origin}/${file}`, { headers, redirect: 'manual' });
          expect(status, file).toBe(changed.has(file) ? 200 : 304);
        }
      });
    });
  });
});

it('published files have the permissions of new files, whatever the source has', async () => {
  const folder = await content();
  chmodSync(path.join(folder, 'posts/roses/rose.png'), 0o600);
  chmodSync(path.join(folder, 'posts/roses/list.zip'), 0o700);
  const { output } = built(await buildSite({ content: folder }));
  const modes = new Set(
    output.files().map((file) => (statSync(path.join(output.path, file)).mode & 0o777).toString(8)),
  );
  expect([...modes]).toEqual([(0o666 & ~process.umask()).toString(8)]);
  expect(readFileSync(path.join(output.path, '2024/03/roses/list.zip'), 'utf8')).toBe('PK');
});
