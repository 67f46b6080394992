/** Builds, hosts and visits a site, for a group of tests. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { built, type BuiltSite, type OutputFolder } from '../support/build-site.ts';
import { launchChromium } from '../support/chromium.ts';
import { hostSite, type HostedSite } from '../support/hosted-site.ts';
import { required } from '../support/required.ts';
import { newVisitor, Visit } from './visit.ts';

export class Visitor {
  readonly #program: string;
  readonly #build: () => Promise<BuiltSite>;
  #output: OutputFolder | undefined;
  #site: HostedSite | undefined;
  #browser: Browser | undefined;
  #context: BrowserContext | undefined;

  /**
   * Begins with the tests of the group, and ends with them.
   * @param program path of the browser
   * @param build of a site for `HEADERS_HOST`
   */
  constructor(program: string, build: () => Promise<BuiltSite>) {
    this.#program = program;
    this.#build = build;
    beforeAll(() => this.#arrive());
    afterAll(() => this.#leave());
  }

  get output(): OutputFolder {
    return required(this.#output);
  }

  get context(): BrowserContext {
    return required(this.#context);
  }

  get origin(): string {
    return required(this.#site).origin;
  }

  /**
   * @param status that the page must be sent with
   * @param page of an earlier visit, which takes half the time; default: a new one
   */
  open(address: string, status?: number, page?: Page): Promise<Visit> {
    return Visit.to(page ?? this.context, this.origin + address, status);
  }

  async #arrive(): Promise<void> {
    this.#output = built(await this.#build()).output;
    this.#site = await hostSite(this.#output.path);
    this.#browser = await launchChromium(this.#program);
    this.#context = await newVisitor(this.#browser);
  }

  async #leave(): Promise<void> {
    await this.#browser?.close();
    this.#site?.stop();
  }
}
