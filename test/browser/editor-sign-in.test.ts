/** Signing in with PKCE, whose window goes to the Git host and comes back. https://www.rfc-editor.org/rfc/rfc7636 */
import { createHash } from 'node:crypto';
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite, built } from '../support/build-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { hostSite, type HostedSite } from '../support/hosted-site.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const HOSTS = [
  { backend: 'gitlab', url: 'https://gitlab.com', user: '/api/v4/user' },
  { backend: 'gitea', url: 'https://codeberg.org', user: '/api/v1/user' },
] as const;

describeWith(CHROMIUM, 'people sign in with PKCE', (program) => {
  let browser: Browser;
  let host: HostedSite | undefined;

  beforeAll(async () => {
    browser = await launchChromium(program);
  });

  afterAll(() => browser.close());

  it.each(HOSTS)('at $url', async ({ backend, url, user }) => {
    const settings = `title: Garden\nurl: https://garden.example/\nhost: netlify\neditor: { backend: ${backend}, repo: rosa/garden, url: '${url}', auth: { appId: abc } }\n`;
    const content = folderWith({
      'site.yaml': settings,
      'posts/hello/index.md': '---\ntitle: Hello\npublishDate: 2021-04-06\n---\n\nHello.\n',
    });
    host = await hostSite(built(await buildSite({ content })).output.path);
    const { origin } = host;
    const context = await browser.newContext();
    context.setDefaultTimeout(20_000);
    let challenge = '';
    const tokens: string[] = [];
    await context.route(`${url}/**`, async (route: Route) => {
      const request = route.request();
      const { pathname, searchParams } = new URL(request.url());
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      if (pathname.endsWith('/authorize')) {
        challenge = required(searchParams.get('code_challenge') ?? undefined);
        const back = new URL(required(searchParams.get('redirect_uri') ?? undefined));
        back.search = `code=xyz&state=${searchParams.get('state')}`;
        const body = `<script>location.replace(${JSON.stringify(back.href)})</script>`;
        return route.fulfill({ contentType: 'text/html', body });
      }
      if (pathname.endsWith('token') || pathname.endsWith('access_token')) {
        const body = `${request.postData()}`;
        const verifier = /code_verifier(?:=|"\s*:\s*"|"\r\n\r\n)([\w.~-]+)/.exec(body)?.[1] ?? '';
        const proven = createHash('sha256').update(verifier).digest('base64url') === challenge;
        return route.fulfill({ json: proven ? { access_token: 'secret' } : {}, headers });
      }
      if (pathname === user) tokens.push(request.headers()['authorization'] ?? '');
      return route.fulfill({ status: 404, json: {}, headers });
    });
    const page = await context.newPage();
    await page.goto(`${origin}/admin/`);
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: /^Sign In with/ }).click();
    const popup = await opened;
    await popup.waitForEvent('close');
    await expect.poll(() => tokens.filter(Boolean)).toEqual([expect.stringMatching(/ secret$/)]);
    await context.close();
    host.stop();
  });
});
