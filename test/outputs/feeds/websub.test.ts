/** WebSub: feeds name the hub, and `npm run ping` notifies it. */
import { createServer } from 'node:http';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import {
  buildSite,
  built,
  run,
  type OutputFolder,
  type Outcome,
} from '../../support/build-site.ts';
import { EVERY_FORMAT } from '../../support/feeds.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';
import { parseXml, xmlElements } from '../../support/xml.ts';
import { deserted } from '../../verify/server.ts';

const SITE = 'https://example.org/blog';

function contentWith(settings: string): string {
  return folderWith({
    'site.yaml': `title: Garden\nurl: ${SITE}/\n${settings}`,
    'posts/one/index.md':
      "---\ntitle: One\npublishDate: '2024-03-10'\ntags: [tea]\nauthor: [Rosa]\n---\n\nWords.\n",
  });
}

function ping(content: string, ...args: readonly string[]): Promise<Outcome> {
  return run(process.execPath, ['src/start.mjs', 'ping', '--content', content, ...args]);
}

/** A fake hub that records requests. */
async function hub(status: number, said = ''): Promise<{ url: string; told: string[][] }> {
  const told: string[][] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { 'hub.mode': mode = '', 'hub.url': url = '' } = Object.fromEntries(
        new URLSearchParams(body),
      );
      told.push([request.method ?? '', request.headers['content-type'] ?? '', mode, url]);
      response.writeHead(status).end(said);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = z.object({ port: z.number() }).parse(server.address());
  return { url: `http://127.0.0.1:${address.port}/`, told };
}

describe('the feeds of a site with a hub', () => {
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = built(
      await buildSite({ content: contentWith(`hub: https://hub.example/\n${EVERY_FORMAT}`) }),
    ));
  });

  it.each(['', 'tags/tea/', 'authors/rosa/'])('name it in the folder "%s"', (folder) => {
    for (const [file, element] of [
      ['rss.xml', 'atom:link'],
      ['atom.xml', 'link'],
    ] as const) {
      const links = xmlElements(parseXml(output.read(folder + file)), element);
      const hrefs = (rel: string): unknown[] =>
        links
          .filter(({ attributes }) => attributes['rel'] === rel)
          .map((link) => link.attributes['href']);
      expect(hrefs('hub')).toEqual(['https://hub.example/']);
      expect(hrefs('self')).toEqual([`${SITE}/${folder}${file}`]);
    }
    expect(JSON.parse(output.read(`${folder}feed.json`))).toMatchObject({
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    });
  });
});

it('does not appear without a setting', async () => {
  const { output } = built(await buildSite({ content: contentWith('') }));
  for (const file of ['rss.xml', 'atom.xml', 'feed.json'])
    expect(output.read(file)).not.toContain('hub');
});

describe('ping', () => {
  it('notifies the hub of the feeds of the site', async () => {
    const { url, told } = await hub(204);
    const { exitCode, stdout, stderr } = await ping(contentWith(`hub: ${url}\n`));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(`Notified ${url} of 3 feeds.\n`);
    const form = 'application/x-www-form-urlencoded;charset=UTF-8';
    expect(told).toEqual(
      ['rss.xml', 'atom.xml', 'feed.json'].map((file) => [
        'POST',
        form,
        'publish',
        `${SITE}/${file}`,
      ]),
    );
  });

  it('notifies the hub of every feed with --all', async () => {
    const { url, told } = await hub(202);
    const { exitCode, stdout } = await ping(contentWith(`hub: ${url}\n`), '--all', '--quiet');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(
      told.map(([, , , topic]) => topic).filter((topic) => topic?.endsWith('atom.xml')),
    ).toEqual(['', 'tags/tea/', 'authors/rosa/'].map((folder) => `${SITE}/${folder}atom.xml`));
  });

  it('explains what to do without a hub, and exits with 2', async () => {
    const { exitCode, stdout, stderr } = await ping(contentWith(''));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatchInlineSnapshot(`
      "The site has no hub. Set \`hub\` in \`site.yaml\`, such as \`hub: https://hub.example/\`, then build and deploy, so that the feeds name it.
      "
    `);
  });

  it('explains why the hub refused, and exits with 1', async () => {
    const { url, told } = await hub(400, 'topic not found\nmore');
    const { exitCode, stderr } = await ping(contentWith(`hub: ${url}\n`));
    expect(exitCode).toBe(1);
    expect(told).toHaveLength(1);
    expect(stderr.replaceAll(url, 'HUB/')).toMatchInlineSnapshot(`
      "Notified HUB/ of 0 of 3 feeds, but not of https://example.org/blog/rss.xml: it answered with status 400, "topic not found". Check that \`hub\` in \`site.yaml\` is correct and that the feed is online, then try again.
      "
    `);
  });

  it('reports an unreachable hub, and exits with 1', async () => {
    const url = await deserted();
    const { exitCode, stderr } = await ping(contentWith(`hub: ${url}\n`));
    expect(exitCode).toBe(1);
    expect(required(stderr.split('\n')[0])).toMatch(
      /feeds, but not of .*: no server is listening there/,
    );
  });

  it('accepts only a URL as hub', async () => {
    const { exitCode, stderr } = await ping(contentWith('hub: hub.example\n'));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error site-hub-invalid');
  });
});
