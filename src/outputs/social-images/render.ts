/** Renders social cards with takumi: loads the fonts a text needs and fits the title. */
import { readFileSync } from 'node:fs';
import { Renderer, type Node } from '@takumi-rs/core';
import type { Card, CardDesign, Cards } from '../../site/model.ts';
import type { CardFonts, FontFamily } from './fonts.ts';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  TITLE_HEIGHT,
  TITLE_SIZES,
  TITLE_WIDTH,
  cardLayout,
  logoLayout,
  titleLayout,
  type TitleFit,
} from './layout.ts';
import { normalizeText } from './text.ts';

export interface RenderedCard {
  readonly png: Buffer;
  /** Graphemes of the title that no font covers; the card then shows the site's name instead. */
  readonly missing: readonly string[];
}

/** Renders the cards of one site. */
export class CardRenderer {
  readonly #site: string;
  readonly #design: CardDesign;
  readonly #fonts: CardFonts;
  readonly #takumi: Renderer;
  readonly #loading = new Map<FontFamily, Promise<void>>();

  private constructor(takumi: Renderer, site: string, design: CardDesign, fonts: CardFonts) {
    this.#takumi = takumi;
    this.#site = fonts.serif.missing(site).length === 0 ? site : '';
    this.#design = design;
    this.#fonts = fonts;
  }

  /** A logo that takumi cannot draw is left out. */
  static async create(
    { site, colours, logo }: Omit<Cards, 'items'>,
    fonts: CardFonts,
  ): Promise<CardRenderer> {
    const takumi = new Renderer();
    const drawn = logo === undefined ? [] : [logoLayout(logo)];
    const usable = await takumi.render({ type: 'container', children: drawn }).then(
      () => logo,
      () => undefined,
    );
    return new CardRenderer(takumi, normalizeText(site), { colours, logo: usable }, fonts);
  }

  async render(card: Omit<Card, 'path'>): Promise<RenderedCard> {
    const { serif, sans } = this.#fonts;
    const title = normalizeText(card.title);
    const missing = serif.missing(title);
    const shown = missing.length === 0 ? title : this.#site;
    const [byline, date] = [this.#footnote(card.byline), this.#footnote(card.date)];
    await this.#load([...serif.used(this.#site), ...sans.used(`${byline} ${date}`)]);
    const site = shown === this.#site ? '' : this.#site;
    const fit = await this.fit(shown);
    const content = { site, title: shown, fit, byline, date };
    const layout = cardLayout(content, this.#design, this.#fonts);
    const png = await this.#takumi.render(layout, { width: CARD_WIDTH, height: CARD_HEIGHT });
    return { png, missing };
  }

  /** The largest size in which all of a title fits, else the smallest. */
  async fit(title: string): Promise<TitleFit> {
    await this.#load(this.#fonts.serif.used(title));
    for (const size of TITLE_SIZES) {
      const fit = { size, isCut: false };
      const node = titleLayout(title, fit, this.#fonts);
      // A flex item is at least as wide as its longest word.
      const row: Node = { type: 'container', style: { display: 'flex' }, children: [node] };
      const [box] = (await this.#takumi.measure(row, { width: TITLE_WIDTH })).children;
      if (box && box.width <= TITLE_WIDTH && box.height <= TITLE_HEIGHT) return fit;
    }
    return { size: TITLE_SIZES.at(-1) ?? 1, isCut: true };
  }

  /** Small text, or nothing when a font lacks part of it. */
  #footnote(written: string): string {
    const text = normalizeText(written);
    return this.#fonts.sans.missing(text).length === 0 ? text : '';
  }

  async #load(families: readonly FontFamily[]): Promise<void> {
    for (const family of families) {
      const loading = this.#loading.get(family) ?? this.#register(family);
      this.#loading.set(family, loading);
      await loading;
    }
  }

  async #register({ name, weight, files }: FontFamily): Promise<void> {
    for (const { path, ranges: unicodeRange } of files)
      await this.#takumi.registerFont({ name, weight, data: readFileSync(path), unicodeRange });
  }
}
