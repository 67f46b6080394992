/** Analytics, comments and newsletters in Chromium, under the policy, with stand-ins for each service. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { securityHeaders } from '../../src/outputs/hosts/headers.ts';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { deployment } from '../support/deployment.ts';
import { describeWith } from '../support/describe-with.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';
import { htmlValidate } from '../validity/judges.ts';
import { serve } from '../verify/server.ts';
import { axe } from './judges.ts';

const POST = '2024/03/roses/';

const DEFAULT_POLICY = securityHeaders(deployment({}))['Content-Security-Policy'] ?? '';

const REPLY = {
  account: { display_name: '', username: 'ana', url: 'https://social.example/@ana' },
  url: 'https://social.example/@ana/1',
  created_at: '2024-03-11T10:00:00Z',
  language: 'en',
  content: '<p>Mine flower <em>twice</em>.</p>',
  spoiler_text: '',
};

/** What a writer could try whose server does not clean it. */
const HOSTILE_REPLY = {
  ...REPLY,
  account: { display_name: '<b>Bo</b>', url: 'javascript:document.title="owned"' },
  content: `<p onclick="document.title='owned'">Look:<img src="https://spy.example/x.png" onerror="document.title='owned'">
    <script>document.title='owned'</script><style>p { color: red }</style>
    <a href="javascript:document.title='owned'">one</a> <a href="https://roses.example/">two</a></p>`,
  spoiler_text: 'About <i>thorns</i>',
};

/** Scripts do with the policy what those of the services do. */
const STAND_INS: Readonly<Record<string, { type: string; body: string }>> = {
  'https://plausible.io/js/script.js': script(
    "fetch('https://plausible.io/api/event', { method: 'POST', body: document.currentScript.dataset.domain })",
  ),
  'https://stats.example.org/js/pa-1.js': script(
    "if (plausible.o) fetch('https://stats.example.org/api/event', { method: 'POST', body: 'pa-1' })",
  ),
  'https://gc.zgo.at/count.js': script(
    "navigator.sendBeacon(document.querySelector('script[data-goatcounter]').dataset.goatcounter, 'x')",
  ),
  'https://cloud.umami.is/script.js': script(
    "fetch('https://gateway.umami.is/api/send', { method: 'POST', body: document.currentScript.dataset.websiteId })",
  ),
  'https://stats.example.org/matomo/matomo.js': script(
    "fetch(_paq.find(([name]) => name === 'setTrackerUrl')[1], { method: 'POST', body: _paq.find(([name]) => name === 'setSiteId')[1] })",
  ),
  'https://static.cloudflareinsights.com/beacon.min.js': script(
    "fetch('https://cloudflareinsights.com/cdn-cgi/rum', { method: 'POST', body: JSON.parse(document.currentScript.dataset.cfBeacon).token })",
  ),
  'https://giscus.app/en/widget': frame('{ giscus: { resizeHeight: 345 } }'),
  'https://utteranc.es/utterances.html': frame("{ type: 'resize', height: 345 }"),
  'https://talk.example.org/js/embed.min.js': script(`
    const style = document.createElement('link');
    Object.assign(style, { rel: 'stylesheet', href: document.currentScript.dataset.isso + 'css/isso.css' });
    document.head.append(style);
    const thread = document.querySelector('#isso-thread');
    fetch(document.currentScript.dataset.isso + '?uri=' + thread.dataset.issoId).then(() => {
      thread.textContent = 'Two words about ' + thread.dataset.title;
    });`),
  'https://talk.example.org/css/isso.css': {
    type: 'text/css',
    body: '#isso-thread { height: 345px }',
  },
  'https://social.example/api/v1/statuses/112233/context': {
    type: 'application/json',
    body: JSON.stringify({ descendants: [REPLY] }),
  },
};

function script(body: string) {
  return { type: 'text/javascript', body };
}

function frame(message: string) {
  return {
    type: 'text/html',
    body: `<p>Words</p><script>
      parent.postMessage(${message}, '*');
      addEventListener('message', ({ data }) => document.body.append(JSON.stringify(data)));
    </script>`,
  };
}

interface Group {
  /** Lines of `site.yaml`. */
  readonly settings: string;
  /** What the page asks for by itself. */
  readonly counts: readonly string[];
  /** What it asks for when the reader wants comments, without queries. */
  readonly loads?: readonly string[];
  /** Part of the HTML of the comments without JavaScript. */
  readonly without?: string;
  /** Address and body of the form. */
  readonly form?: readonly [string, string];
}

const GROUPS: Readonly<Record<string, Group>> = {
  'Plausible, giscus and Buttondown': {
    settings: `analytics: { service: plausible, id: blog.garden.example }
comments: { service: giscus, repo: garden/blog, repoId: R_1, category: Talk, categoryId: DIC_1 }
newsletter: { service: buttondown, id: garden }`,
    counts: [
      'https://plausible.io/js/script.js',
      'https://plausible.io/api/event blog.garden.example',
    ],
    loads: ['https://giscus.app/en/widget'],
    without: 'href="https://github.com/garden/blog/discussions?',
    form: [
      'https://buttondown.com/api/emails/embed-subscribe/garden',
      'email=ana%40garden.example&embed=1',
    ],
  },
  'GoatCounter, utterances and Mailchimp': {
    settings: `analytics: { service: goatcounter, id: garden }
comments: { service: utterances, repo: garden/blog }
newsletter: { service: mailchimp, url: 'https://garden.us1.list-manage.com/subscribe/post?u=1a&amp;id=2b' }`,
    counts: ['https://gc.zgo.at/count.js', 'https://garden.goatcounter.com/count x'],
    loads: ['https://utteranc.es/utterances.html'],
    without: 'href="https://github.com/garden/blog/issues?',
    form: [
      'https://garden.us1.list-manage.com/subscribe/post?u=1a&id=2b',
      'EMAIL=ana%40garden.example&b_1a_2b=',
    ],
  },
  'Umami, Isso and listmonk': {
    settings: `analytics: { service: umami, id: 0b1c-2d3e }
comments: { service: isso, url: https://talk.example.org }
newsletter: { service: listmonk, url: https://lists.example.org, id: 1a-2b }`,
    counts: ['https://cloud.umami.is/script.js', 'https://gateway.umami.is/api/send 0b1c-2d3e'],
    loads: [
      'https://talk.example.org/js/embed.min.js',
      'https://talk.example.org/css/isso.css',
      'https://talk.example.org/',
    ],
    without: 'The comments need JavaScript',
    form: [
      'https://lists.example.org/subscription/form',
      'email=ana%40garden.example&nonce=&l=1a-2b',
    ],
  },
  'Matomo, Mastodon and a form': {
    settings: `analytics: { service: matomo, id: 7, url: https://stats.example.org/matomo }
comments: { service: mastodon }
newsletter: { service: form, url: https://forms.example.org/f, field: address }`,
    counts: [
      'https://stats.example.org/matomo/matomo.js',
      'https://stats.example.org/matomo/matomo.php 7',
    ],
    loads: ['https://social.example/api/v1/statuses/112233/context'],
    without: 'href="https://social.example/@garden/112233"',
    form: ['https://forms.example.org/f', 'address=ana%40garden.example'],
  },
  'Cloudflare Web Analytics': {
    settings: 'analytics: { service: cloudflare, id: 0123abcd }',
    counts: [
      'https://static.cloudflareinsights.com/beacon.min.js',
      'https://cloudflareinsights.com/cdn-cgi/rum 0123abcd',
    ],
  },
  'an own Plausible': {
    settings: 'analytics: { service: plausible, id: pa-1, url: https://stats.example.org }',
    counts: ['https://stats.example.org/js/pa-1.js', 'https://stats.example.org/api/event pa-1'],
  },
};

const ISSO = 'Umami, Isso and listmonk';
const MASTODON = 'Matomo, Mastodon and a form';
const GISCUS = 'Plausible, giscus and Buttondown';

/** Far more than a busy machine needs. */
const PATIENCE = { timeout: 30_000 };

const Texts = z.array(z.string());

interface OpenOptions extends BrowserContextOptions {
  /** Policy that is sent instead of that of the site. */
  readonly sent?: string;
  readonly path?: string;
  /** Script that runs before the page. */
  readonly before?: string;
  readonly replies?: readonly unknown[];
}

describeWith(CHROMIUM, 'services', (program) => {
  const sites = new Map<string, OutputFolder>();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(program);
    for (const [name, { settings, loads }] of Object.entries(GROUPS)) {
      const mastodon = 'mastodon: https://social.example/@garden/112233\n';
      const field = settings.includes('mastodon') ? mastodon : '';
      const quiet = loads === undefined ? '' : 'comments: false\n';
      const content = folderWith({
        'site.yaml': `title: Garden\nurl: https://blog.garden.example/\nhost: cloudflare\n${settings}\n`,
        'posts/roses/index.md': `---\ntitle: Roses\npublishDate: 2024-03-10\n${field}---\n\nRoses.\n`,
        // Those of the old blog come first on the page.
        'posts/roses/comments.yaml': 'comments:\n  - { id: c1, text: Lovely. }\n',
        'posts/quiet/index.md': `---\ntitle: Quiet\npublishDate: 2024-03-11\n${field}${quiet}---\n\nWords.\n`,
      });
      const args = ['--no-search', '--no-images', '--no-cards'];
      sites.set(name, built(await buildSite({ content, args })).output);
    }
  });

  afterAll(() => browser?.close());

  /** The post, on a network where every service has a stand-in. */
  async function open(name: string, options: OpenOptions = {}) {
    const output = required(sites.get(name));
    const { path = POST, before = '', replies, ...context } = options;
    const own = /Content-Security-Policy: (.*)/.exec(output.read('_headers'))?.[1];
    const { sent = required(own), ...rest } = context;
    const { url } = await serve(output.path);
    const visitor = await browser.newContext(rest);
    onTestFinished(async () => {
      await visitor.unrouteAll({ behavior: 'ignoreErrors' });
      await visitor.close();
    });
    await visitor.addInitScript(`${before}
      globalThis.refusals = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        refusals.push(effectiveDirective + ' ' + blockedURI));`);
    const page = await visitor.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await visitor.route('**/*', async (route) => {
      const request = route.request();
      const { origin, pathname } = new URL(request.url());
      if (request.url().startsWith(url)) {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': sent };
        return route.fulfill({ response, headers });
      }
      const body = request.postData();
      asked.push(body === null ? origin + pathname : `${request.url()} ${body}`);
      const { type = 'text/html', body: content = 'Thanks' } = STAND_INS[origin + pathname] ?? {};
      return route.fulfill({
        contentType: type,
        body: type.endsWith('json') && replies ? JSON.stringify({ descendants: replies }) : content,
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await page.goto(url + path);
    const section = page.getByRole('region', { name: 'Comments' });
    const button = section.getByRole('button', { name: 'Show comments' });
    const refusals = async (): Promise<string[]> =>
      Texts.parse(await page.evaluate('globalThis.refusals'));
    return { page, url, asked, complaints, section, button, refusals };
  }

  describe.each(Object.entries(GROUPS))(
    '%s',
    (name, { settings, counts, loads, without, form }) => {
      it('runs under the policy, and asks for comments only on demand', async () => {
        const { page, asked, complaints, section, button, refusals } = await open(name);
        await expect.poll(() => asked, PATIENCE).toEqual(counts);
        if (loads !== undefined) {
          await button.click();
          await shown(page);
        }
        // A stylesheet and a request may overtake each other.
        const all = [...counts, ...(loads ?? [])].toSorted();
        await expect.poll(() => asked.toSorted(), PATIENCE).toEqual(all);
        expect(await button.count()).toBe(0);
        await expect.poll(() => heights(section), PATIENCE).toEqual([]);
        expect(await refusals()).toEqual([]);
        expect(complaints).toEqual([]);
      });

      it('fails under the policy of a site without the setting', async () => {
        const { asked, button, refusals } = await open(name, { sent: DEFAULT_POLICY });
        if (loads !== undefined) await button.click();
        const expected = [
          'script-src-elem',
          ...(loads === undefined ? [] : [directiveOf(settings)]),
        ];
        const blocked = async () =>
          new Set((await refusals()).map((refusal) => refusal.split(' ')[0]));
        await expect.poll(blocked, PATIENCE).toEqual(new Set(expected));
        expect(asked).toEqual([]);
      });

      if (form === undefined) return;

      it('works without JavaScript, but for Isso', async () => {
        const { page, asked, section, button } = await open(name, { javaScriptEnabled: false });
        expect(await button.count()).toBe(0);
        expect(await section.innerHTML()).toContain(without);
        await page.getByRole('textbox', { name: 'Email address' }).fill('ana@garden.example');
        await page.getByRole('button', { name: 'Subscribe' }).click();
        await page.getByText('Thanks').waitFor();
        expect(asked).toEqual([form.join(' ')]);
      });

      it('has the form on the subscribe page, and no comments where a post wants none', () => {
        const output = required(sites.get(name));
        expect(output.read('subscribe/index.html')).toContain('<form action="');
        const quiet = output.read('2024/03/quiet/index.html');
        expect(quiet).toContain('<form action="');
        expect(quiet).not.toMatch(/comments|giscus|utteranc|isso|social\.example/);
      });
    },
  );

  it('count nobody who asks for that', async () => {
    const signal = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });";
    const { page, asked } = await open(GISCUS, { before: signal });
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
  });

  it('are refused a form that goes elsewhere', async () => {
    const { page, asked, refusals } = await open(MASTODON);
    await page.getByRole('textbox', { name: 'Email address' }).fill('ana@garden.example');
    await page.evaluate(
      "document.forms[0].action = 'https://spy.example/'; document.forms[0].requestSubmit()",
    );
    await expect.poll(refusals, PATIENCE).toEqual(['form-action https://spy.example/']);
    expect(asked.join(' ')).not.toContain('spy');
  });

  it('show comments to whoever comes back from signing in', async () => {
    const { page, section, complaints } = await open(GISCUS, { path: `${POST}?giscus=abc&a=1` });
    await shown(page);
    const source = new URL((await section.locator('iframe').getAttribute('src')) ?? '');
    expect(Object.fromEntries(source.searchParams)).toMatchObject({
      ...{ repo: 'garden/blog', repoId: 'R_1', category: 'Talk', categoryId: 'DIC_1' },
      ...{ term: '2024/03/roses/', session: 'abc', theme: 'light' },
      origin: `${new URL(page.url()).origin}/${POST}`,
      backLink: `https://blog.garden.example/${POST}`,
    });
    expect(page.url()).toMatch(/\/roses\/\?a=1$/);
    await page.evaluate("document.documentElement.dataset.theme = 'dark'");
    await section.frameLocator('iframe').getByText('"theme":"dark"').waitFor();
    await page.reload();
    await section.getByRole('button').click();
    expect(await section.locator('iframe').getAttribute('src')).toContain('session=abc');
    expect(complaints).toEqual([]);
  });

  it('say when comments cannot be loaded, and when there are none yet', async () => {
    const replies: unknown[] = ['no reply'];
    const { page, section, button } = await open(MASTODON, { replies });
    await button.click();
    await section.getByText('The comments could not be loaded.').waitFor();
    replies.pop();
    await button.click();
    await section.getByText('There are no comments yet.').waitFor();
    expect(await page.getByText('The comments could not be loaded.').count()).toBe(0);
    expect(await section.getByRole('link').count()).toBe(1);
  });

  it.each([ISSO, MASTODON])('are valid HTML with %s', async (name) => {
    expect(await htmlValidate(required(sites.get(name)))).toEqual([]);
  });

  it('run and load nothing that a reply brings', async () => {
    const { page, asked, section, button } = await open(MASTODON, { replies: [HOSTILE_REPLY] });
    await button.click();
    await section.getByText('About <i>thorns</i>').click();
    const reply = section.getByRole('listitem');
    expect(await reply.getByText('<b>Bo</b>').count()).toBe(1);
    expect(await reply.getByRole('link').allTextContents()).toEqual(['Mar 11, 2024', 'two']);
    expect(await reply.locator('img, script, style, [onclick]').count()).toBe(0);
    await reply.getByText('one').click();
    expect(await page.title()).toContain('Roses');
    expect(asked.join(' ')).not.toContain('spy');
  });

  it('are accessible in light and dark, and fit a phone', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, button } = await open(MASTODON, { viewport });
    expect(await axe(page)).toEqual([]);
    await button.press('Enter');
    await shown(page);
    expect(await page.evaluate('document.activeElement.matches(".comments")')).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

/** Waits for the comments. */
function shown(page: Page): Promise<void> {
  return page.locator('.comments[data-source]').locator('iframe, #isso-thread, .replies').waitFor();
}

/** Heights of frames and threads that are not as high as the stand-ins say. */
async function heights(section: Locator): Promise<number[]> {
  const places = await section.locator('iframe, #isso-thread').all();
  const boxes = await Promise.all(places.map((place) => place.boundingBox()));
  return boxes.map((box) => box?.height ?? 0).filter((height) => height !== 345);
}

/** Directive that forbids the comments. */
function directiveOf(settings: string): string {
  if (settings.includes('isso')) return 'script-src-elem';
  return settings.includes('mastodon') ? 'connect-src' : 'frame-src';
}
