/** The owner's code: templates and Eleventy's configuration. */
import { sep } from 'node:path';
import { inProgram } from '../lib/program.mjs';
import type { Site } from '../site/model.ts';
import type { DataCascade } from './data-types.ts';
import type { PageSink } from './page-sink.ts';
import type { TemplateModule } from './program-types.ts';
import type { EleventyConfig } from './types.ts';

/** Eleventy's configuration file. */
export const CONFIG = '.eleventy.ts';

/** Folder of page templates, with forward slashes. */
export const PAGES_DIR = inProgram('templates/pages').split(sep).join('/');

export interface Project {
  readonly templates: Templates;
  /** The function that `.eleventy.ts` exports. */
  readonly configure: (config: EleventyConfig, build?: Build) => Promise<void>;
  /** Fingerprint of the owner's components; absent if there are none. */
  readonly ownCode?: string;
}

/** Compiled templates by their path below `PAGES_DIR`, such as `post.11ty.tsx`. */
export type Templates = Readonly<Record<string, () => Promise<TemplateModule>>>;

/** A run of Eleventy over a loaded site. */
export interface Build {
  readonly site: Site;
  readonly templates: Templates;
  /** Whether the owner may have changed the templates, which nothing has checked then. */
  readonly isUnchecked: boolean;
  /** Takes each page at once, so that Eleventy does not hold all of them in memory. */
  readonly sink: PageSink;
  /** Globs of templates to skip. */
  readonly ignored?: readonly string[];
  /** Receives the data of every page before any is rendered. */
  readonly onData?: (data: DataCascade) => void;
}
