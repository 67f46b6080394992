/** Visits a page and collects everything a visitor could complain about. */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { z } from 'zod';

/** What stands for a picture of another site: wider than any column. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"><rect width="100%" height="100%" fill="#888"/></svg>';

const Texts = z.array(z.string());

/** Milliseconds. */
const PATIENCE = 100_000;

/** A browser that has never been here. */
export async function newVisitor(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(`
    globalThis.refusals = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      refusals.push(violatedDirective + ' forbids ' + blockedURI));
  `);
  return context;
}

/** Whether a page may load something of another site. */
async function needsOthers(url: string): Promise<boolean> {
  const html = await (await fetch(url)).text();
  const { origin } = new URL(url);
  return [...html.matchAll(/\s(?:src|srcset|poster|data)="((?:https?:)?\/\/[^"]*)"/g)].some(
    ([, address = '']) => !address.startsWith(`${origin}/`),
  );
}

/** Keeps what other sites would send from the page. Without their cache, browsers ask for every file again. */
async function standInForOthers(page: Page, origin: string): Promise<void> {
  await page.route(
    (url) => url.origin !== origin,
    (route) =>
      route.request().resourceType() === 'image'
        ? route.fulfill({ contentType: 'image/svg+xml', body: PICTURE })
        : route.abort(),
  );
}

/** A page that has loaded, its pictures too. */
export class Visit {
  readonly page: Page;
  readonly #faults: string[];
  readonly #foreign: Request[];

  private constructor(page: Page, faults: string[], foreign: Request[]) {
    this.page = page;
    this.#faults = faults;
    this.#foreign = foreign;
  }

  /**
   * @param place a page of an earlier visit, which takes half the time, or where to open a new one
   * @param status that the page must be sent with
   */
  static async to(place: BrowserContext | Page, url: string, status = 200): Promise<Visit> {
    const page = 'newPage' in place ? await place.newPage() : place;
    for (const event of ['pageerror', 'console', 'request']) page.removeAllListeners(event);
    await page.unrouteAll();
    const faults: string[] = [];
    const foreign: Request[] = [];
    page.on('pageerror', ({ message }) => faults.push(`a script fails: ${message}`));
    page.on('console', (message) => {
      // The browser calls it an error that the error page is one.
      if (message.type() === 'error' && !(status >= 400 && message.location().url === url))
        faults.push(`the console says: ${message.text()}`);
    });
    const { origin } = new URL(url);
    if (await needsOthers(url)) await standInForOthers(page, origin);
    page.on('request', (request) => {
      const { protocol, origin: from } = new URL(request.url());
      if (from !== origin && protocol !== 'data:') foreign.push(request);
    });
    const response = await page.goto(url, { waitUntil: 'load' });
    if (response?.status() !== status) faults.push(`the status is ${response?.status()}`);
    if (response?.headers()['content-security-policy'] === undefined)
      faults.push('there is no security policy');
    await page.evaluate(`Promise.all([...document.images].map((image) => {
      image.loading = 'eager';
      return image.decode().catch(() => {});
    }))`);
    return new Visit(page, faults, foreign);
  }

  /** What was refused, asked of others or left behind; a post may show pictures of other sites. */
  async faults(): Promise<string[]> {
    const { page } = this;
    const pictures = Texts.parse(
      await page.evaluate(`[...document.querySelectorAll('.e-content img')].map(({ src }) => src)`),
    );
    const foreign = this.#foreign
      .map((request) => request.url())
      .filter((url) => !pictures.includes(url));
    const cookies = await page.context().cookies();
    return [
      ...this.#faults,
      ...Texts.parse(await page.evaluate('refusals')),
      ...foreign.map((url) => `it asks for ${url}`),
      ...cookies.map(({ name }) => `it leaves the cookie ${name}`),
    ];
  }
}
