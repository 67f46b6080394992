/** A site built for several hosts. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../../src/addresses/address.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { emit } from '../../../src/outputs/hosts/emit.ts';
import { buildSite, built } from '../../support/build-site.ts';
import { deployment } from '../../support/deployment.ts';
import { oldBlog } from '../../support/old-blog.ts';
import { redirect } from '../../support/redirects.ts';

const URL = 'https://example.org/';
const HOSTS = ['github-pages', 'netlify', 'vercel', 'firebase', 'nginx', 'apache', 'caddy', 's3'];

function flags(names: readonly string[]): string[] {
  return names.flatMap((name) => ['--host', name]);
}

it.each([
  ['static', true],
  ['github-pages', true],
  ['htaccess', true],
  ['netlify', false],
  ['nginx', false],
] as const)('%s is warned about for an encoded slash: %s', (name, warns) => {
  const about = new Addresses(URL).of('/about/');
  const old = { ...redirect('/a/b/', about), spellings: ['/a%2Fb/'] };
  const problems = new Problems();
  emit([name], deployment({ exact: [old] }), problems);
  expect(problems.all.map(({ code, message }) => [code, message.match(/%2F.*/)?.[0]])).toEqual(
    warns
      ? [['host-unsupported', '%2F, as in /a%2Fb/; with a plain slash these addresses work.']]
      : [],
  );
});

describe('several hosts', () => {
  it('share one folder, with the files and stubs that any of them needs', async () => {
    const { output } = built(await buildSite({ content: oldBlog(URL), args: flags(HOSTS) }));
    expect(output.files()).toEqual(
      expect.arrayContaining([
        '.nojekyll',
        '_redirects',
        '_headers',
        'vercel.json',
        'firebase.json',
        '_hosts/nginx/server.conf',
        '_hosts/apache/site.conf',
        '_hosts/caddy/site.caddy',
        '_hosts/s3/upload.sh',
        '2020/01/Old_Name.html',
      ]),
    );
  });

  it('can be set in site.yaml', async () => {
    const settings = `title: Old blog\nurl: ${URL}\nhost: [nginx, caddy]\n`;
    const content = oldBlog(URL, { 'site.yaml': settings });
    const { output, stdout } = built(await buildSite({ content }));
    expect(output.files()).toEqual(
      expect.arrayContaining(['_hosts/nginx/server.conf', '_hosts/caddy/site.caddy']),
    );
    expect(stdout).toContain(
      '\nFor the host: _hosts/nginx/http.conf, _hosts/nginx/server.conf, _hosts/caddy/site.caddy.\n',
    );
  });

  it('conflict if they need different content in one file', async () => {
    const content = oldBlog(URL);
    const args = flags(['netlify', 'gitlab']);
    const { exitCode, stderr } = await buildSite({ content, args });
    expect(exitCode).toBe(1);
    // From the command line, so no line of site.yaml is to blame.
    expect(/^error host-conflict\n[^]*?To do: .*/m.exec(stderr)?.[0].replace(content, 'content'))
      .toMatchInlineSnapshot(`
        "error host-conflict
          content/site.yaml
          netlify and gitlab both read /_redirects, but need different content in it.
          To do: Build once for each host, with \`--host gitlab --output DIR\`."
      `);
  });
});
