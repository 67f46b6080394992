/** Types of Eleventy's filters, shortcodes and template engines. https://www.11ty.dev/docs/languages/ */
import type { PageData } from './data-types.ts';

/** `this` of a filter or shortcode that is not an arrow function. */
export interface Scope {
  readonly page: PageData;
  readonly eleventy: object;
  /** All data of the template. */
  readonly ctx?: Readonly<Record<string, unknown>>;
  readonly env?: object;
}

/** Registers a function that templates call with any values. */
type Add = <Values extends readonly unknown[]>(
  name: string,
  callback: (this: Scope, ...values: Values) => unknown,
) => void;

/** The first value is the enclosed content. */
type AddPaired = <Values extends readonly unknown[]>(
  name: string,
  callback: (this: Scope, content: string, ...values: Values) => unknown,
) => void;

/** For Nunjucks, whose asynchronous functions call back. */
type AddNunjucks = <Values extends readonly unknown[]>(
  name: string,
  callback: (this: Scope, ...values: Values) => unknown,
  isAsync?: boolean,
) => void;

export interface LanguageApi {
  // https://www.11ty.dev/docs/filters/
  readonly addFilter: Add;
  readonly addAsyncFilter: Add;
  readonly addJavaScriptFilter: Add;
  readonly addJavaScriptFunction: Add;
  readonly addLiquidFilter: Add;
  readonly addNunjucksFilter: AddNunjucks;
  readonly addNunjucksAsyncFilter: Add;
  getFilter(name: string): ((...values: unknown[]) => unknown) | undefined;
  getFilters(options?: TypeOption): Readonly<Record<string, unknown>>;

  // https://www.11ty.dev/docs/shortcodes/
  readonly addShortcode: Add;
  readonly addAsyncShortcode: Add;
  readonly addPairedShortcode: AddPaired;
  readonly addPairedAsyncShortcode: AddPaired;
  readonly addJavaScriptShortcode: Add;
  readonly addPairedJavaScriptShortcode: AddPaired;
  readonly addLiquidShortcode: Add;
  readonly addPairedLiquidShortcode: AddPaired;
  readonly addNunjucksShortcode: AddNunjucks;
  readonly addNunjucksAsyncShortcode: Add;
  readonly addPairedNunjucksShortcode: AddPaired;
  readonly addPairedNunjucksAsyncShortcode: AddPaired;
  getShortcode(name: string): unknown;
  getShortcodes(options?: TypeOption): Readonly<Record<string, unknown>>;
  getPairedShortcode(name: string): unknown;
  getPairedShortcodes(options?: TypeOption): Readonly<Record<string, unknown>>;
  augmentFunctionContext<Values extends readonly unknown[], Result>(
    callback: (this: Scope, ...values: Values) => Result,
    options: { readonly source: object; readonly overwrite?: boolean },
  ): (...values: Values) => Result;

  /** @param engine `md`, `njk` or `liquid` */
  setLibrary(engine: string, library: unknown): void;
  amendLibrary<Library>(engine: string, amend: (library: Library) => unknown): void;
  addMarkdownHighlighter(highlight: (code: string, language: string) => string): void;
  setLiquidOptions(options: object): void;
  setLiquidParameterParsing(behavior: 'legacy' | 'builtin'): void;
  addLiquidTag(name: string, tag: (engine: object) => object): void;
  /** Replaces Eleventy's `{ dev: true }`. https://mozilla.github.io/nunjucks/api.html#configure */
  setNunjucksEnvironmentOptions(options: NunjucksOptions): void;
  setNunjucksPrecompiledTemplates(templates: object): void;
  addNunjucksTag(name: string, tag: (engine: object) => object): void;
  addNunjucksGlobal(name: string, value: unknown): void;
}

interface TypeOption {
  readonly type?: 'sync' | 'async';
}

interface NunjucksOptions {
  readonly autoescape?: boolean;
  readonly throwOnUndefined?: boolean;
  readonly trimBlocks?: boolean;
  readonly lstripBlocks?: boolean;
  readonly dev?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}
