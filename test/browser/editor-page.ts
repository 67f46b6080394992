/** The editor in a browser: what a writer does in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const KEPT_DRAFTS = readFileSync(path.join(import.meta.dirname, 'in-page/kept-drafts.js'), 'utf8');

export class EditorPage {
  readonly page: Page;
  /** What the console calls an error. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      // The editor's preview asks for pictures of a post before it knows that it has them.
      const isPicture = /\.(?:png|jpe?g)$/.test(message.location().url);
      if (message.type() === 'error' && !isPicture) this.errors.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.errors.push(message));
  }

  async signIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByLabel('Personal Access Token').fill('github_pat_123');
    await dialog.getByRole('button', { name: 'Sign In' }).click();
    await this.backInList();
  }

  /** As on another day. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.backInList();
  }

  /** Opens an entry of the list. */
  async open(title: string): Promise<void> {
    await this.page.getByRole('row', { name: title }).click();
    await this.field('title').getByRole('textbox').waitFor();
  }

  /** Leaves the form as one who closes the window, once the browser has what was typed. */
  async keepDraft(typed: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(KEPT_DRAFTS)).toContain(typed);
    await this.page.getByRole('button', { name: 'Cancel Editing' }).click();
    await this.backInList();
  }

  /** Goes to a list or form: `collections/settings/entries/site`. */
  async goTo(place: string): Promise<void> {
    await this.page.goto(new URL(`#/${place}`, this.page.url()).href);
  }

  async create(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create New Entry' }).first().click();
    await this.field('title').getByRole('textbox').waitFor();
  }

  field(name: string): Locator {
    return this.page.locator(`section.field[data-key-path="${name}"]`);
  }

  /** Scrolls to a field, which is made when it comes into view. */
  async reach(name: string): Promise<Locator> {
    const field = this.field(name);
    await this.page.mouse.move(200, 300);
    for (let count = 0; count < 40 && (await field.count()) === 0; count++) {
      await this.page.mouse.wheel(0, 300);
      await this.page.waitForTimeout(50);
    }
    await field.scrollIntoViewIfNeeded();
    return field;
  }

  async fill(name: string, text: string): Promise<void> {
    await (await this.reach(name)).getByRole('textbox').fill(text);
  }

  async setDate(name: string, day: string, time?: string): Promise<void> {
    const field = await this.reach(name);
    await field.getByLabel('Day').fill(day);
    if (time !== undefined) await field.getByLabel('Time').fill(time);
  }

  async switch(name: string): Promise<void> {
    await (await this.reach(name)).getByRole('switch').click();
  }

  async add(name: string, ...values: readonly string[]): Promise<void> {
    const box = (await this.reach(name)).getByLabel('Add a name');
    for (const value of values) {
      await box.fill(value);
      await box.press('Enter');
    }
  }

  async upload(name: string, file: string): Promise<void> {
    const field = await this.reach(name);
    await field.locator('input[type=file]').first().setInputFiles(file);
    // The editor has read the file.
    await field.locator('img').first().waitFor();
  }

  /** Writes Markdown. */
  async write(text: string): Promise<void> {
    await (await this.reach('body')).locator('textarea').fill(text);
  }

  /** At the end of the text. */
  async addPicture(file: string, alt: string): Promise<void> {
    const body = await this.reach('body');
    await body.getByRole('button', { name: 'Edit in Markdown' }).click();
    await body.locator('[contenteditable=true] p').last().click();
    await this.page.keyboard.press('End');
    await this.page.keyboard.press('Enter');
    await body.getByRole('button', { name: 'Image', exact: true }).click();
    await body.locator('input[type=file]').first().setInputFiles(file);
    await body.getByRole('textbox', { name: 'Alt Text' }).fill(alt);
  }

  async changeSlug(slug: string): Promise<void> {
    await this.#choose('Edit Slug');
    await this.page.getByRole('button', { name: 'Edit Slug' }).click();
    await this.page.locator('input').filter({ visible: true }).last().fill(slug);
    await this.page.getByRole('button', { name: 'Done' }).click();
  }

  /** Changes how far the review is. */
  async changeStatus(from: string, to: string): Promise<void> {
    await this.press(`Status: ${from}`);
    // A menu ignores clicks until it has numbered its items, a tenth of a second after it opens.
    await this.page.locator('[role=menuitemradio][id]').filter({ hasText: to }).click();
  }

  async delete(): Promise<void> {
    await this.#choose('Delete Entry');
    await this.answer('Delete');
    await this.backInList();
  }

  async save(): Promise<void> {
    await this.press('Save');
    await this.backInList();
  }

  async press(name: string): Promise<void> {
    // Names of entries are isolated from the direction of the text around them.
    const words = name.split(' ').join('[ \\u2066-\\u2069]+');
    await this.page.getByRole('button', { name: new RegExp(`^${words}[\\u2069]?$`) }).click();
  }

  /** Presses a button of the dialog. */
  async answer(name: string): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name }).click();
  }

  /** @returns why it was not saved */
  async refusedSave(): Promise<string> {
    await this.press('Save');
    const dialog = this.page.getByRole('alertdialog');
    const text = await dialog.innerText();
    await dialog.getByRole('button').last().click();
    return text;
  }

  async #choose(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Show Editor Options' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Waits for the list, which comes back when an entry is saved. */
  async backInList(): Promise<void> {
    await this.page.waitForURL(/#\/collections\/\w+$/);
    await this.page.getByRole('row').first().waitFor();
  }
}
