/** Types of Eleventy's programmatic API. https://www.11ty.dev/docs/programmatic/ */
import type { DataCascade } from './data-types.ts';
import type { EleventyConfig } from './types.ts';

/** Exports of a `*.11ty.tsx` file. https://www.11ty.dev/docs/languages/javascript/ */
export interface TemplateModule {
  readonly data: {
    /** https://www.11ty.dev/docs/pagination/ */
    readonly pagination?: object;
    readonly permalink?: (data: object) => string;
  };
  readonly render: (data: DataCascade) => string;
}

export interface EleventyProgram {
  disableLogger(): void;
  init(): Promise<void>;
  write(): Promise<unknown>;
  /** Renders without writing; a page whose template returned nothing has no content. */
  toJSON(): Promise<readonly RenderedPage[]>;
}

export interface RenderedPage {
  readonly outputPath: string | false;
  readonly content?: unknown;
}

/** What the program finds in the configuration beside what owners use. */
export interface ProgramConfig extends EleventyConfig {
  readonly benchmarks: { readonly config: { setIsVerbose(isVerbose: boolean): void } };
}

export type EleventyConstructor = new (
  input: string,
  output: string,
  options: { readonly config: (config: ProgramConfig) => void | Promise<void> },
) => EleventyProgram;
