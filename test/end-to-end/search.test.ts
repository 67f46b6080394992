/** The search index, and a site without search. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildSite, built, type BuiltSite, type OutputFolder } from '../support/build-site.ts';
import { elements, lineOf, withClass } from '../support/dom.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const CONTENT = folderWith({
  'site.yaml': 'title: Garden\nurl: https://example.org/blog/\nlegacy: blogger\nhost: netlify\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, day) => [
      `posts/day-${day}/index.md`,
      `---\ntitle: Day ${day}\npublishDate: 20${10 + day}-05-01\nauthor: [Rosa ${day % 5}]\ntags: [Bed ${day}, Seeds]\n---\n\nThe ladybird${day} is here. ![A beetle](https://example.org/beetle.png)\n\n## Roots & leaves\n\n- one\n- two\n`,
    ]),
  ),
  'posts/hidden/index.md':
    '---\ntitle: Hidden\npublishDate: 2024-05-01\npublished: false\n---\n\nA zyzzyvahidden.\n',
  'posts/later/index.md': '---\ntitle: Later\npublishDate: 2999-05-01\n---\n\nA zyzzyvalater.\n',
  'pages/about.md': '---\ntitle: About\n---\n\nThe gardenerword.\n',
  'pages/secret.md': '---\ntitle: Secret\npublished: false\n---\n\nA zyzzyvasecret.\n',
});

const FOLDER = 'pagefind';

function build(cache: string, ...args: string[]): Promise<BuiltSite> {
  return buildSite({ content: CONTENT, args: ['--cache', cache, ...args] });
}

/** Texts of every file of the index, unpacked. */
function textsOf(output: OutputFolder): string[] {
  return output
    .files()
    .filter((file) => file.startsWith(`${FOLDER}/`))
    .map((file) => {
      const bytes = output.bytes(file);
      return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
    });
}

const Fragment = z.object({
  url: z.string(),
  content: z.string(),
  meta: z.record(z.string(), z.string()),
});

/** What a result shows, by its address. */
function fragments(output: OutputFolder): Map<string, z.output<typeof Fragment>> {
  const found = output
    .files()
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => {
      const text = gunzipSync(output.bytes(file)).toString();
      return Fragment.parse(JSON.parse(text.slice('pagefind_dcd'.length)));
    });
  return new Map(found.map((fragment) => [fragment.url, fragment]));
}

function postOf(title: string, text = 'Seeds.'): string {
  return `---\ntitle: ${title}\npublishDate: 2024-05-01\n---\n\n${text}\n`;
}

function onlyFile(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) =>
    item.isFile(),
  );
  expect(files).toHaveLength(1);
  return files.map((item) => path.join(item.parentPath, item.name)).join();
}

describe('the search index', () => {
  const cache = temporaryFolder('cache');
  let site: BuiltSite;

  beforeAll(async () => {
    site = built(await build(cache));
  });

  it('contains only posts and pages', () => {
    expect(site.stdout).toMatch(/^Search: 13 texts indexed, 0 from the cache, in \d+\.\d\d s\.$/m);
    expect([...fragments(site.output).keys()].toSorted()).toEqual(
      [
        '/blog/about/',
        ...Array.from({ length: 12 }, (_, day) => `/blog/20${10 + day}/05/day-${day}/`),
      ].toSorted(),
    );
  });

  it('contains title and text of a post', () => {
    const post = fragments(site.output).get('/blog/2013/05/day-3/');
    expect(post).toMatchObject({
      content: 'The ladybird3 is here. Roots & leaves. one. two.',
      meta: { title: 'Day 3', date: 'May 1, 2013', authors: 'Rosa 3' },
    });
    expect(post?.meta).not.toHaveProperty('image');
  });

  it('contains no drafts, even with --drafts', async () => {
    const withDrafts = built(await build(temporaryFolder('cache'), '--drafts'));
    expect(withDrafts.output.read('2999/05/later/index.html')).toContain('zyzzyvalater');
    for (const { output } of [site, withDrafts]) {
      const texts = textsOf(output).join('\n');
      expect(texts).toContain('ladybird11');
      expect(texts).not.toContain('zyzzyva');
    }
  });

  it('has the files that browsers request, without Pagefind\u2019s interfaces', () => {
    const own = site.output
      .files()
      .filter((file) => file.startsWith(`${FOLDER}/`) && /\.(?:js|css|json)$/.test(file));
    expect(own).toEqual(
      [
        ...['pagefind-entry.json', 'pagefind-worker.js', 'pagefind.js'],
        ...Array.from({ length: 16 }, (_, number) => `words-${number}.json`).toSorted(),
      ].map((name) => `${FOLDER}/${name}`),
    );
  });

  it('comes from the cache when nothing has changed', async () => {
    const again = built(await build(cache));
    expect(again.stdout).toContain('Search: 0 texts indexed, 13 from the cache');
    expect(again.output.fingerprint()).toEqual(site.output.fingerprint());
  });

  it('has the same bytes each time', async () => {
    const others = await Promise.all([
      build(temporaryFolder('cache')),
      build(temporaryFolder('cache')),
    ]);
    for (const other of others) {
      expect(built(other).stdout).toContain('13 texts indexed');
      expect(other.output.fingerprint()).toEqual(site.output.fingerprint());
    }
  });

  it('has the same bytes with a shared or damaged cache', async () => {
    const shared = temporaryFolder('cache');
    const pair = await Promise.all([build(shared), build(shared)]);
    for (const one of pair)
      expect(built(one).output.fingerprint()).toEqual(site.output.fingerprint());
    const file = onlyFile(path.join(shared, 'search'));
    const bytes = readFileSync(file);
    for (const at of [3, 40, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      const after = built(await build(shared));
      expect(after.stdout).toContain('13 texts indexed');
      expect(after.output.fingerprint()).toEqual(site.output.fingerprint());
    }
    writeFileSync(file, bytes.subarray(0, 1000));
    expect(built(await build(shared)).output.fingerprint()).toEqual(site.output.fingerprint());
  });

  it('asks Pagefind only for texts that are new', async () => {
    const own = temporaryFolder('cache');
    const content = folderWith({
      'site.yaml': readFileSync(path.join(CONTENT, 'site.yaml'), 'utf8'),
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((name) => [`posts/${name}/index.md`, postOf(name)]),
      ),
    });
    const run = () => buildSite({ content, args: ['--cache', own] });
    built(await run());
    writeFileSync(path.join(content, 'posts/b/index.md'), postOf('b', 'The ladybird has gone.'));
    rmSync(path.join(content, 'posts/c'), { recursive: true });
    const edited = built(await run());
    expect(edited.stdout).toContain('Search: 1 text indexed, 2 from the cache');
    const anew = built(await buildSite({ content, args: ['--cache', temporaryFolder('cache')] }));
    expect(edited.output.fingerprint()).toEqual(anew.output.fingerprint());
    rmSync(path.join(content, 'posts/a'), { recursive: true });
    const without = { PAGEFIND_EXTENDED_BINARY_PATH: '/nowhere/pagefind' };
    const fewer = built(await buildSite({ content, args: ['--cache', own], env: without }));
    expect([...fragments(fewer.output).keys()].toSorted()).toEqual([
      '/blog/2024/05/b/',
      '/blog/2024/05/d/',
    ]);
  });

  it('may run WebAssembly under the security policy', () => {
    expect(site.output.read('_headers')).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

  it('does not clash with a page of the same name', async () => {
    const content = folderWith({
      'posts/a/index.md': '---\ntitle: A\npublishDate: 2024-05-01\n---\n\nWords.\n',
      'pages/search.md': '---\ntitle: Mine\n---\n\nWords.\n',
    });
    const { exitCode, stderr } = await buildSite({ content });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('pages/search.md');
  });

  it('publishes nothing and says why when Pagefind does not run', async () => {
    const { exitCode, stderr, output } = await buildSite({
      content: CONTENT,
      args: ['--cache', temporaryFolder('cache')],
      env: { PAGEFIND_EXTENDED_BINARY_PATH: '/nowhere/pagefind' },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Pagefind could not make the search index');
    expect(stderr).toContain('--no-search');
    expect(stderr).not.toContain('fault');
    expect(output.files()).toEqual([]);
  });
});

describe('a site without search', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = built(await build(temporaryFolder('cache'), '--no-search'));
  });

  it('has no index, button or script', () => {
    expect(site.stdout).not.toContain('Search');
    expect(site.output.has(FOLDER)).toBe(false);
    for (const { file, document } of site.output.pages()) {
      expect(withClass(document, 'search-link'), file).toEqual([]);
      const scripts = elements(document, 'script').map(({ attribs }) => attribs['src']);
      expect(scripts, file).not.toContain('/blog/js/search.js');
    }
    expect(site.output.read('_headers')).not.toContain('wasm');
  });

  it('says so on the search page, and links elsewhere', () => {
    const page = site.output.page('/search/');
    const [main] = elements(page, 'main');
    expect(main && lineOf(main)).toBe(
      'Search This copy of the site has no search. All posts by date All tags Home',
    );
  });
});
