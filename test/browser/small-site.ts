/** Hosts a small site and opens a browser, for a group of tests. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { securityHeaders } from '../../src/outputs/hosts/headers.ts';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { launchChromium } from '../support/chromium.ts';
import { deployment } from '../support/deployment.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';
import { serve } from '../verify/server.ts';

const POLICY = securityHeaders(deployment({}))['Content-Security-Policy'] ?? '';

export class SmallSite {
  readonly #basePath: string;
  #browser: Browser | undefined;
  #output: OutputFolder | undefined;

  /**
   * Begins with the tests of the group, and ends with them.
   * @param program path of the browser
   * @param content by path below the content folder
   */
  constructor(
    program: string,
    content: Readonly<Record<string, string | Uint8Array>>,
    basePath = '',
  ) {
    this.#basePath = basePath;
    beforeAll(async () => {
      this.#output = built(await buildSite({ content: folderWith(content) })).output;
      this.#browser = await launchChromium(program);
    });
    afterAll(() => this.#browser?.close());
  }

  get output(): OutputFolder {
    return required(this.#output);
  }

  /** A page under the policy that hosts send, in a browser that has never been here. */
  async open(path = '', options: BrowserContextOptions = {}): Promise<Page> {
    const { url } = await serve(this.output.path, {}, this.#basePath);
    const context = await required(this.#browser).newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.route('**/*', async (route) => {
      if (!route.request().isNavigationRequest()) return route.continue();
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': POLICY };
      return route.fulfill({ response, headers });
    });
    await page.goto(url + path);
    return page;
  }
}
