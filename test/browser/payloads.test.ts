/** Public lists of payloads against sanitisers, and made ones, wherever somebody may write them, in Chromium. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanSvg } from '../../src/outputs/images/svg.ts';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { HEADERS_HOST, hostSite, type HostedSite } from '../support/hosted-site.ts';
import { HOSTILE } from '../support/hostile.ts';
import { MADE_PAYLOADS } from '../support/made-payloads.ts';
import { PUBLIC_PAYLOADS } from '../support/public-payloads.ts';
import { folderWith } from '../support/scratch.ts';

const Texts = z.array(z.string());

/** Payloads on a page: one that opens an element hides those after it. */
const PER_PAGE = 40;
/** As many as a post may have. */
const TAGS = 100;
/** Of those that end what they open. */
const MADE_PER_PAGE = 250;

/** What a text may be within; `$` stands for it. */
const PLACES = ['$', '<p>$</p>', '[link]($)', '![picture]($)', '<a href="$">x</a>', '![$](x.png)'];

/** The same in a drawing. */
const DRAWN = [
  '$',
  '<style>$</style>',
  '<g fill="$" style="$" id="$"/>',
  "<image href='$'/>",
  '<set $/>',
];
const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** What visitors open: the posts and their drawings, and the pages that list them. */
const VISITED = /^(?:2024\/03\/.*\.(?:html|svg)|(?:tags\/|authors\/)?index\.html|drawings\.svg)$/;

const PAYLOADS = PUBLIC_PAYLOADS
  // A picture outside the folder of the post stops the build.
  .filter((text) => /[<>&(:"'`]/.test(text) && !text.includes('../'))
  .map(withEnds);

/** An element without an end stops the build too, since it would hide the rest of the post. */
function withEnds(text: string): string {
  const open = ['script', 'svg'].filter(
    (name) => new RegExp(`<${name}\\b`, 'i').test(text) && !text.includes(`</${name}>`),
  );
  return text + open.map((name) => `</${name}>`).join('');
}

/** A script that runs says so; a page that is covered or clobbered too. */
const WATCH = `
  globalThis.ran = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    globalThis[name] = (text) => { ran.push(name + ' ' + text); };
`;

/** Elements of the posts that could run, and those of the site that are not where they were. */
const JUDGE = `(() => {
  const faults = [...ran];
  for (const element of document.querySelectorAll('*')) {
    const handlers = element.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$/i.test(name));
    if (handlers.length > 0) faults.push('attributes ' + handlers);
    for (const name of ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster']) {
      const value = element.getAttribute(name);
      if (value === null || !URL.canParse(value, document.baseURI)) continue;
      if (element.localName === 'img' && value.startsWith('data:image/svg+xml,')) continue;
      const { protocol } = new URL(value, document.baseURI);
      if (!/^(?:https?|mailto|tel|ftp|sms|news|xmpp|irc|geo|magnet):$/.test(protocol)) faults.push(element.outerHTML.slice(0, 200));
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('twice the id ' + id);
  for (const element of document.querySelectorAll('.e-content :is([name], base, form, script, style, link, meta)'))
    faults.push('clobbers ' + element.outerHTML.slice(0, 100));
  const link = document.querySelector('.site-header a');
  const { x, y, width, height } = link.getBoundingClientRect();
  if (!link.contains(document.elementFromPoint(x + width / 2, y + height / 2)))
    faults.push('the header is covered');
  return faults;
})()`;

/** A drawing that is opened by itself. */
const JUDGE_DRAWING = `[
  ...ran,
  ...[...document.querySelectorAll('parsererror, script, foreignObject, a, iframe, [onload], [onerror], [onclick]')].map(({ outerHTML }) => outerHTML.slice(0, 200)),
  ...(document.querySelector('path') === null ? ['the drawing is lost'] : []),
]`;

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** A value of the front matter. */
function line(...texts: readonly (string | undefined)[]): string {
  return JSON.stringify(texts.join(' ').replaceAll(/\s+/g, ' '));
}

/** The names of a list of things that have pages. */
function names(texts: readonly string[]): string {
  return `[${texts.map((text) => line(text.slice(0, 150))).join(', ')}]`;
}

function content(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [index, payloads] of batches(PAYLOADS, PER_PAGE).entries()) {
    const folder = `posts/payloads-${index}`;
    const body = payloads.flatMap((text) => PLACES.map((place) => place.replace('$', () => text)));
    files[`${folder}/index.md`] = [
      `---\ntitle: ${line(...payloads)}\npublishDate: 2024-03-10`,
      `author: ${line(...payloads)}\ntags: ${names(payloads.slice(2, 5))}`,
      `image: drawing.svg\nimageAlt: ${line(...payloads)}\ndescription: ${line(...payloads)}`,
      `---\n\n![](drawing.svg)\n\n${body.join('\n\n')}\n`,
    ].join('\n');
    files[`${folder}/drawing.svg`] =
      `<svg ${SVG} viewBox="0 0 9 9"><path d="M0 0"/>${payloads.join('\n')}</svg>`;
  }
  // Not the long texts, which the feeds of each tag would repeat.
  for (const [index, payloads] of batches(PAYLOADS, TAGS).entries()) {
    const head = `title: ${line(payloads[0])}\npublishDate: 2024-03-09`;
    files[`posts/tags-${index}/index.md`] = `---\n${head}\ntags: ${names(payloads)}\n---\n\nx\n`;
  }
  for (const [index, payloads] of batches(MADE_PAYLOADS, MADE_PER_PAGE).entries()) {
    const head = `title: ${line(...payloads)}\npublishDate: 2024-03-11`;
    files[`posts/made-${index}/index.md`] = `---\n${head}\n---\n\n${payloads.join('\n\n')}\n`;
  }
  files['authors/rosa.json'] = JSON.stringify({
    name: PAYLOADS[1]?.slice(0, 150),
    bio: PAYLOADS.slice(20, 60).join(' '),
    github: HOSTILE['event handler'],
    mastodon: HOSTILE['link to code'],
  });
  files['redirects.yaml'] = JSON.stringify({
    redirects: PAYLOADS.map((text, index) => ({
      from: `/old/${index}${text.slice(0, 80).replaceAll(/[?#%\\*:/\s\p{Cc}]/gu, '')}`,
      // Nothing else than the address of a page is a target.
      to: '/archive/',
    })),
  });
  files['site.yaml'] = `title: ${JSON.stringify(PAYLOADS[40])}
description: ${JSON.stringify(HOSTILE['script element'])}
url: https://garden.example/
host: ${HEADERS_HOST}
`;
  return files;
}

/** All payloads in all places of a drawing, each cleaned by itself, as one drawing. */
function drawings(): string {
  const cleaned = PAYLOADS.flatMap((text) =>
    DRAWN.map((place) => {
      const drawing = `<svg ${SVG}><path d="M0 0"/>${place.replaceAll('$', () => text)}</svg>`;
      return cleanSvg(Buffer.from(drawing)).bytes.toString();
    }),
  );
  return `<svg ${SVG}>${cleaned.join('')}</svg>`;
}

describeWith(CHROMIUM, 'payloads of public lists', (program) => {
  let output: OutputFolder;
  let host: HostedSite;
  let browser: Browser;

  beforeAll(async () => {
    output = built(
      await buildSite({ content: folderWith(content()), args: ['--no-cards'] }),
    ).output;
    writeFileSync(path.join(output.path, 'drawings.svg'), drawings());
    host = await hostSite(output.path);
    browser = await launchChromium(program);
  });
  afterAll(async () => {
    await browser.close();
    host.stop();
  });

  /** What a visitor of these files would see happen. */
  async function faults(files: readonly string[], bypassCSP: boolean): Promise<string[]> {
    const context = await browser.newContext({ bypassCSP });
    await context.addInitScript(WATCH);
    const found: string[] = [];
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      found.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    let visited = '';
    page.on('request', (request) => {
      // Posts may show pictures of other sites; drawings may not.
      const isPicture = /^(?:image|media)$/.test(request.resourceType());
      const { protocol, origin } = new URL(request.url());
      if (protocol === 'data:' || origin === host.origin) return;
      if (!isPicture || visited.endsWith('.svg'))
        found.push(`${visited} asks for ${request.url()}`);
    });
    for (visited of files) {
      await page.goto(`${host.origin}/${encodeURI(visited)}`);
      const judged = Texts.parse(
        await page.evaluate(visited.endsWith('.svg') ? JUDGE_DRAWING : JUDGE),
      );
      found.push(...judged.map((fault) => `${visited}: ${fault}`));
    }
    await context.close();
    return found;
  }

  it('run nothing, load nothing, cover nothing, with and without the policy', async () => {
    const files = output.files().filter((file) => VISITED.test(file));
    const found = await Promise.all([faults(files, false), faults(files, true)]);
    expect(found).toEqual([[], []]);
  });

  it('are detected by this test', async () => {
    const page = output.read('index.html');
    const hostile =
      '<img name="forms" src="/none.png" onerror="alert(1)"><script src="https://x.example/">';
    writeFileSync(
      path.join(output.path, 'bad.html'),
      page.replace('<h1', () => `${hostile}</script><h1`),
    );
    writeFileSync(
      path.join(output.path, 'bad.svg'),
      `<svg ${SVG}><image href="https://x.example/a.png"/><script>alert(1)</script></svg>`,
    );
    expect((await faults(['bad.html'], true)).join()).toMatch(
      /asks for https:.*alert 1.*attributes onerror/,
    );
    expect((await faults(['bad.svg'], true)).join()).toMatch(
      /asks for https:.*alert 1.*<script.*lost/,
    );
  });
});
