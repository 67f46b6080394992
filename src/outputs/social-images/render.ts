/** Renders social cards with takumi: loads the fonts a text needs and fits the title. */
import { Renderer, type Node } from '@takumi-rs/core';
import type { Card, CardDesign, Cards } from '../../site/model.ts';
import type { FontFamily, FontStack } from './fonts.ts';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  COVER_SOURCE,
  TITLE_HEIGHT,
  TITLE_SIZES,
  cardLayout,
  logoLayout,
  titleLayout,
  titleWidth,
  type TitleFit,
} from './layout.ts';
import { normalizeText } from './text.ts';

/** Of a JPEG: the edges of letters stay clean. */
const QUALITY = 88;

export interface RenderedCard {
  /** PNG, or JPEG for a path that ends in `.jpg`. */
  readonly bytes: Buffer;
  /** Graphemes of the title that no font covers; the card then shows the site's name instead. */
  readonly missing: readonly string[];
}

/** Renders the cards of one site. */
export class CardRenderer {
  readonly #site: string;
  readonly #design: CardDesign;
  readonly #fonts: FontStack;
  readonly #takumi: Renderer;
  readonly #loading = new Map<FontFamily, Promise<void>>();

  private constructor(takumi: Renderer, site: string, design: CardDesign, fonts: FontStack) {
    this.#takumi = takumi;
    this.#site = fonts.missing(site).length === 0 ? site : '';
    this.#design = design;
    this.#fonts = fonts;
  }

  /** A logo that takumi cannot draw is left out. */
  static async create(
    { site, ...design }: Omit<Cards, 'items'>,
    fonts: FontStack,
  ): Promise<CardRenderer> {
    const takumi = new Renderer();
    const { logo } = design;
    const drawn = logo === undefined ? [] : [logoLayout(logo)];
    const usable = await takumi.render({ type: 'container', children: drawn }).then(
      () => logo,
      () => undefined,
    );
    return new CardRenderer(takumi, normalizeText(site), { ...design, logo: usable }, fonts);
  }

  /** @param cover the image beside the title, in pixels of `COVER` */
  async render(card: Omit<Card, 'cover'>, cover?: Uint8Array): Promise<RenderedCard> {
    const fonts = this.#fonts;
    const title = normalizeText(card.title);
    const missing = fonts.missing(title);
    const shown = missing.length === 0 ? title : this.#site;
    const [byline, date] = [this.#footnote(card.byline), this.#footnote(card.date)];
    await this.#load(fonts.used(`${this.#site} ${byline} ${date}`));
    const site = shown === this.#site ? '' : this.#site;
    const hasCover = cover !== undefined;
    const fit = await this.fit(shown, hasCover);
    const layout = cardLayout(
      { site, title: shown, fit, byline, date, hasCover },
      this.#design,
      fonts,
    );
    const bytes = await this.#takumi.render(layout, {
      ...{ width: CARD_WIDTH, height: CARD_HEIGHT },
      ...(card.path.endsWith('.jpg') ? { format: 'jpeg', quality: QUALITY } : {}),
      images: hasCover ? [{ src: COVER_SOURCE, data: cover, cache: 'none' }] : [],
    });
    return { bytes, missing };
  }

  /** The largest size in which all of a title fits, at worst with broken words, else the smallest. */
  async fit(title: string, hasCover = false): Promise<TitleFit> {
    const width = titleWidth(hasCover);
    await this.#load(this.#fonts.used(title));
    for (const breaks of [false, true])
      for (const size of TITLE_SIZES) {
        const fit = { size, breaks, isCut: false };
        const node = titleLayout(title, fit, this.#fonts);
        // A flex item is at least as wide as its longest word.
        const row: Node = { type: 'container', style: { display: 'flex' }, children: [node] };
        const [box] = (await this.#takumi.measure(row, { width })).children;
        if (box && box.width <= width && box.height <= TITLE_HEIGHT) return fit;
      }
    return { size: TITLE_SIZES.at(-1) ?? 1, breaks: true, isCut: true };
  }

  /** Small text, or nothing when a font lacks part of it. */
  #footnote(written: string): string {
    const text = normalizeText(written);
    return this.#fonts.missing(text).length === 0 ? text : '';
  }

  async #load(families: readonly FontFamily[]): Promise<void> {
    for (const family of families) {
      const loading = this.#loading.get(family) ?? this.#register(family);
      this.#loading.set(family, loading);
      await loading;
    }
  }

  async #register({ name, weight, files }: FontFamily): Promise<void> {
    for (const { read, ranges } of files)
      await this.#takumi.registerFont({
        ...{ name, data: Buffer.from(read()) },
        ...(weight === undefined ? {} : { weight }),
        unicodeRange: ranges.map(([first, last]) => [first, last]),
      });
  }
}
