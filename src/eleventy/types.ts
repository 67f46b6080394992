/** The part of Eleventy that Perennial uses; it ships no types of its own. */

/** Handed to a configuration function. https://www.11ty.dev/docs/config/ */
export interface EleventyConfig {
  /** By name; Eleventy's own begin with `@11ty/`. */
  readonly transforms: Readonly<Record<string, unknown>>;
  readonly linters: Readonly<Record<string, unknown>>;
  /** What Eleventy's plugins change pages by, as one of its transforms. */
  readonly htmlTransformer: { isTransformable(extension: string, page: object): boolean };
  setInputDirectory(path: string): void;
  addPlugin(plugin: (config: EleventyConfig) => void | Promise<void>): void | Promise<void>;
  addGlobalData(name: string, value: unknown): void;
  addTemplateFormats(extension: string): void;
  addExtension(extension: string, options: ExtensionOptions): void;
  on(
    event: 'eleventy.before' | 'eleventy.after',
    listener: (event: BuildEvent) => void | Promise<void>,
  ): void;
}

/** https://www.11ty.dev/docs/languages/custom/ */
export interface ExtensionOptions {
  readonly outputFileExtension: string;
  /** Whether to read the file; a module is imported instead. */
  readonly read: boolean;
  readonly useLayouts: boolean;
  /** Names of exports that hold data. */
  readonly getData: readonly string[];
  readonly getInstanceFromInputPath: (inputPath: string) => Promise<TemplateModule>;
  readonly compile: (
    content: string | undefined,
    inputPath: string,
  ) => Promise<(data: TemplateData) => string | void | Promise<void>>;
}

/** https://www.11ty.dev/docs/events/ */
export interface BuildEvent {
  readonly directories: { readonly output: string };
}

/** What a file `*.11ty.tsx` exports. https://www.11ty.dev/docs/languages/javascript/ */
export interface TemplateModule {
  readonly data: object;
  readonly render: (data: TemplateData) => string;
}

/** What Eleventy hands to a template, besides what the template asks for. */
export interface TemplateData {
  /** `false` for a page that is not to be written. */
  readonly page: { readonly outputPath: string | false };
}

/** https://www.11ty.dev/docs/programmatic/ */
export interface EleventyProgram {
  disableLogger(): void;
  init(): Promise<void>;
  write(): Promise<unknown>;
  /** Renders and writes nothing; a page whose template gave nothing may have no content. */
  toJSON(): Promise<readonly RenderedPage[]>;
}

export interface RenderedPage {
  readonly outputPath: string | false;
  readonly content?: unknown;
}

export type EleventyConstructor = new (
  input: string,
  output: string,
  options: {
    readonly config: (config: EleventyConfig) => void | Promise<void>;
  },
) => EleventyProgram;
