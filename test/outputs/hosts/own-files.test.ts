/** Files of `public/` that have the name of one that the build writes. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HostName } from '../../../src/content/site-schema.ts';
import { loadWithProblems } from '../../../src/build/load-site.ts';
import { OutputFolder } from '../../support/build-site.ts';
import { Cloudflare } from '../../support/cloudflare.ts';
import { ownProject, runIn } from '../../support/own-project.ts';
import { folderWith, writeFiles } from '../../support/scratch.ts';

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://garden.test/\n',
  'posts/a/index.md':
    '---\ntitle: A\npublishDate: 2024-01-01\nlegacyUrl: [/old.html, /shop/tea.html]\n---\nWords.\n',
};

const POST = '/2024/01/a/';

interface Loaded {
  /** The file that the host gets. */
  readonly text: string;
  readonly robots: string;
  readonly manifest: string;
  /** Paths of copied files. */
  readonly copied: readonly string[];
  /** `warning own-file-wins _redirects:3 message`, without the folder. */
  readonly problems: readonly string[];
  readonly hints: readonly string[];
}

/** Loads a site with this file in `public/`. */
async function load(
  host: HostName,
  file: string,
  own: string,
  content: Readonly<Record<string, string>> = {},
): Promise<Loaded> {
  const publicDir = folderWith({ [file]: own });
  const { site, problems } = await loadWithProblems({
    contentDir: folderWith({ ...CONTENT, ...content }),
    publicDir,
    hosts: [host],
    drafts: false,
  });
  const short = (text: string): string => text.replaceAll(`${publicDir}/`, '');
  return {
    text: site.hostFiles.find(({ path }) => path === `/${file}`)?.content ?? '',
    robots: site.robots,
    manifest: site.manifest,
    copied: site.assets.map(({ path }) => path),
    problems: problems.map(({ severity, code, line, message, ...problem }) =>
      short(
        `${severity} ${code} ${problem.file}${line === undefined ? '' : `:${line}`} ${message}`,
      ),
    ),
    hints: problems.map(({ hint }) => hint),
  };
}

/** Positions of texts, to see their order. */
function orderOf(text: string, parts: readonly string[]): number[] {
  for (const part of parts) expect(text).toContain(part);
  return parts.map((part) => text.indexOf(part));
}

const REDIRECTS = '# Mine\n/mine/ https://shop.test/ 302\n';
const HEADERS = '/*\n  X-Mine: 1\n';

describe('is merged, and comes first:', () => {
  it.each<[HostName, string, string, string, string]>([
    ['netlify', '_redirects', REDIRECTS, '/mine/ https://shop.test/ 302', '/old.html'],
    ['cloudflare', '_redirects', REDIRECTS, '/mine/ https://shop.test/ 302', '/old.html'],
    ['gitlab', '_redirects', REDIRECTS, '/mine/ https://shop.test/ 302', '/old.html'],
    ['netlify', '_headers', HEADERS, '  X-Mine: 1\n', 'nosniff'],
    ['cloudflare', '_headers', HEADERS, '  X-Mine: 1\n', 'nosniff'],
    ['htaccess', '.htaccess', 'Redirect 302 /mine https://shop.test/', '/mine', '/old.html'],
    [
      'vercel',
      'vercel.json',
      '{ "redirects": [{ "source": "/mine", "destination": "/" }], "rewrites": [] }',
      '"/mine"',
      String.raw`"/old\\.html"`,
    ],
    [
      'firebase',
      'firebase.json',
      '{ "functions": {}, "hosting": { "redirects": [{ "source": "/mine", "destination": "/" }] } }',
      '"/mine"',
      String.raw`^/old\\.html$`,
    ],
    [
      'azure',
      'staticwebapp.config.json',
      '\uFEFF{ "routes": [{ "route": "/mine", "redirect": "/" }], "mimeTypes": {} }',
      '"/mine"',
      '"/old.html"',
    ],
    ['github-pages', 'CNAME', 'Garden.test', 'garden.test', ''],
    ['github-pages', '.nojekyll', 'mine', 'mine', ''],
  ])('for %s, %s', async (host, file, own, theirs, ours) => {
    const { text, problems, copied } = await load(host, file, own);
    const [first = 0, second = 0] = orderOf(text, [theirs, ours]);
    expect(first).toBeLessThanOrEqual(second + (ours === '' ? text.length : 0));
    expect(problems).toEqual([]);
    expect(copied).toEqual([]);
  });

  it('_headers, path by path, with its comments', async () => {
    const own = '# Fonts\n/fonts/*\n  Cache-Control: a\n# All\n/*\nX-Mine: 1\n  # Last\n';
    const { text } = await load('netlify', '_headers', own);
    expect(
      text
        .split('\n')
        .filter((line) => /^(?:\/|#)|Mine|Last|Cache/.test(line))
        .slice(0, 8),
    ).toEqual([
      '# All',
      '/*',
      '  X-Mine: 1',
      '  # Last',
      '  Cache-Control: public, max-age=0, must-revalidate',
      '# Fonts',
      '/fonts/*',
      '  Cache-Control: a',
    ]);
  });

  it('keeps the other keys of a JSON file', async () => {
    const own = '{ "rewrites": [{ "source": "/x", "destination": "/y" }], "regions": ["fra1"] }';
    const config: unknown = JSON.parse((await load('vercel', 'vercel.json', own)).text);
    expect(config).toMatchObject({ ...JSON.parse(own), cleanUrls: false });
  });

  it('robots.txt', async () => {
    const own = 'User-agent: Greedy\nDisallow: /\n';
    expect((await load('static', 'robots.txt', own)).robots).toBe(
      `${own}\nUser-agent: *\nAllow: /\n\nSitemap: https://garden.test/sitemap.xml\n`,
    );
    const strict =
      'User-Agent: * # all\nDisallow: /drafts/\n\nSitemap: https://garden.test/sitemap.xml\n';
    const { robots, copied, problems } = await load('static', 'robots.txt', strict);
    expect({ robots, copied, problems }).toEqual({ robots: strict, copied: [], problems: [] });
  });

  it('site.webmanifest', async () => {
    const own = '{ "short_name": "G", "name": "The garden", "icons": [{ "src": "/leaf.png" }] }';
    const { manifest, copied, problems } = await load('static', 'site.webmanifest', own);
    expect(JSON.parse(manifest)).toMatchObject({ ...JSON.parse(own), start_url: '/' });
    expect(copied).toEqual([]);
    expect(problems).toEqual([
      'warning own-file-wins site.webmanifest site.webmanifest sets name to something else than the build; the file prevails.',
    ]);
  });
});

describe('wins, and the build says so:', () => {
  it.each<[HostName, string, string, string]>([
    ['netlify', '_redirects', '/old.html /mine/\n', '/old.html,'],
    ['netlify', '_redirects', '/shop/* /mine/:splat\n', '/shop/tea.html,'],
    ['gitlab', '_redirects', '/shop/:name /mine/\n', '/shop/tea.html,'],
    ['cloudflare', '_redirects', '/x/* /y/\n/old.html /mine/\n', '/old.html,'],
    ['htaccess', '.htaccess', 'Redirect permanent "/old.html" /mine/', '/old.html,'],
    ['htaccess', '.htaccess', 'ErrorDocument 404 /mine.html', 'ErrorDocument 404;'],
    ['htaccess', '.htaccess', 'Header set referrer-policy a', 'Header Referrer-Policy;'],
    [
      'vercel',
      'vercel.json',
      '{ "redirects": [{ "source": "/shop/:path*", "destination": "/mine" }] }',
      '/shop/tea.html,',
    ],
    ['vercel', 'vercel.json', '{ "cleanUrls": true }', 'cleanUrls'],
    [
      'firebase',
      'firebase.json',
      '{ "hosting": { "redirects": [{ "source": "/shop/**", "destination": "/mine" }] } }',
      '/shop/tea.html,',
    ],
    [
      'azure',
      'staticwebapp.config.json',
      '{ "routes": [{ "route": "/shop/*", "allowedRoles": ["me"] }] }',
      '/shop/tea.html,',
    ],
    ['azure', 'staticwebapp.config.json', '{ "routes": [{ "route": "/css/*" }] }', '/css/*,'],
  ])('for %s, %s with %j', async (host, file, own, what) => {
    const { problems } = await load(host, file, own);
    expect(problems).toEqual([expect.stringMatching(/^warning own-file-wins /)]);
    expect(problems[0]).toContain(what);
  });

  it('not for what .htaccess sets in a section', async () => {
    const own = '<Files "a">\nHeader set Referrer-Policy a\n</Files>\n';
    const { text, problems } = await load('htaccess', '.htaccess', own);
    expect(text).toContain('Header always set Referrer-Policy "strict');
    expect(problems).toEqual([]);
  });

  it('not if both lead to the same page', async () => {
    const own = `/old.html ${POST} 302\n`;
    expect((await load('netlify', '_redirects', own)).problems).toEqual([]);
  });

  it('on Cloudflare, also below a pattern and by folder', async () => {
    const own =
      '/a/*\n  Cache-Control: no-cache\n\n# All\n/*\n  X-Mine: 1\n/css/*\n  ! cache-control\n/b/\n  Cache-Control: no-store\n  X-Mine: 2\n';
    const { text, problems } = await load('cloudflare', '_headers', own);
    expect(problems).toEqual([
      'warning own-file-wins _headers _headers sets headers that the build sets too: cache-control; the file comes first, so Cloudflare follows it.',
    ]);
    const output = folderWith({
      _headers: text,
      _redirects: (await load('cloudflare', '_redirects', '/x/* /y/\n/old.html /mine/\n')).text,
      'index.html': '',
      'a/index.html': '',
      'b/index.html': '',
      'css/a.css': '',
      'hashed/a.css': '',
    });
    const server = new Cloudflare(new OutputFolder(output));
    onTestFinished(() => server.stop());
    const cached = async (path: string) => (await server.get(path)).headers.get('cache-control');
    expect(await cached('/')).toBe('public, max-age=0, must-revalidate');
    expect(await cached('/b/')).toBe('no-store');
    expect((await server.get('/b/')).headers.get('x-mine')).toBe('1, 2');
    const { headers } = await server.get('/');
    expect(headers.get('x-mine')).toBe('1');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(await cached('/css/a.css')).toBeNull();
    expect(await cached('/a/')).toBe('no-cache');
    expect(await cached('/hashed/a.css')).toBe('public, max-age=31536000, immutable');
    expect((await server.get('/old.html')).location).toBe('/mine/');
  });

  it.each<[HostName, string, string]>([
    ['vercel', 'vercel.json', '{ "headers": [%] }'],
    ['firebase', 'firebase.json', '{ "hosting": { "headers": [%] } }'],
  ])('for headers of %s, of which the last one counts', async (host, file, own) => {
    const entry =
      '{ "source": "/x", "headers": [{ "key": "cache-control", "value": "no-store" }] }';
    const { text, problems } = await load(host, file, own.replace('%', entry));
    expect(text.lastIndexOf('no-store')).toBeGreaterThan(text.lastIndexOf('immutable'));
    expect(text.indexOf('no-store')).toBeLessThan(text.indexOf('nosniff'));
    expect(problems).toEqual([expect.stringContaining('headers that the build sets too')]);
  });
});

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

describe('counts towards the limit of', () => {
  it.each<[HostName, string, string, string]>([
    ['cloudflare', '_redirects', lines(1999, (n) => `/${n} /`), '2,001'],
    ['cloudflare', '_redirects', lines(101, (n) => `/${n}/* /`), '105'],
    ['cloudflare', '_headers', lines(100, (n) => `/${n}\n  X-Mine: 1`), 'rules in `_headers`'],
    ['gitlab', '_redirects', lines(1001, (n) => `/${n} /`), '`public/_redirects`'],
    [
      'vercel',
      'vercel.json',
      `{ "redirects": [${lines(2047, (n) => `{ "source": "/${n}", "destination": "/" },`).slice(0, -1)}] }`,
      '2,053',
    ],
    [
      'azure',
      'staticwebapp.config.json',
      `{ "mimeTypes": { ".a": "${'x'.repeat(20_000)}" } }`,
      '22 KB',
    ],
  ])('%s: %s', async (host, file, own, what) => {
    const { problems } = await load(host, file, own);
    expect(problems).toEqual([expect.stringMatching(/^error host-limit /)]);
    expect(problems[0]).toContain(what);
  });

  it('Cloudflare, up to the last rule', async () => {
    const { problems } = await load(
      'cloudflare',
      '_redirects',
      lines(1998, (n) => `/${n} /`),
    );
    expect(problems).toEqual([]);
  });

  it('GitLab, which leaves less room for rules of the build', async () => {
    const { text } = await load(
      'gitlab',
      '_redirects',
      lines(995, (n) => `/${n} /`),
    );
    expect(text.trim().split('\n')).toHaveLength(1000);
  });
});

describe('is refused:', () => {
  it.each<[HostName, string, string, string, string]>([
    ['vercel', 'vercel.json', '{\n  "redirects": [\n  ],\n}\n', ':3', 'trailing commas'],
    ['firebase', 'firebase.json', '{\n  // mine\n}', ':2', 'comments'],
    ['azure', 'staticwebapp.config.json', '', ':1', 'Unexpected end'],
    ['static', 'site.webmanifest', '[]', '', 'no JSON object'],
  ])('for %s, %s with %j', async (host, file, own, line, why) => {
    const { problems } = await load(host, file, own);
    expect(problems).toEqual([
      expect.stringContaining(`error own-file-invalid ${file}${line} The file cannot be merged`),
    ]);
    expect(problems[0]).toContain(why);
  });

  it.each<[HostName, string, string, string]>([
    ['firebase', 'firebase.json', '{ "hosting": [] }', 'another type in hosting'],
    ['vercel', 'vercel.json', '{ "redirects": {} }', 'another type in redirects'],
    ['github-pages', 'CNAME', 'blog.other.test', 'the domain blog.other.test'],
  ])('for %s, %s with %j', async (host, file, own, why) => {
    const { problems } = await load(host, file, own);
    expect(problems).toEqual([expect.stringMatching(/^error own-file-refused /)]);
    expect(problems[0]).toContain(why);
  });

  it.each<[HostName, string, string]>([
    ['static', '404.html', 'content/pages/404.md'],
    ['static', 'index.html', 'content/pages/index.md'],
    ['static', 'sitemap.xml', 'public/robots.txt'],
    ['static', 'llms.txt', 'llms.11ty.tsx'],
    ...[
      ...['addresses.json', 'atom.xml', 'rss.xml', 'feed.json', 'feeds.opml', '.perennial'],
      ...['css/feed-note.css', 'pagefind/pagefind.js', 'archive/index.html', 'Robots.txt'],
    ].map((file): [HostName, string, string] => ['static', file, 'the build writes this one']),
    ['nginx', '_hosts/nginx/http.conf', 'Remove or rename the file'],
    ['apache', '_hosts/apache/site.conf', 'Remove or rename the file'],
    ['caddy', '_hosts/caddy/site.caddy', 'Remove or rename the file'],
    ['s3', '_hosts/s3/upload.sh', 'Remove or rename the file'],
    ['netlify', '_Headers', 'Remove or rename the file'],
  ])('for %s, %s', async (host, file, todo) => {
    const { problems, hints } = await load(host, file, 'mine');
    expect(problems).toEqual([
      expect.stringContaining(`error address-taken ${file} The file needs /${file}, but `),
    ]);
    expect(hints[0]).toContain(todo);
  });
});

it.each(['humans.txt', 'favicon.ico', 'netlify.toml', '_redirects', 'vercel.json', 'CNAME'])(
  'is copied if the build writes no %s',
  async (file) => {
    const { copied, problems } = await load('nginx', file, 'mine');
    expect(copied).toEqual([`/${file}`]);
    expect(problems).toEqual([]);
  },
);

it('is merged by the command, or stops it', async () => {
  const robots = 'User-agent: *\nDisallow: /drafts/\n';
  const project = ownProject({ 'public/vercel.json': '{ mine }', 'public/robots.txt': robots });
  const stopped = await runIn(project, 'build', '--host', 'vercel');
  expect(stopped.exitCode).toBe(1);
  expect(stopped.stderr).toContain('error own-file-invalid\n  public/vercel.json:1:3\n');
  writeFiles(project, { 'public/vercel.json': '{ "regions": ["fra1"] }' });
  const { exitCode } = await runIn(project, 'build', '--host', 'vercel');
  expect(exitCode).toBe(0);
  const output = new OutputFolder(join(project, '_site'));
  expect(JSON.parse(output.read('vercel.json'))).toMatchObject({
    regions: ['fra1'],
    cleanUrls: false,
  });
  expect(output.read('robots.txt')).toBe(
    `${robots}\nSitemap: https://garden.example/sitemap.xml\n`,
  );
});
