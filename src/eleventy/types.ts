/** Types of Eleventy 3's configuration API, which ships none. https://www.11ty.dev/docs/config/ */
import type { CollectionApi, DataCascade, PageData } from './data-types.ts';
import type { LanguageApi } from './language-types.ts';

export type { CollectionApi, CollectionItem, DataCascade, PageData } from './data-types.ts';
export type { Scope } from './language-types.ts';

type Awaitable<Value> = Value | Promise<Value>;

/** Parameter of the function in `.eleventy.ts`. */
export interface EleventyConfig extends LanguageApi, Directories, Settings {
  // https://www.11ty.dev/docs/plugins/
  addPlugin<Options extends object>(
    plugin: Plugin<Options>,
    options?: Options & { readonly immediate?: boolean },
  ): void | Promise<void>;
  hasPlugin(plugin: string | Plugin): boolean;
  resolvePlugin(name: string): Awaitable<Plugin>;
  namespace(prefix: string, configure: (config: EleventyConfig) => unknown): Promise<void>;
  versionCheck(range: string): void;

  // https://www.11ty.dev/docs/data/
  addGlobalData(name: string, value: unknown): EleventyConfig;
  addDataExtension(extensions: string, parser: DataParser | DataExtension): void;
  addDateParsing(parse: (value: unknown) => unknown): void;
  readonly globalData: Record<string, unknown>;

  // https://www.11ty.dev/docs/collections/
  addCollection(name: string, select: Select): void;
  getCollections(): Record<string, Select>;

  // https://www.11ty.dev/docs/languages/custom/
  addTemplateFormats(formats: string | readonly string[]): void;
  setTemplateFormats(formats: string | readonly string[]): void;
  addExtension(extension: string | readonly string[], options: Extension): void;
  addPreprocessor(name: string, extensions: string | readonly string[], change: Preprocess): void;
  addTemplate(path: string, content: unknown, data?: DataCascade): void;
  isVirtualTemplate(path: string): boolean;
  addLayoutAlias(from: string, to: string): void;

  // https://www.11ty.dev/docs/transforms/
  addTransform(name: string, transform: Transform): void;
  addLinter(name: string, lint: Lint): void;
  /** By name; Eleventy's own begin with `@11ty/`. */
  readonly transforms: Record<string, Transform>;
  readonly linters: Record<string, Lint>;
  readonly htmlTransformer: HtmlTransformer;
  addUrlTransform(transform: (page: { readonly url: string }) => string | undefined): void;
  // https://www.11ty.dev/docs/plugins/bundle/
  addBundle(name: string, options?: object): void;

  // https://www.11ty.dev/docs/copy/
  addPassthroughCopy(
    files: string | Readonly<Record<string, string>>,
    options?: { readonly mode?: 'html-relative'; readonly [option: string]: unknown },
  ): EleventyConfig;

  // https://www.11ty.dev/docs/events/
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => unknown): void;
  on(name: string, listener: (...values: unknown[]) => unknown): void;
  once: EleventyConfig['on'];
  emit(name: string, ...values: unknown[]): Promise<unknown>;
  setEventEmitterMode(mode: 'parallel' | 'sequential'): void;
}

/** Not available to plugins. */
interface Directories {
  setInputDirectory(path: string): void;
  setOutputDirectory(path: string): void;
  setIncludesDirectory(path: string): void;
  setLayoutsDirectory(path: string): void;
  setDataDirectory(path: string): void;
  /** Set by Eleventy before plugins run. */
  readonly directories: Readonly<Record<'input' | 'includes' | 'data' | 'output', string>> & {
    readonly layouts?: string;
  };
  readonly pathPrefix: string;
}

interface Settings {
  /** Globs of files that are not templates. */
  readonly ignores: Set<string>;
  readonly watchIgnores: Set<string>;
  setUseGitIgnore(isUsed: boolean): void;
  setUseTemplateCache(isUsed: boolean): void;
  setDataDeepMerge(isDeep: boolean): void;
  setDataFileBaseName(name: string): void;
  setDataFileSuffixes(suffixes: readonly string[]): void;
  setDynamicPermalinks(isOn: boolean): void;
  setFreezeReservedData(isFrozen: boolean): void;
  setFrontMatterParsingOptions(options: object): void;
  setLayoutResolution(isOn: boolean): void;
  setPrecompiledCollections(collections: Readonly<Record<string, unknown>>): void;
  setConcurrency(number: number): void;
  getConcurrency(): number;
  setQuietMode(isQuiet: boolean): void;
  configureErrorReporting(options: { readonly allowMissingExtensions?: boolean }): void;
  configureTemplateHandling(options: { readonly writeMode?: 'sync' | 'async' }): void;
  // Only for Eleventy's own watcher and server.
  addWatchTarget(files: string, options?: { readonly resetConfig?: boolean }): void;
  setWatchJavaScriptDependencies(isOn: boolean): void;
  setWatchThrottleWaitTime(milliseconds: number): void;
  setChokidarConfig(options: object): void;
  setServerOptions(options: object, replacesAll?: boolean): void;
  setServerPassthroughCopyBehavior(behavior: 'copy' | 'passthrough'): void;
}

export type Plugin<Options extends object = object> =
  | ((config: EleventyConfig, options: Options) => unknown)
  | { readonly configFunction: (config: EleventyConfig, options: Options) => unknown };

/** Returns the items of a collection, or any other value. */
export type Select = (api: CollectionApi) => unknown;

type DataParser = (content: string, path: string) => unknown;

interface DataExtension {
  readonly parser: DataParser;
  readonly read?: boolean;
  readonly encoding?: string | null;
}

/** `this` of transforms and linters. */
export interface TransformScope {
  readonly page: PageData;
  readonly inputPath: string;
  readonly outputPath: string | false;
  readonly url: string | false;
  readonly baseHref: string;
}

export type Transform = (
  this: TransformScope,
  content: string,
  outputPath: string | false,
) => Awaitable<string>;

export type Lint = (
  this: TransformScope,
  content: string,
  inputPath: string,
  outputPath: string | false,
) => unknown;

/** Returns the changed content, or `false` to skip the template. */
type Preprocess = (data: DataCascade, content: string) => Awaitable<string | false | void>;

interface HtmlTransformer {
  addPosthtmlPlugin(extensions: string, plugin: unknown, options?: object): void;
  addUrlTransform(extensions: string, transform: (url: string) => string, options?: object): void;
  isTransformable(extension: string, page: object): boolean;
}

/** A custom template language. */
export interface Extension {
  readonly key?: string;
  readonly outputFileExtension?: string;
  /** Whether Eleventy reads the file; false for imported modules. */
  readonly read?: boolean;
  readonly useLayouts?: boolean;
  /** Names of exports that hold data. */
  readonly getData?: boolean | readonly string[] | ((inputPath: string) => unknown);
  readonly getInstanceFromInputPath?: (inputPath: string) => Promise<unknown>;
  readonly init?: () => unknown;
  readonly compileOptions?: object;
  readonly isIncrementalMatch?: (path: string) => boolean;
  readonly compile?: (
    content: string | undefined,
    inputPath: string,
  ) => Awaitable<((data: DataCascade) => unknown) | string | undefined>;
}

interface BuildEvent {
  readonly directories: { readonly input: string; readonly output: string };
  readonly runMode: 'build' | 'watch' | 'serve';
  readonly outputMode: 'fs' | 'json' | 'ndjson';
  readonly incremental: boolean;
}

interface Events {
  readonly 'eleventy.before': BuildEvent;
  readonly 'eleventy.after': BuildEvent & { readonly results: readonly object[] };
  readonly 'eleventy.beforeWatch': readonly string[];
  readonly 'eleventy.contentMap': {
    readonly inputPathToUrl: Readonly<Record<string, readonly string[]>>;
    readonly urlToInputPath: Readonly<Record<string, { readonly inputPath: string }>>;
  };
}
